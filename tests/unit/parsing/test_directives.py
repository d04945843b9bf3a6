from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from enablekit.model.audience import Audience
from enablekit.model.body import Body
from enablekit.model.finding import Finding
from enablekit.parsing import body

INTERNAL, PARTNER, CUSTOMER, PUBLIC = Audience


def read(text: str, *, is_deck: bool = False) -> tuple[Body, tuple[Finding, ...]]:
    content, _, findings = body.read("a.md", text, is_deck=is_deck)
    return content, findings


def marked(text: str) -> list[tuple[str, Audience | None]]:
    return [(block.text, block.audience) for block in read(text)[0].blocks]


def test_blocks_between_marks_are_for_the_circle_named() -> None:
    text = "a\n\n::: internal\nb\n\n- c\n:::\n\nd\n\n::: public\ne\n:::\n"

    assert marked(text) == [
        ("a", None),
        ("b", INTERNAL),
        ("c", INTERNAL),
        ("d", None),
        ("e", PUBLIC),
    ]
    assert read(text)[1] == ()


@pytest.mark.parametrize(
    "opening",
    ["::: internal", ":::internal", ":::: Internal", "  :::  internal  ", "::: {.internal}"],
)
def test_a_mark_may_be_spelled_in_any_of_the_ways_people_know(opening: str) -> None:
    assert marked(f"a\n{opening}\nb\n::::\nc\n") == [("a", None), ("b", INTERNAL), ("c", None)]


def test_marks_cut_a_paragraph_a_list_and_a_heading_apart_without_blank_lines() -> None:
    assert marked("a\n::: partner\nb\n:::\nc\n") == [("a", None), ("b", PARTNER), ("c", None)]
    assert marked("- a\n::: partner\n- b\n:::\n- c\n") == [
        ("a", None),
        ("b", PARTNER),
        ("c", None),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "> a\n>\n> ::: internal\n> secret\n> :::\n>\n> b\n",
        "- a\n\n  ::: internal\n  secret\n  :::\n\n- b\n",
        "- ::: internal\n  secret\n  :::\n- b\n",
        "1. a\n   > ::: internal\n   > secret\n   > :::\n",
        "<div>\n::: internal\nsecret\n:::\n</div>\n",
        "<script>\n::: internal\nsecret\n:::\n",
        "<!-- a\n::: internal\nsecret\n:::\n",
        "| a |\n|---|\n::: internal\nsecret\n:::\n",
        "`a\n::: internal\nsecret\n:::\nb`\n",
        "[^1]: a\n\n    ::: internal\n    secret\n    :::\n\nx[^1]\n",
        "a\n    ::: internal\n    secret\n    :::\n",
    ],
)
def test_a_secret_stays_with_its_circle_wherever_its_mark_stands(text: str) -> None:
    for block in read(text)[0].blocks:
        if "secret" in block.text + block.html:
            assert block.audience is INTERNAL
    assert any("secret" in block.text for block in read(text)[0].blocks)


def test_marks_in_code_are_code_and_marks_in_comments_are_comments() -> None:
    text = "```\n::: internal\n```\n\n    ::: internal\n\n<!--\n::: internal\n-->\n\na\n"

    content, findings = read(text)

    assert [block.audience for block in content.blocks] == [None, None, None]
    assert content.blocks[0].text == "::: internal"
    assert findings == ()


def test_an_inner_block_may_narrow_the_circle_but_never_widen_it() -> None:
    text = "::: partner\na\n::: internal\nb\n:::\n::: public\nc\n:::\nd\n:::\ne\n"

    assert marked(text) == [
        ("a", PARTNER),
        ("b", INTERNAL),
        ("c", PARTNER),
        ("d", PARTNER),
        ("e", None),
    ]


def test_a_shorter_run_of_colons_does_not_close_a_block() -> None:
    content, findings = read(":::: internal\na\n:::\nsecret\n::::\nb\n")

    assert [block.audience for block in content.blocks] == [INTERNAL, INTERNAL, None]
    assert [(one.code, one.span.line) for one in findings] == [("EK118", 3)]
    assert "as many colons" in findings[0].help


def test_a_block_never_closed_is_reported_at_its_line_and_is_internal_to_the_end() -> None:
    content, findings = read("a\n\n::: public\nb\n\n# c\n\nd\n")

    assert [block.audience for block in content.blocks] == [None, INTERNAL, INTERNAL, INTERNAL]
    assert [(one.code, one.span.line, one.span.column) for one in findings] == [("EK118", 3, 1)]
    assert "public" in findings[0].message


def test_a_block_closed_but_never_opened_is_reported_and_hides_nothing() -> None:
    content, findings = read("a\n\n:::\n\nb\n")

    assert [block.text for block in content.blocks] == ["a", "b"]
    assert [(one.code, one.span.line) for one in findings] == [("EK118", 3)]


@pytest.mark.parametrize("slip", ["internl", "Intenal", "interal", "patner", "custmer"])
def test_a_slip_in_the_name_keeps_the_block_internal_and_is_reported(slip: str) -> None:
    content, findings = read(f"::: {slip}\nsecret\n:::\na\n")

    assert [block.audience for block in content.blocks] == [INTERNAL, None]
    assert [one.code for one in findings] == ["EK118"]
    assert slip.lower() in findings[0].message


@pytest.mark.parametrize("name", ["tip", "note", "warning", "details", "code-group", "info"])
def test_blocks_of_other_tools_show_what_stands_in_them_without_their_marks(name: str) -> None:
    content, findings = read(f"a\n\n:::{name}\nb\n:::\n\nc\n")

    assert [(block.text, block.audience) for block in content.blocks] == [
        ("a", None),
        ("b", None),
        ("c", None),
    ]
    assert findings == ()


def test_the_title_of_such_a_block_is_kept_at_its_place() -> None:
    content, _ = read("::: tip Before you call\nb\n:::\n\n:::tip[After]{#x}\nc\n:::\n")

    assert [block.text for block in content.blocks] == ["Before you call", "b", "After", "c"]
    assert content.blocks[0].offsets == ((0, 1, 9),)
    assert content.blocks[2].offsets == ((0, 5, 8),)


def test_links_and_footnotes_may_be_defined_in_another_part() -> None:
    content, _ = read(
        "See [it] and[^n].\n\n::: internal\n[IT] too[^n]\n:::\n\n[it]: /a\n[^n]: Why.\n"
    )

    assert [link.url for block in content.blocks for link in block.links] == ["/a", "/a"]
    assert content.blocks[0].html.count("#s-fn:1") == 1
    assert content.blocks[1].html.count("#s-fn:1") == 1
    assert [block.text for block in content.blocks] == ["See it and.", "IT too", "Why."]


def test_nothing_left_open_in_one_part_swallows_another() -> None:
    assert marked("::: internal\n<!-- a\n:::\n\nb\n")[-1] == ("b", None)
    assert marked("<pre>\n\n::: internal\nb\n:::\n\nc\n")[-1] == ("c", None)


def test_a_section_inside_a_block_is_for_its_circle() -> None:
    content, _ = read("# a\n\n::: internal\n## b\n\nc\n:::\n\n## d\n\n::: partner\ne\n:::\n")

    assert [(one.title, one.audience) for one in content.sections] == [
        ("a", None),
        ("b", INTERNAL),
        ("d", None),
    ]


def test_the_title_of_a_section_is_kept_even_when_the_block_ends_inside_it() -> None:
    content, _ = read("::: internal\n## secret\n:::\n\nb\n")

    assert content.sections[0].audience is INTERNAL


def test_text_before_the_first_heading_is_marked_when_all_of_it_is() -> None:
    content, _ = read("::: internal\na\n:::\n::: partner\nb\n:::\n\n# c\n")

    assert content.sections[0].audience is PARTNER
    assert read("::: internal\na\n:::\nb\n")[0].sections[0].audience is None


NAMES = st.sampled_from(["internal", "partner", "customer", "public", "tip", "notes", "intrnal"])
INDENTS = st.sampled_from(["", "", "", "> ", "- ", "  ", "1. "])
OPENINGS = st.tuples(INDENTS, st.sampled_from([":::", "::::"]), NAMES).map(
    lambda one: f"{one[0]}{one[1]} {one[2]}"
)
LINES = st.one_of(
    OPENINGS,
    st.sampled_from([":::", ":::", "::::", "> :::", "", "", "a *b*", "- c", "> d", "# e"]),
    st.sampled_from(["<div>", "</div>", "<script>", "| a |\n|---|", "[^1]: f", "g[^1]"]),
)


@settings(max_examples=300, deadline=None)
@given(st.lists(LINES), st.lists(LINES), st.booleans())
def test_whatever_surrounds_it_an_internal_block_never_reaches_a_wider_circle(
    before: list[str],
    after: list[str],
    is_deck: bool,  # noqa: FBT001 - drawn by hypothesis
) -> None:
    text = "\n".join([*before, "::::: internal", "", "S3CRET", "", ":::::", *after])
    content, _ = read(text, is_deck=is_deck)

    for block in content.blocks:
        if "S3CRET" in block.html or "S3CRET" in block.text:
            assert block.audience is INTERNAL
    for slide in content.slides:
        if "S3CRET" in slide.text + slide.title:
            assert slide.audience is INTERNAL
