from __future__ import annotations

import pytest

from enablekit.model.audience import Audience
from enablekit.model.body import Body, Slide
from enablekit.parsing import body


def read(text: str, *, first_line: int = 1) -> Body:
    return body.read("deck.md", text, first_line=first_line, is_deck=True)[0]


def titles(text: str) -> list[str]:
    return [slide.title for slide in read(text).slides]


def test_a_line_of_three_hyphens_after_a_blank_line_ends_a_slide() -> None:
    slides = read("# One\n\ntext\n\n---\n\n## Two\n\n- a\n- b\n\n---\n\n# Three\n").slides

    assert slides == (
        Slide(title="One", anchor="one", text="text", span=slides[0].span),
        Slide(title="Two", anchor="two", text="a\nb", span=slides[1].span),
        Slide(title="Three", anchor="three", text="", span=slides[2].span),
    )
    assert [(one.span.line, one.span.end_line) for one in slides] == [(1, 3), (7, 10), (14, 14)]


def test_hyphens_right_under_words_underline_a_heading() -> None:
    slides = read("Title\n---\n\ntext\n\n---\nNext\n").slides

    assert [(one.title, one.text) for one in slides] == [("Title", "text"), ("Next", "Next")]


@pytest.mark.parametrize("other", ["----", "***", "- - -", "--", "___"])
def test_other_lines_end_no_slide_where_nothing_tells_the_tool(other: str) -> None:
    assert titles(f"# a\n\n{other}\n\n# b\n\n---\n\n# c\n") == ["a", "c"]


@pytest.mark.parametrize("below", ["--", "----"])
@pytest.mark.parametrize(
    "sign",
    [
        "Note: said",
        '<aside class="notes">said</aside>',
        "<!-- .slide: data-background='x' -->",
        "- x <!-- .element: class='fragment' -->",
        "{{% note %}}said{{% /note %}}",
    ],
)
def test_a_vertical_slide_of_reveal_is_a_slide_of_its_own(below: str, sign: str) -> None:
    text = f"# a\n\n{sign}\n\n{below}\n\n# b\n\nwords\n\n---\n\n# c\n"

    slides = read(text).slides

    assert [one.title for one in slides] == ["a", "b", "c"]
    assert slides[1].text == "words"


def test_a_vertical_slide_needs_an_empty_line_above_it() -> None:
    assert titles("Title\n--\n\nNote: said\n\n---\n\n# b\n") == ["Title", "b"]


def test_hyphens_in_code_end_no_slide() -> None:
    assert titles(
        "# a\n\n```yaml\n\n---\n\nx: 1\n```\n\n<pre>\n\n---\n\n</pre>\n\n---\n\n# b\n"
    ) == [
        "a",
        "b",
    ]


def test_a_slide_without_a_heading_is_called_by_its_first_words() -> None:
    slides = read(
        "One two three four five six seven eight nine ten\n\n---\n\n![A chart](a.png)\n"
    ).slides

    assert slides[0].title == "One two three four five six seven eight…"
    assert slides[1].title == "A chart"
    assert [one.anchor for one in slides] == ["slide-1", "slide-2"]


def test_the_id_of_a_slide_is_taken_by_nobody_else() -> None:
    slides = read("# Slide 2\n\n---\n\nwords\n").slides

    assert [one.anchor for one in slides] == ["slide-2", "slide-2-1"]


def test_separators_at_the_ends_make_no_slide_but_an_empty_slide_between_counts() -> None:
    assert titles("---\n\n# a\n\n---\n\n---\n\n# b\n\n---\n") == ["a", "", "b"]


def test_the_words_of_a_slide_leave_out_code_and_notes() -> None:
    (slide,) = read("# a\n\nsaid\n\n```\ncode\n```\n\n::: notes\nspoken\n:::\n").slides

    assert slide.text == "said"


def test_what_is_for_a_few_stays_out_of_a_slide_for_many() -> None:
    slides = read(
        "# a\n\nopen\n\n::: internal\nsecret\n:::\n\n---\n\n"
        "::: partner\n# b\n\nclosed\n:::\n\n---\n\n::: internal\n# secret\n:::\n\nwords\n"
    ).slides

    assert [(one.title, one.text, one.audience) for one in slides] == [
        ("a", "open", None),
        ("b", "closed", Audience.PARTNER),
        ("words", "words", None),
    ]


def test_a_text_that_is_no_deck_has_no_slides() -> None:
    content = body.read("a.md", "# a\n\n---\n\n# b\n")[0]

    assert content.slides == ()
    assert [block.kind for block in content.blocks] == ["heading", "rule", "heading"]


def test_lines_are_counted_from_the_first_line_of_the_body() -> None:
    assert [one.span.line for one in read("# a\n\n---\n\n# b\n", first_line=21).slides] == [21, 25]


def test_a_deck_may_have_no_slide_at_all() -> None:
    assert read("").slides == ()
    assert read("---\n").slides == ()


def test_a_deck_without_lines_between_slides_is_parted_at_its_headings() -> None:
    slides = read("# Part\n\n## One\n\ntext\n\n### Below\n\nmore\n\n## Two\n\n- a\n").slides

    assert [(one.title, one.text) for one in slides] == [
        ("Part", ""), ("One", "text\nBelow\nmore"), ("Two", "a")
    ]  # fmt: skip


def test_the_highest_heading_with_words_below_it_begins_the_slides() -> None:
    assert titles("# One\n\ntext\n\n## Below\n\ntext\n\n# Two\n\ntext\n") == ["One", "Two"]


def test_notes_below_the_title_of_a_part_are_no_words() -> None:
    content = read("# Part\n\n::: notes\nHello.\n:::\n\n## One\n\ntext\n\n## Two\n\ntext\n")

    assert [one.title for one in content.slides] == ["Part", "One", "Two"]
    assert [(one.slide, one.text) for one in content.notes] == [(0, "Hello.")]


def test_headings_in_quotations_lists_notes_and_code_begin_no_slide() -> None:
    text = "# a\n\n> # b\n\n- # c\n\n```\n# d\n```\n\n::: notes\n# e\n:::\n\n# f\n\ntext\n"

    assert titles(text) == ["a", "f"]


def test_words_before_the_first_heading_are_a_slide_and_a_comment_is_none() -> None:
    assert titles("Hello\n\n# a\n\ntext\n\n# b\n\ntext\n") == ["Hello", "a", "b"]
    assert titles("<!-- fit -->\n\n# a\n\ntext\n\n# b\n\ntext\n") == ["a", "b"]


def test_settings_of_a_slide_as_slidev_has_them_are_no_words() -> None:
    slides = read(
        "# a\n\n---\nlayout: two-cols\nlist:\n  - x\n# comment\n---\n\n# b\n\ntext\n\n---\n\n# c\n"
    ).slides

    assert [(one.title, one.text) for one in slides] == [("a", ""), ("b", "text"), ("c", "")]


def test_properties_of_a_slide_as_remark_has_them_are_no_words() -> None:
    text = "class: center\nname: x\n\n# a\n\n---\n\nlayout: false\n# b\n\n???\nsay\n"

    assert [(one.title, one.text) for one in read(text).slides] == [("a", ""), ("b", "")]
    assert read(text.replace("???\nsay\n", "")).slides[0].text.startswith("class")


SLIDEV_SETTINGS = [
    "layout: presenter\nname: '@ana'\n\nimage: x.png",
    "layout: cover\n",
    "logoHeader: '/logo.svg'\nlogos: [\n  'a.svg',\n  'b.svg'\n]",
    "layout: quote\nauthorName : Ana\nalign : rm-lm",
    "items:\n- one\n- two\n# not shown",
    "style: |\n  color: red\n\n  margin: 0",
]


@pytest.mark.parametrize("settings", SLIDEV_SETTINGS)
def test_settings_of_a_slide_may_be_any_yaml_where_slidev_is_sure(settings: str) -> None:
    sure = "---\ntransition: fade\n---\n"
    slides = read(f"# a\n\n{sure}\n# b\n\n---\n{settings}\n---\n\n# c\n").slides

    assert [(one.title, one.text) for one in slides] == [("a", ""), ("b", ""), ("c", "")]


def test_words_below_a_line_stay_words_where_slidev_is_sure() -> None:
    sure = "---\ntransition: fade\n---\n"
    slides = read(f"# a\n\n{sure}\n# b\n\n---\nWhat we heard\n\nPrice: high\n\n---\n\n# c\n").slides

    assert [one.title for one in slides] == ["a", "b", "What we heard", "c"]
    assert "Price: high" in slides[2].text


def test_a_title_over_lines_is_one_line_and_tags_leave_no_blanks() -> None:
    slides = read("# One <br> and two\n\n- <i></i> a\n- b <i></i>\n\n---\n\n<p> c </p>\n").slides

    assert [(one.title, one.text) for one in slides] == [("One and two", "a\nb"), ("c", "c")]
