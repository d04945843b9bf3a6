from __future__ import annotations

import pytest
from growth import assert_in_proportion
from hypothesis import given, settings
from hypothesis import strategies as st

from enablekit.model.body import Body
from enablekit.model.finding import Finding
from enablekit.parsing import body

ASIDE = '<aside class="notes">'


def read(text: str) -> tuple[Body, tuple[Finding, ...]]:
    content, _, findings = body.read("deck.md", text, is_deck=True)
    return content, findings


def notes(text: str) -> list[tuple[int, str]]:
    return [(one.slide, one.text) for one in read(text)[0].notes]


def shown(text: str) -> str:
    content = read(text)[0]
    blocks = [f"{one.text} {one.html}" for one in content.blocks]
    return " ".join([*blocks, *(f"{one.title} {one.text}" for one in content.slides)])


@pytest.mark.parametrize(
    "opening",
    [
        '<aside class="notes">',
        "<aside class='notes'>",
        "<aside class=notes>",
        '<ASIDE CLASS="Notes">',
        '<aside id="x" class="big notes">',
        '<aside\n  class="notes"\n  data-markdown>',
        '<aside title="a > b" class="notes">',
        '<aside className="notes">',
    ],
)
def test_an_aside_is_a_note_however_its_tag_is_written(opening: str) -> None:
    text = f"# a\n\nwords\n\n{opening}\n\nSay *this*.\n\n- and\n- that\n\n</aside>\n\nmore\n"

    assert notes(text) == [(0, "Say *this*.\n\n- and\n- that")]
    assert "Say" not in shown(text)
    assert "aside" not in shown(text)
    assert read(text)[0].slides[0].text == "words\nmore"
    assert read(text)[1] == ()


def test_the_place_of_an_aside_is_that_of_its_words() -> None:
    (note,) = read('# a\n\n<aside class="notes">\n\n  Say this.\n  And that.\n</aside>\n')[0].notes

    assert (note.span.line, note.span.column) == (5, 3)
    assert (note.span.end_line, note.span.end_column) == (6, 12)
    assert note.text == "Say this.\nAnd that."


@pytest.mark.parametrize(
    "text",
    [
        '```html\n<aside class="notes">x</aside>\n```',
        '    <aside class="notes">x</aside>',
        'Write `<aside class="notes">x</aside>` there.',
        '\\<aside class="notes">x\\</aside>',
        "<aside>x</aside>",
        '<aside class="footnotes">x</aside>',
        '<div class="notes">x</div>',
    ],
)
def test_what_is_code_or_another_aside_is_no_note_and_stays(text: str) -> None:
    assert notes(f"# a\n\n{text}\n") == []
    assert "x" in shown(f"# a\n\n{text}\n")


def test_an_aside_in_a_comment_is_a_comment() -> None:
    assert notes('# a\n\n<!-- <aside class="notes">x</aside> -->\n') == [
        (0, '<aside class="notes">x</aside>')
    ]


def test_a_text_that_is_no_deck_keeps_its_asides() -> None:
    content = body.read("a.md", '# a\n\n<aside class="notes">x</aside>\n')[0]

    assert content.notes == ()
    assert content.blocks[1].text == "x"


def test_asides_inside_an_aside_belong_to_it() -> None:
    inside = 'a <aside>b</aside> c <aside class="notes">d</aside> e'
    text = f'# a\n\n<aside class="notes">{inside}</aside>f\n'

    assert notes(text) == [(0, inside)]
    assert read(text)[0].slides[0].text == "f"


def test_a_line_that_ends_slides_is_part_of_an_aside_around_it() -> None:
    text = '# a\n\n<aside class="notes">\nsay\n\n---\n\nthis\n</aside>\n---\n\n# b\n'

    assert notes(text) == [(0, "say\n\n---\n\nthis")]
    assert [one.title for one in read(text)[0].slides] == ["a", "b"]


def test_an_aside_never_closed_ends_with_its_slide_and_is_reported() -> None:
    text = (
        '# a\n\n<aside class="notes">\nsecret\n\nmore secret\n\n---\n\n# b\n\n'
        '<aside class="notes">open</aside>\n'
    )
    content, findings = read(text)

    assert notes(text) == [(0, "secret\n\nmore secret"), (1, "open")]
    assert [one.title for one in content.slides] == ["a", "b"]
    assert "secret" not in shown(text)
    assert [(one.code, one.span.line) for one in findings] == [("EK118", 3)]
    assert "</aside>" in findings[0].help


def test_an_aside_below_a_line_of_notes_is_said_with_it_and_what_follows_too() -> None:
    text = "# a\n\nNote: b\n<aside class='notes'>\nc\n\n---\n\nd</aside>\ne\n\n---\n\n# f\n"

    assert notes(text) == [(0, "b\n\nc\n\n---\n\nd\n\ne")]
    assert [one.title for one in read(text)[0].slides] == ["a", "f"]


@pytest.mark.parametrize(
    "text",
    [
        "Note: a\n::: notes\n\n---\n\nS3CRET\n:::\nS3CRET\n",
        f"Note: a\n{{{{% note %}}}}\n<section data-markdown>\n\n{ASIDE}S3CRET</aside>\n",
        f"Note: a\n::: notes\n<section data-markdown>\n\n{ASIDE}S3CRET</aside>\n\n:::\n",
        f"{{{{% note %}}}}\n::: notes\n\n---\n\n{ASIDE}S3CRET</aside>\n\n:::\n",
        f"::: notes\n{ASIDE}\n\n---\n\nS3CRET\n:::\n",
    ],
)
def test_notes_in_notes_are_shown_nowhere(text: str) -> None:
    assert "S3CRET" not in shown(f"# a\n\n{text}")
    assert "S3CRET" in "".join(note for _, note in notes(f"# a\n\n{text}"))


def test_an_aside_never_closed_in_a_block_of_notes_ends_with_it() -> None:
    text = f"# a\n\n::: notes\n{ASIDE} b\n:::\n\nshown\n\n---\n\n# c\n"

    assert notes(text) == [(0, f"{ASIDE} b")]
    assert [one.text for one in read(text)[0].slides] == ["shown", ""]
    assert read(text)[1] == ()


def test_a_slide_with_nothing_but_an_aside_is_a_slide() -> None:
    text = '<aside class="notes">x</aside>\n\n---\n\n# b\n\n---\n\n<aside class="notes">z</aside>\n'

    assert [one.title for one in read(text)[0].slides] == ["", "b", ""]
    assert notes(text) == [(0, "x"), (2, "z")]


def test_notes_of_the_theme_for_hugo_are_notes() -> None:
    text = "# a\n\n{{% note %}}\nsay\n{{% /note %}}\n\n{{< note >}}more{{< /note >}}\n"

    assert notes(text) == [(0, "say\n\nmore")]
    assert read(text)[0].slides[0].text == ""


HOSTILE = {
    "asides": (f"{ASIDE}a</aside>\n\n", 100_000),
    "asides in a line": (f"{ASIDE}a</aside> b ", 20_000),
    "slides with an aside": (f"{ASIDE}a</aside>\n\n---\n\n", 8_000),
    "asides never closed": (f"{ASIDE}a\n\n", 40_000),
    "slides with one never closed": (f"{ASIDE}a\n\n---\n\n", 8_000),
    "asides in asides": (ASIDE, 100_000),
    "ends of asides": ("</aside>", 100_000),
    "tags never closed": ('<aside class="notes', 50_000),
    "tags with brackets": ('<aside x="a>b>', 150_000),
    "asides in code": (f"`{ASIDE}` ", 50_000),
    "notes for Hugo": ("{{% note %}}", 50_000),
    "sections": ("<section data-markdown>\n\n", 50_000),
    "attributes": ('<!-- .slide: data-notes="a -->\n', 10_000),
    "directives": ("<!-- headingDivider: 2 -->\n# a\n\n", 8_000),
}


@pytest.mark.alone
@pytest.mark.parametrize("kind", HOSTILE)
def test_any_number_of_them_is_read_in_little_time(kind: str) -> None:
    piece, times = HOSTILE[kind]

    assert_in_proportion(lambda count: piece * count, times, read)


PIECES = st.sampled_from(
    [ASIDE, "</aside>", "<aside>", "```\n", "`", "<!--", "-->", "---", "--", "----", "", "\n",
     "# a", "- b", "> c", "::: notes", "::: internal", ":::", "Note: d", "???", "<aside x",
     "<section data-markdown>", "</section>", "{{% note %}}", "{{% /note %}}",
     "headingDivider: 2", "layout: x", "\\", "<aside",
     '<!-- .slide: data-notes="e" data-timing="9" -->', "<!-- headingDivider: 1 -->", "words"]
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES, max_size=30), st.lists(PIECES, max_size=30))
def test_whatever_surrounds_it_a_note_is_never_shown(before: list[str], after: list[str]) -> None:
    # Code before it would make it code, so what is open there is closed.
    lines = [one for one in before if "`" not in one and "<!--" not in one and "aside" not in one]
    text = "\n".join([*lines, "", f"{ASIDE}S3CRET</aside>", "", *after])

    assert "S3CRET" not in shown(text)
    assert any("S3CRET" in one.text for one in read(text)[0].notes)
