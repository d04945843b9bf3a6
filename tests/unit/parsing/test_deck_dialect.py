from __future__ import annotations

import pytest

from enablekit.config.project import Config
from enablekit.model.asset import Asset
from enablekit.model.body import Slide
from enablekit.model.source import SourceFile
from enablekit.parsing import asset


def read(front: str, text: str) -> Asset:
    data = f"---\ntype: deck\n{front}---\n\n{text}".encode()
    found, _ = asset.parse(SourceFile(path="talk.md", data=data), Config())
    assert found is not None
    return found


def slides(front: str, text: str) -> tuple[Slide, ...]:
    return read(front, text).body.slides


def titles(front: str, text: str) -> list[str]:
    return [one.title for one in slides(front, text)]


def notes(front: str, text: str) -> list[tuple[int, str]]:
    return [(one.slide, one.text) for one in read(front, text).body.notes]


# What the front matter says, and the slides that the same text has then.
TEXT = "# a\n\n--\n\nb\n\n***\n\nc\n\n----\n\nd\n\n---\n\n## e\n\nf\n"
STATED = {
    "": ["a", "e"],
    "marp: true\n": ["a", "c", "d", "e"],
    "headingDivider: 1\n": ["a", "c", "d", "e"],
    "theme: gaia\n": ["a", "c", "d", "e"],
    "revealOptions: {transition: fade}\n": ["a", "b *** c", "d", "e"],
    "slideOptions: {transition: fade}\n": ["a", "b *** c", "d", "e"],
    "outputs: [Reveal]\n": ["a", "b *** c", "d", "e"],
    "theme: black\n": ["a", "b *** c", "d", "e"],
    'verticalSeparator: "^--$"\n': ["a", "b *** c", "e"],
    "output: xaringan::moon_reader\n": ["a", "e"],
    "format: revealjs\n": ["a", "c", "d", "e"],
    "format:\n  pptx: {slide-level: 2}\n": ["a", "c", "d", "e"],
    "output: ioslides_presentation\n": ["a", "c", "d", "e"],
    "drawings: {persist: false}\n": ["a", "d", "e"],
}


@pytest.mark.parametrize("front", STATED)
def test_the_front_matter_tells_what_ends_a_slide(front: str) -> None:
    found = titles(front, TEXT)

    assert [one.split()[0] for one in found] == [one.split()[0] for one in STATED[front]]


def test_no_words_are_lost_in_any_dialect() -> None:
    for front in STATED:
        words = " ".join(f"{one.title} {one.text}" for one in slides(front, TEXT)).split()
        assert {"a", "b", "c", "d", "e", "f"} <= set(words)


@pytest.mark.parametrize(
    ("front", "comment", "expected"),
    [
        ("headingDivider: 2\n", "", ["a", "b", "", "c", "words", "d"]),
        ('headingDivider: "2"\n', "", ["a", "b", "", "c", "words", "d"]),
        ("headingDivider: [2]\n", "", ["a", "b", "", "c", "d"]),
        ("headingDivider:\n  - 1\n  - 3\n", "", ["a", "c", "e", "words", "d"]),
        ("marp: true\nheadingDivider: false\n", "", ["a", "c", "d"]),
        ("headingDivider: 1\n", "", ["a", "c", "words", "d"]),
        ("marp: true\n", "<!-- headingDivider: 2 -->", ["a", "b", "", "c", "words", "d"]),
        ("", "<!--\nheadingDivider:\n  - 2\n-->", ["a", "b", "", "c", "d"]),
        ("headingDivider: 1\n", "<!-- $headingDivider: [3] -->", ["a", "c", "e", "d"]),
    ],
)
def test_headings_divide_a_deck_for_marp_beside_its_lines(
    front: str, comment: str, expected: list[str]
) -> None:
    text = f"{comment}\n\n# a\n\n## b\n\n---\n\n## c\n\n### e\n\n***\n\nwords\n\n# d\n"

    assert titles(front, text) == expected


def test_a_heading_in_code_a_list_or_notes_divides_nothing() -> None:
    text = "# a\n\n```\n# b\n```\n\n- # c\n\n::: notes\n# d\n:::\n\n<!--\n# e\n-->\n\n# f\n"

    assert titles("marp: true\nheadingDivider: 1\n", text) == ["a", "f"]


def test_nothing_on_a_slide_of_marp_is_on_the_empty_one_above_it() -> None:
    found = slides("headingDivider: 1\n", "# a\n\n---\n# b\n\nwords\n")

    assert [(one.title, one.text) for one in found] == [("a", ""), ("", ""), ("b", "words")]


def test_a_deck_of_marp_without_lines_is_one_slide() -> None:
    assert titles("marp: true\n", "# a\n\n## b\n\nwords\n") == ["a"]


def test_a_step_of_remark_is_the_same_slide_and_loses_no_words() -> None:
    text = (
        "# a\n- one\n--\n\n- two\n--\nthree\n\n???\n[0:30]\nFirst.\n--\n\nfour\n\n???\nSecond.\n"
        "---\nname: end\ncount: false\ntemplate: start\n\nwords\n---\n## c\n"
    )

    assert [(one.title, one.text) for one in slides("", text)] == [
        ("a", "one\ntwo\nthree\nfour"),
        ("words", "words"),
        ("c", ""),
    ]
    assert notes("", text) == [(0, "[0:30]\nFirst.\n\nSecond.")]


def test_a_line_of_remark_ends_a_slide_right_below_words_and_html() -> None:
    text = "Title\n---\n<img src='x'>\n---\nbackground-image: url(x.png)\n---\n# d\n\n???\nsay\n"

    assert [one.title for one in slides("", text)] == ["Title", "", "", "d"]


def test_only_the_comment_at_the_end_of_a_slide_is_a_note_in_slidev() -> None:
    text = (
        "# a\n\n<!-- for the author -->\n\ntext\n\n<!-- said -->\n---\nlayout: center\n---\n\n"
        "# b\n\n<!-- for the author -->\n\nmore\n\n---\n\n# c\n\n<!-- one --> <!-- two -->\n"
    )

    assert notes("", text) == [(0, "said"), (2, "two")]
    assert [one.title for one in slides("", text)] == ["a", "b", "c"]


def test_settings_of_slidev_in_a_block_of_code_and_places_of_a_layout_are_no_words() -> None:
    text = (
        "# a\n\n---\n\n```yaml\nlayout: two-cols\n```\n\nleft\n\n::right::\n\nright\n-----\n\n# c\n"
    )

    assert [(one.title, one.text) for one in slides("mdc: true\n", text)] == [
        ("a", ""), ("left", "left\nright"), ("c", "")
    ]  # fmt: skip


def test_slides_of_slidev_that_stand_in_another_file_are_named() -> None:
    data = b"---\ntype: deck\n---\n\n# a\n\n---\nsrc: ./more.md\n---\n\n---\n\n# c\n"
    found, findings = asset.parse(SourceFile(path="talk.md", data=data), Config())

    assert found is not None
    assert len(found.body.slides) == 3
    (finding,) = [one for one in findings if one.code == "EK122"]
    assert (finding.span.line, finding.span.column) == (8, 1)
    assert "./more.md" in finding.message


@pytest.mark.parametrize(
    ("separator", "below", "between"),
    [
        ("<!--s-->", "<!--v-->", ("<!--s-->", "<!--v-->")),
        ("<!-- s -->", "<!-- v -->", ("<!-- s -->", "<!-- v -->")),
        (r"^\r?\n===\r?\n$", r"^\n\+\+\n$", ("\n===\n", "\n++\n")),
        (r"^(\r\n?|\n)---(\r\n?|\n)$", r"^(\r\n?|\n)--(\r\n?|\n)$", ("\n---\n", "\n--\n")),
        (r"^\n\n\n", r"^\n\n", ("\n\n", "\n")),
        ("(a+)+$", "", ("\n---\n", "\n----\n")),  # not understood, so as if nothing was said
    ],
)
def test_the_separators_that_a_deck_of_reveal_has_itself_are_read(
    separator: str, below: str, between: tuple[str, str]
) -> None:
    front = f"separator: '{separator}'\nverticalSeparator: '{below}'\nnotesSeparator: '^Say:'\n"
    text = f"# a\n\nwords\n{between[0]}\n# b\n\nSay: hello\nthere\n{between[1]}\n# c\n"

    assert titles(front, text) == ["a", "b", "c"]
    assert notes(front, text) == [(1, "hello\nthere")]


def test_sections_around_slides_are_no_words_and_their_attributes_are_said() -> None:
    text = (
        '<section data-markdown data-timing="75" data-notes="Hello.">\n<textarea data-template>\n'
        "# a\n\nwords\n\n---\n\n# b\n</textarea>\n</section>\n\n<section>\n"
        '<section data-markdown>\n\n# c\n\n<aside class="notes">c</aside>\n\n</section>\n'
        '<section data-markdown><script type="text/template">\n# d\n</script></section>\n'
        "</section>\n"
    )

    assert [(one.title, one.text) for one in slides("", text)] == [
        ("a", "words"), ("b", ""), ("c", ""), ("d", "")
    ]  # fmt: skip
    assert notes("", text) == [(0, "[1:15]\nHello."), (2, "c")]


def test_what_a_slide_of_reveal_says_of_itself_is_its_note_and_its_time() -> None:
    text = (
        '# a\n\n<!-- .slide: data-timing="90" data-notes="Say this." -->\n\n---\n\n'
        '# b\n\n<!-- .slide: data-timing="30" -->\n\n---\n\n'
        '<!-- .slide: data-timing="30" -->\n\n# c\n\nNote: [1:00]\nMine counts.\n'
    )

    assert notes("", text) == [
        (0, "[1:30]\nSay this."), (1, "[0:30]"), (2, "[1:00]\nMine counts.")
    ]  # fmt: skip


def test_headings_and_lines_part_a_deck_of_quarto_together() -> None:
    text = (
        "# Part\n\n## a\n\none\n\n. . .\n\ntwo\n\n::: {.notes}\nsaid\n:::\n\n### below\n\n---\n\n"
        "three\n\n---\n\n## b\n\nfour\n"
    )

    assert [(one.title, one.text) for one in slides("format: revealjs\n", text)] == [
        ("Part", ""), ("a", "one\ntwo\nbelow"), ("three", "three"), ("b", "four")
    ]  # fmt: skip
    assert notes("format: revealjs\n", text) == [(1, "said")]
    assert titles("slide-level: 0\n", text)[:2] == ["Part", "three"]
    assert titles("slide-level: 3\n", text) == ["Part", "a", "below", "three", "b"]


def test_a_key_below_a_line_that_no_line_closes_is_no_setting_of_slidev() -> None:
    text = "# a\n\n<!-- one -->\n\ntext\n\n---\nlayout: false\n# b\n"

    assert notes("", text) == [(0, "one")]
    assert slides("", text)[1].text == "layout: false"


def test_marks_of_another_tool_in_code_tell_nothing() -> None:
    text = "# a\n\n```\n???\nNote: x\n<!-- headingDivider: 1 -->\n```\n\n--\n\nb\n\n---\n\n# c\n"

    assert titles("", text) == ["a", "c"]


def test_a_deck_with_line_ends_of_windows_is_the_same_deck() -> None:
    text = "# a\n\n<aside class='notes'>\nsay\nthis\n</aside>\n\n--\n\n# b\n\nNote: x\ny\n"

    one, other = read("", text), read("", text.replace("\n", "\r\n"))
    assert other.body.slides == one.body.slides
    assert [(note.slide, note.text) for note in one.body.notes] == [(0, "say\nthis"), (1, "x\ny")]
    assert other.body.notes == one.body.notes


def test_a_style_above_the_first_heading_is_no_slide_in_marp() -> None:
    style = "<style>\n\nh1 { color: red; }\n</style>\n\n"

    assert titles("marp: true\nheadingDivider: 1\n", f"{style}# a\n\n# b\n") == ["a", "b"]
    assert titles("marp: true\nheadingDivider: 1\n", f"{style}x\n\n# b\n") == ["x", "b"]


@pytest.mark.parametrize(
    ("front", "note"),
    [
        ("revealOptions: {}\n", "Note: said"),
        ("format: revealjs\n", "::: notes\nsaid\n:::"),
        ("output: xaringan::moon_reader\n", "???\nsaid"),
    ],
)
def test_a_comment_where_a_tool_has_notes_of_its_own_was_taken_out(front: str, note: str) -> None:
    text = f"# One\n\n<!-- ## Old -->\n\ntext\n\n{note}\n"

    assert [(one.title, one.text) for one in slides(front, text)] == [("One", "text")]
    assert notes(front, text) == [(0, "said")]


@pytest.mark.parametrize(
    "sign", ["::: notes\nsaid\n:::", "::: {.notes}\nsaid\n:::", "::: incremental\n- x\n:::"]
)
def test_blocks_and_a_theme_of_reveal_tell_pandoc(sign: str) -> None:
    text = f"# Part\n\n## a\n\nwords\n\n{sign}\n\n## b\n\nwords\n\n---\n\nc\n"

    assert titles("theme: league\n", text) == ["Part", "a", "b", "c"]


def test_the_mark_of_a_block_is_no_heading_where_an_equals_sign_stands_below_it() -> None:
    text = "# Part\n\n## a\n\n::: {.column}\n=\n:::\n\n## b\n\nwords\n"

    assert titles("format: revealjs\n", text) == ["Part", "a", "b"]


@pytest.mark.parametrize("above", ["- item", "```\ncode\n```", "> said", "| a |\n|---|\n| b |"])
def test_a_rule_below_what_cannot_be_a_heading_ends_a_slide(above: str) -> None:
    assert titles("", f"# a\n\n{above}\n---\n\n# b\n") == ["a", "b"]


def test_a_slide_of_remark_that_is_only_a_layout_is_none() -> None:
    layout = "class: center\nlayout: true\n\n<!-- for all below -->\n\n---\n\n"

    assert titles("", f"{layout}# a\n\n???\nsaid\n") == ["a"]
    assert notes("", f"{layout}# a\n\n???\nsaid\n") == [(0, "said")]
    assert titles("", "layout: true\n\nFooter\n\n---\n\n# a\n\n???\nsaid\n") == ["Footer", "a"]
    assert titles("", "# a\n\n---\nlayout: true\n\n???\nsaid\n") == ["a", ""]
