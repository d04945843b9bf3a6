from __future__ import annotations

import pytest

from enablekit.model.body import Body
from enablekit.parsing import body


def read(text: str, *, is_deck: bool = True, first_line: int = 1) -> Body:
    return body.read("deck.md", text, is_deck=is_deck, first_line=first_line)[0]


def notes(text: str, *, is_deck: bool = True) -> list[tuple[int, str]]:
    return [(note.slide, note.text) for note in read(text, is_deck=is_deck).notes]


DIALECTS = {
    "a notes block": "::: notes\nSay *this*.\n\nASK: That?\n:::\n",
    "a comment of Marp and Slidev": "<!--\nSay *this*.\n\nASK: That?\n-->\n",
    "reveal.js": "Note: Say *this*.\n\nASK: That?\n",
    "reveal.js, a line of its own": "Notes:\nSay *this*.\n\nASK: That?\n",
    "Remark": "???\nSay *this*.\n\nASK: That?\n",
}


@pytest.mark.parametrize("dialect", DIALECTS)
def test_notes_are_read_in_each_dialect_and_leave_the_body(dialect: str) -> None:
    text = f"# One\n\nshown\n\n{DIALECTS[dialect]}\n---\n\n# Two\n\nshown too\n"

    content = read(text)

    assert [(note.slide, note.text) for note in content.notes] == [(0, "Say *this*.\n\nASK: That?")]
    assert [one.text for one in content.slides] == ["shown", "shown too"]
    assert "this" not in "".join(block.text + block.html for block in content.blocks)
    assert content.words == 5


@pytest.mark.parametrize("dialect", ["a notes block"])
def test_a_notes_block_counts_in_any_text_and_stands_in_its_section(dialect: str) -> None:
    text = f"Intro.\n\n# One\n\n{DIALECTS[dialect]}\n# Two\n\n{DIALECTS[dialect]}"

    assert [slide for slide, _ in notes(text, is_deck=False)] == [1, 2]
    assert [slide for slide, _ in notes(f"{DIALECTS[dialect]}\n# One\n", is_deck=False)] == [0]


@pytest.mark.parametrize("dialect", [name for name in DIALECTS if name != "a notes block"])
def test_the_other_dialects_count_in_decks_only(dialect: str) -> None:
    assert notes(f"# One\n\n{DIALECTS[dialect]}", is_deck=False) == []


def test_comments_are_hidden_even_where_they_are_no_notes() -> None:
    content = read("# One\n\n<!-- not a note here -->\n\ntext\n", is_deck=False)

    assert [block.text for block in content.blocks] == ["One", "text"]


def test_the_place_of_a_note_is_that_of_its_words() -> None:
    text = (
        "# One\n\n::: notes\n\nSay this.\nAnd that.\n\n:::\n\n"
        "---\n\n<!-- Short. -->\n\n---\n\nNote: Long.\n"
    )
    content = read(text, first_line=11)

    assert [
        (one.span.line, one.span.column, one.span.end_line, one.span.end_column)
        for one in content.notes
    ] == [(15, 1, 16, 10), (22, 6, 22, 12), (26, 7, 26, 12)]


@pytest.mark.parametrize(
    "instruction",
    [
        "_class: lead",
        "class: lead",
        "\ntheme: gaia\npaginate: true\n",
        "_backgroundColor: #fff",
        "_anything: x",
        "$size: 16:9",
        "fit",
        ".slide: data-background='x'",
        ".element: class='fragment'",
        "enablekit: ignore EK101",
        "prettier-ignore",
        "markdownlint-disable MD013",
        "omit in toc",
        "more",
        "",
        " ",
    ],
)
def test_comments_for_tools_are_no_notes(instruction: str) -> None:
    assert notes(f"# One\n\n<!--{instruction}-->\n\n<!-- {instruction} -->\n") == []


@pytest.mark.parametrize(
    "said",
    [
        "Remember: ask about the budget.",
        "Class is important here.",
        "More than half of them pay late.",
        "Fit matters. Ask who decides.",
        "title of the talk, say it slowly",
        "ASK: Who signs?",
        "[0:45]\nThank you.",
    ],
)
def test_comments_for_people_are_notes(said: str) -> None:
    assert notes(f"# One\n\n<!-- {said} -->\n") == [(0, said)]


def test_several_notes_on_one_slide_become_one_in_the_order_of_the_text() -> None:
    text = (
        "# One\n\n<!-- First. -->\n\nshown <!-- second --> too\n\n"
        "::: notes\nThird.\n:::\n\nNote: Last.\n"
    )

    assert notes(text) == [(0, "First.\n\nsecond\n\nThird.\n\nLast.")]
    assert read(text).slides[0].text == "shown too"


def test_a_comment_or_a_mark_inside_notes_belongs_to_them() -> None:
    inside = "Say <!-- softly --> this.\n\n---\n\nNote: and\n\n???\nthat."
    text = f"# One\n\n::: notes\n{inside}\n:::\n\nstill one\n"

    assert notes(text) == [(0, inside)]
    assert len(read(text).slides) == 1


def test_marks_in_code_are_code() -> None:
    text = "# One\n\n```\n???\nNote: x\n<!-- y -->\n::: notes\n```\n\n`<!-- z -->` \\<!-- w -->\n"

    content = read(text)

    assert content.notes == ()
    assert content.blocks[1].text == "???\nNote: x\n<!-- y -->\n::: notes"


def test_notes_to_the_end_of_a_slide_end_there() -> None:
    text = "# One\n\n???\nSay this.\n---\n\n# Two\n\nNote:\nAnd that.\n\n---\n\n# Three\n"

    assert notes(text) == [(0, "Say this."), (1, "And that.")]
    assert [one.title for one in read(text).slides] == ["One", "Two", "Three"]


def test_blocks_inside_notes_need_their_own_ends() -> None:
    text = "::: notes\nSay\n::: tip\nthis\n:::\nnow.\n:::\n\nshown\n"

    assert notes(text, is_deck=False) == [(0, "Say\n::: tip\nthis\n:::\nnow.")]
    assert [block.text for block in read(text, is_deck=False).blocks] == ["shown"]


def test_notes_without_an_end_are_reported_and_nothing_after_them_is_shown() -> None:
    content, _, findings = body.read("a.md", "# One\n\n::: notes\nsecret\n\n# Two\n")

    assert [block.text for block in content.blocks] == ["One"]
    assert [note.text for note in content.notes] == ["secret\n\n# Two"]
    assert [(one.code, one.span.line) for one in findings] == [("EK118", 3)]


def test_what_follows_the_mark_on_its_line_is_said_too() -> None:
    assert notes("# One\n\n::: notes time=1:30\nSay this.\n:::\n") == [(0, "time=1:30\nSay this.")]


def test_the_common_indent_of_notes_goes() -> None:
    assert notes("# One\n\n- a\n\n  ::: notes\n  Say this.\n\n    - and that\n  :::\n") == [
        (0, "Say this.\n\n  - and that")
    ]


def test_empty_notes_are_none() -> None:
    assert notes("# One\n\n::: notes\n\n:::\n\n???\n") == []
