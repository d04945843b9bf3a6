from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enablekit.encoding.html import DEEPEST, Renderer, escape, figure
from enablekit.encoding.url import safe_image_url, safe_url


def test_what_means_something_in_html_is_escaped() -> None:
    assert escape("""a <b> & "c" 'd'""") == "a &lt;b&gt; &amp; &quot;c&quot; &#x27;d&#x27;"


def test_code_points_that_html_does_not_allow_are_replaced() -> None:
    assert (
        escape("a\x00\x1b[31m\x9b\x7f\ud800\uffffb") == "a\ufffd\ufffd[31m\ufffd\ufffd\ufffd\ufffdb"
    )
    assert escape("a\tb\nc\x0cd") == "a\tb\nc\x0cd"
    assert escape("a\rb") == "a\nb"


@given(st.text())
def test_escaped_text_holds_no_markup(text: str) -> None:
    assert not set(escape(text)) & set("<>\"'\0")


@pytest.mark.parametrize(
    "url",
    [
        "https://example.com/a?b=c#d",
        "HTTP://example.com",
        "mailto:a@b.example",
        "tel:+4912345",
        "//example.com/a",
        "/a/b",
        "../a",
        "a.html",
        "#part",
        "?q=1",
        "",
        "1:2",
        "./javascript:x",
    ],
)
def test_addresses_of_the_known_schemes_and_without_one_are_let_through(url: str) -> None:
    assert safe_url(url) == url


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        " \x01JaVaScript:alert(1)",
        "java\tscr\nipt:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "blob:https://example.com/x",
        "file:///etc/passwd",
        "intent://x",
        "x+y.z-1:a",
        "C:\\Windows",
        "localhost:8000",
    ],
)
def test_every_other_scheme_is_refused_as_a_browser_reads_it(url: str) -> None:
    assert safe_url(url) is None
    assert safe_image_url(url) is None


def test_an_image_comes_over_http_or_from_beside_the_page() -> None:
    assert safe_image_url("a.png") == "a.png"
    assert safe_image_url("https://example.com/a.png") == "https://example.com/a.png"
    assert safe_image_url("mailto:a@b.example") is None


def test_characters_that_do_not_belong_into_an_address_are_percent_encoded() -> None:
    assert (
        safe_url('https://example.com/ä b"<>\\`') == "https://example.com/%C3%A4%20b%22%3C%3E%5C%60"
    )
    assert safe_url("/a%20b") == "/a%20b"
    assert safe_url("/a[1](2)") == "/a[1](2)"


def test_a_link_into_the_page_gets_the_prefix_of_its_ids() -> None:
    page = Renderer()
    page.open_link("#the-cost", "")
    page.text("there")
    page.close_link()

    assert page.take() == '<a href="#s-the-cost" rel="noopener">there</a>'


def test_a_link_inside_a_link_is_text() -> None:
    page = Renderer()
    page.open_link("https://a.example", "")
    page.open_link("https://b.example", "")
    page.text("b")
    page.close_link()
    page.footnote_reference("x")
    page.close_link()
    page.open_link("https://c.example", "")
    page.close_link()

    assert page.take() == (
        '<a href="https://a.example" rel="noopener">b<sup>1</sup></a>'
        '<a href="https://c.example" rel="noopener"></a>'
    )


def test_an_alt_text_has_no_markup() -> None:
    page = Renderer()
    page.open_image()
    page.text('a "b" ')
    page.open("Emphasis")
    page.code("<c>")
    page.close()
    page.soft_break()
    page.inline_html("<d>")
    page.close_image("x.png", "t")

    assert page.take() == '<img src="x.png" alt="a &quot;b&quot; &lt;c&gt; " title="t">'


def test_an_image_that_is_refused_leaves_its_alt_text() -> None:
    page = Renderer()
    page.open_image()
    page.text("a chart")
    page.close_image(None, "t")

    assert page.take() == "a chart"


def test_only_a_plain_word_of_an_info_string_becomes_a_class() -> None:
    page = Renderer()
    for info in ("python title=x", 'py"onclick="x', "c++", ""):
        page.open_code(info)
        page.close()

    assert page.take() == (
        '<pre><code class="language-python"></code></pre><pre><code></code></pre>'
        '<pre><code class="language-c++"></code></pre><pre><code></code></pre>'
    )


def test_a_caption_is_said_once() -> None:
    image = '<img src="x.png" alt="a" title="Results &amp; costs">'

    assert figure(image, "Results & costs") == (
        '<figure><img src="x.png" alt="a"><figcaption>Results &amp; costs</figcaption></figure>'
    )
    assert figure(image, "") == f"<figure>{image}</figure>"


def test_beyond_the_deepest_level_text_stays_and_tags_go() -> None:
    page = Renderer()
    for _ in range(DEEPEST + 20):
        page.open_quote(None)
    page.text("deep")
    for _ in range(DEEPEST + 20):
        page.close()

    assert page.take() == "<blockquote>" * DEEPEST + "deep" + "</blockquote>" * DEEPEST
