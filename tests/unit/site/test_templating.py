"""Templates are code of the project: what is wrong in them is said with name and line."""

from __future__ import annotations

import pytest

from enablekit.errors import UsageError
from enablekit.site.templating import prepared


def test_values_are_escaped_whatever_the_template_is_called() -> None:
    templates = prepared({"page.html.j2": '<p title="{{ words }}">{{ words }}</p>'})
    page = templates.fill("page.html.j2", {"words": "'\"><b>&"})
    assert page == b'<p title="&#39;&#34;&gt;&lt;b&gt;&amp;">&#39;&#34;&gt;&lt;b&gt;&amp;</p>'


def test_words_that_look_like_a_template_stay_words() -> None:
    templates = prepared({"page.html.j2": "{{ words }}"})
    assert templates.fill("page.html.j2", {"words": "{{7*7}}"}) == b"{{7*7}}"


def test_what_html_cannot_hold_is_left_out() -> None:
    templates = prepared({"page.html.j2": "{{ words }}"})
    assert templates.fill("page.html.j2", {"words": "a\x00b\x1bc\ud800d\n"}) == b"abc?d\n"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("one\n{{ nothing }}", r"Template page.html.j2, line 2: 'nothing' is undefined"),
        ("one\n\n{% if %}", r"Template page.html.j2, line 3: Expected an expression"),
        ("{{ number + word }}", r"Template page.html.j2, line 1: unsupported operand"),
        ("{% include '../../etc/passwd' %}", r"There is no template named ../../etc/passwd"),
        ("{% include '/etc/passwd' %}", r"There is no template named /etc/passwd"),
    ],
)
def test_a_fault_names_the_template_and_the_line(text: str, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        prepared({"page.html.j2": text}).fill("page.html.j2", {"number": 1, "word": "x"})


def test_a_fault_in_an_included_template_names_that_template() -> None:
    templates = prepared(
        {"page.html.j2": "{% include 'inner.html.j2' %}", "inner.html.j2": "\n\n{{ nothing }}"}
    )
    with pytest.raises(UsageError, match=r"Template inner.html.j2, line 3"):
        templates.fill("page.html.j2", {})


def test_a_template_that_is_not_there_is_named() -> None:
    with pytest.raises(UsageError, match=r"There is no template named guide.html.j2"):
        prepared({}).fill("guide.html.j2", {})
