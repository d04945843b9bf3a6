from __future__ import annotations

import pytest

from enablekit.model.audience import Audience
from enablekit.model.item import Option, WrittenItem
from enablekit.parsing import body

HEADING = "## Check yourself {#check}\n\n"


def items(text: str, *, first_line: int = 1) -> tuple[WrittenItem, ...]:
    return body.read("a.md", text, first_line=first_line)[1]


def plain(text: str) -> list[tuple[str, list[tuple[str, bool]], str]]:
    """Return stems, options with whether they are keys, and rationales."""
    return [
        (one.stem, [(option.text, option.correct) for option in one.options], one.rationale)
        for one in items(text)
    ]


NUMBERED = """\
1. When does an *invoice* leave?

   - [ ] When the truck leaves
     > That was the rule.
   - [x] When the note is `read`
     > Yes.

   The note triggers it.

2. Who is asked?
   - [x] The depot
   - [ ] The customer
"""

HEADINGS = """\
### When does an *invoice* leave?

- [ ] When the truck leaves
  > That was the rule.
- [x] When the note is `read`
  > Yes.

The note triggers it.

### Who is asked?

- [x] The depot
- [ ] The customer
"""

PARAGRAPHS = """\
When does an *invoice* leave?

- [ ] When the truck leaves
  > That was the rule.
- [x] When the note is `read`
  > Yes.

The note triggers it.

Who is asked?

- [x] The depot
- [ ] The customer
"""


@pytest.mark.parametrize("form", [NUMBERED, HEADINGS, PARAGRAPHS])
def test_items_are_read_in_each_form_people_write_them(form: str) -> None:
    first, second = items(HEADING + form)

    assert first.stem == "When does an invoice leave?"
    assert first.options == (
        Option(text="When the truck leaves", correct=False, feedback="That was the rule."),
        Option(text="When the note is read", correct=True, feedback="Yes."),
    )
    assert first.rationale == "The note triggers it."
    assert (second.stem, second.rationale) == ("Who is asked?", "")
    assert [option.correct for option in second.options] == [True, False]


@pytest.mark.parametrize(
    ("form", "spans"),
    [
        (NUMBERED, [(3, 1, 10, 25), (12, 1, 14, 22)]),
        (HEADINGS, [(3, 1, 10, 22), (12, 1, 15, 19)]),
        (PARAGRAPHS, [(3, 1, 10, 22), (12, 1, 15, 19)]),
    ],
)
def test_an_item_knows_its_lines(form: str, spans: list[tuple[int, int, int, int]]) -> None:
    found = [one.span for one in items(HEADING + form)]

    assert [(one.line, one.column, one.end_line, one.end_column) for one in found] == spans


def test_lines_are_counted_from_the_first_line_of_the_body() -> None:
    assert [one.span.line for one in items(HEADING + NUMBERED, first_line=31)] == [33, 42]


def test_a_quiz_leaves_the_body() -> None:
    content = body.read(
        "a.md", f"# Title\n\nwords here\n\n{HEADING}{NUMBERED}\n## After\n\nmore\n"
    )[0]

    assert [block.text for block in content.blocks] == ["Title", "words here", "After", "more"]
    assert [(one.title, one.span.line, one.span.end_line) for one in content.sections] == [
        ("Title", 1, 4),
        ("After", 20, 22),
    ]
    assert content.words == 5


@pytest.mark.parametrize(
    "heading", ["## Quiz {#check pass=80}", "# {#check}", "Quiz {#check}\n---"]
)
def test_a_quiz_starts_at_any_heading_with_its_id(heading: str) -> None:
    assert len(items(f"{heading}\n\n{NUMBERED}")) == 2


@pytest.mark.parametrize("heading", ["## Check", "## Check {#checks}", "## Quiz {.check}"])
def test_other_headings_start_no_quiz(heading: str) -> None:
    content, found, _ = body.read("a.md", f"{heading}\n\n{NUMBERED}")

    assert found == ()
    assert content.words > 20


def test_a_quiz_ends_at_a_heading_of_its_level_or_a_higher_one() -> None:
    text = f"{HEADING}### Who?\n\n- [x] a\n- [ ] b\n\n# After\n\n- [ ] task\n"
    content, found, _ = body.read("a.md", text)

    assert [one.stem for one in found] == ["Who?"]
    assert [block.text for block in content.blocks] == ["After", "task"]


def test_there_may_be_several_quizzes() -> None:
    text = f"{HEADING}1. a\n   - [x] b\n\n## Between\n\nwords\n\n{HEADING}1. c\n   - [x] d\n"

    assert [one.stem for one in items(text)] == ["a", "c"]


def test_options_that_were_not_indented_belong_to_the_number_above() -> None:
    text = HEADING + "1. One?\n- [ ] a\n> Not quite.\n- [x] b\n2. Two?\n- [x] c\n\nBecause.\n"

    first, second = items(text)

    assert first.options == (
        Option(text="a", correct=False, feedback="Not quite."),
        Option(text="b", correct=True),
    )
    assert (second.stem, second.rationale) == ("Two?", "Because.")
    assert [option.text for option in second.options] == ["c"]


def test_a_scenario_of_several_paragraphs_is_part_of_the_stem() -> None:
    numbered = (
        "1. She says no.\n\n   > Our ERP does that.\n\n   What now?\n\n   - [x] Ask\n   - [ ] Go\n"
    )
    headed = "### She says no.\n\n> Our ERP does that.\n\nWhat now?\n\n- [x] Ask\n- [ ] Go\n"

    for form in (numbered, headed):
        assert plain(HEADING + form) == [
            ("She says no.\nOur ERP does that.\nWhat now?", [("Ask", True), ("Go", False)], "")
        ]


def test_the_last_paragraph_before_options_asks_and_those_before_it_explain() -> None:
    text = HEADING + "One?\n\n- [x] a\n\nWhy one.\n\nMore why.\n\nTwo?\n\n- [ ] b\n"

    assert plain(text) == [
        ("One?", [("a", True)], "Why one.\nMore why."),
        ("Two?", [("b", False)], ""),
    ]


def test_directions_above_numbers_or_headings_are_no_item() -> None:
    assert [one.stem for one in items(f"{HEADING}Take your time.\n\n1. a?\n   - [x] b\n")] == ["a?"]
    assert [one.stem for one in items(f"{HEADING}Take time.\n\n### a?\n\n- [x] b\n")] == ["a?"]


def test_an_item_that_is_not_finished_is_returned_so_that_it_can_be_reported() -> None:
    assert plain(f"{HEADING}1. No options?\n2. No key?\n   - a\n   - b\n3. Two?\n   - [x] c\n") == [
        ("No options?", [], ""),
        ("No key?", [("a", False), ("b", False)], ""),
        ("Two?", [("c", True)], ""),
    ]
    assert plain(f"{HEADING}- [x] a\n- [ ] b\n") == [("", [("a", True), ("b", False)], "")]
    assert plain(f"{HEADING}### Plain?\n\n- a\n- b\n") == [
        ("Plain?", [("a", False), ("b", False)], "")
    ]


def test_keys_may_be_several_and_marked_with_a_large_x() -> None:
    assert plain(f"{HEADING}1. a?\n   - [X] b\n   - [x] c\n   - [ ] d\n") == [
        ("a?", [("b", True), ("c", True), ("d", False)], "")
    ]


def test_numbered_options_and_blank_lines_between_options_are_fine() -> None:
    assert plain(f"{HEADING}a?\n\n1. [ ] b\n\n2. [x] c\n") == [
        ("a?", [("b", False), ("c", True)], "")
    ]


def test_markup_and_shortcodes_leave_the_words() -> None:
    text = HEADING + "1. Is **11 %** {{< x >}} right, [see](/a)?<br>Yes?\n   - [x] `a` &amp; b\n"

    assert plain(text) == [("Is 11 % right, see?\nYes?", [("a & b", True)], "")]


def test_items_for_a_few_say_so() -> None:
    text = (
        f"{HEADING}1. a?\n   - [x] b\n\n::: internal\n1. c?\n   - [x] d\n:::\n\n## After\n\nwords\n"
    )
    content, found, _ = body.read("a.md", text)

    assert [(one.stem, one.audience) for one in found] == [
        ("a?", None),
        ("c?", Audience.INTERNAL),
    ]
    assert [block.text for block in content.blocks] == ["After", "words"]


def test_a_quiz_in_a_code_block_is_code() -> None:
    content, found, _ = body.read("a.md", f"```\n{HEADING}{NUMBERED}```\n")

    assert found == ()
    assert [block.kind for block in content.blocks] == ["code"]
