from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from growth import assert_in_proportion
from hypothesis import given, settings
from hypothesis import strategies as st

from enablekit.model.audience import Audience
from enablekit.model.finding import Severity
from enablekit.model.item import Number, Option, WrittenItem
from enablekit.parsing import body
from enablekit.parsing.text import decode

if TYPE_CHECKING:
    from collections.abc import Iterator

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


# Forms other than choosing


FORMS = """\
1. How many days?
   Answer: 14 days (± 1)

   It says so.

2. In which order?

   **Answer:**

   1. Read the note
   2. Compare
      > Line by line.
   3. Release

3. Which piece fits whom?

   Answer:

   | buyer | piece |
   | --- | --- |
   | CFO | Cost paper |
   | CTO | Brief |
   |  | Datasheet |

4. What is the span called?
   Answer: thirty days | 30 days
"""


def test_answers_can_be_typed_put_in_order_and_matched() -> None:
    number, order, match, short = items(HEADING + FORMS)

    assert (number.form, number.stem, number.rationale) == (
        "numeric",
        "How many days?",
        "It says so.",
    )
    assert number.number == Number(value="14", tolerance="1", unit="days")
    assert (order.form, [one.text for one in order.options]) == (
        "ordering",
        ["Read the note", "Compare", "Release"],
    )
    assert order.options[1].feedback == "Line by line."
    assert (match.form, match.prompts, match.matches) == ("matching", ("CFO", "CTO"), (0, 1))
    assert match.options == (
        Option(text="Cost paper", correct=True),
        Option(text="Brief", correct=True),
        Option(text="Datasheet", correct=False),
    )
    assert (short.form, [one.text for one in short.options]) == (
        "short",
        ["thirty days", "30 days"],
    )


@pytest.mark.parametrize(
    "text",
    [
        "### How many?\n\nAnswer: 14 days\n\nBecause.\n\n### Who?\n\nAnswer: The depot\n",
        "How many?\n\nAnswer: 14 days\n\nBecause.\n\nWho?\n\nAnswer: The depot\n",
        "How many?\nAnswer: 14 days\n\nBecause.\n\nWho?\nanswer: The depot\n",
        "1) How many?\n   Answer: 14 days\n\n   Because.\n2) Who?\n   Answer: The depot\n",
    ],
)
def test_an_answer_stands_below_its_question_in_each_form_of_a_quiz(text: str) -> None:
    first, second = items(HEADING + text)

    assert (first.stem, first.number, first.rationale) == (
        "How many?",
        Number(value="14", unit="days"),
        "Because.",
    )
    assert (second.stem, second.form, second.options) == (
        "Who?",
        "short",
        (Option(text="The depot", correct=True),),
    )


def test_what_explains_options_may_begin_with_answer_as_before() -> None:
    for form in ("1. a?\n   - [x] b\n\n   Answer: b.\n", "a?\n\n- [x] b\n\nAnswer: b.\n"):
        assert plain(HEADING + form) == [("a?", [("b", True)], "Answer: b.")]
    assert plain(f"{HEADING}### a?\n\nAnswer: one of\n\n- [x] b\n") == [
        ("a?\nAnswer: one of", [("b", True)], "")
    ]


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("14", ("14", "0", "")),
        ("\N{MINUS SIGN}2,5 °C ± 0.5", ("-2.5", "0.5", "°C")),
        ("€ 4,200", ("4200", "0", "€")),
        ("11 %", ("11", "0", "%")),
        ("200 days (± 5 %)", ("200", "10", "days")),
        ("1 000 000 users", ("1000000", "0", "users")),
        ("14 days (+/- 1 day).", ("14", "1", "days")),
    ],
)
def test_numbers_are_read_with_their_unit_and_tolerance(
    written: str, number: tuple[str, str, str]
) -> None:
    (item,) = items(f"{HEADING}1. a?\n   Answer: {written}\n")

    assert item.number is not None
    assert (item.number.value, item.number.tolerance, item.number.unit) == number


@pytest.mark.parametrize("words", ["24/7", "3rd party", "Match 4", "4.2.1", '"30 days"', "5G"])
def test_words_that_hold_a_number_stay_words(words: str) -> None:
    (item,) = items(f"{HEADING}1. a?\n   Answer: {words}\n")

    assert (item.form, item.options[0].text) == ("short", words.strip('"'))


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        ("Answer:", "`Answer:` has nothing behind it"),
        ("Answer:\n\n   - b\n   - c", "is neither numbered nor ticked"),
        ("Answer:\n\n   1. only", "in “a?”, there are fewer than two steps"),
        ("Answer:\n\n   1. b\n   2. b", "“b” stands there twice"),
        ("Answer:\n\n   |x|y|\n   |-|-|\n   |b|c|", "there are fewer than two pairs"),
        ("Answer:\n\n   |x|y|\n   |-|-|\n   |b|c|\n   |d|e|\n   |f||", "“f” has no answer"),
        ("Answer:\n\n   |x|y|\n   |-|-|\n   |b|c|\n   |d|e|\n   |b|e|", "“b” stands there twice"),
        ("Answer:\n\n   |x|y|z|\n   |-|-|-|\n   |b|c|d|", "has two columns"),
    ],
)
def test_an_answer_that_cannot_be_marked_is_reported(answer: str, message: str) -> None:
    _, _, findings = body.read("a.md", f"{HEADING}1. a?\n\n   {answer}\n")

    assert any(one.code == "EK120" and message in one.message for one in findings)
    assert all(one.help for one in findings)


# Boxes that are none


@pytest.mark.parametrize(
    ("line", "column", "repaired"),
    [
        ("- [X ] b", 3, "- [x] b"),
        ("- [ x] b", 3, "- [x] b"),
        ("- [x]b", 3, "- [x] b"),
        ("* [x]b", 3, "* [x] b"),
        ("-[x] b", 1, "- [x] b"),
        ("- [✓] b", 3, "- [x] b"),
        ("- ［x］ b", 3, "- [x] b"),  # noqa: RUF001 - full-width brackets
        ("- 【ｘ】b", 3, "- [x] b"),  # noqa: RUF001 - a full-width letter
        ("- (x) b", 3, "- [x] b"),
        ("– [x] b", 1, "- [x] b"),
        ("• [x] b", 1, "- [x] b"),
        ("- ☑ b", 3, "- [x] b"),
        ("[x] b", 1, "[x] b"),
    ],
)
def test_a_box_that_is_nearly_one_is_read_as_meant_and_reported(
    line: str, column: int, repaired: str
) -> None:
    second = "[ ] c" if line.startswith("[") else "- [ ] c"
    text = f"{HEADING}### a?\n\n{line}\n{second}\n"
    (item,) = items(text)
    findings = [one for one in body.read("a.md", text)[2] if one.span.line == 5]

    assert [(option.text, option.correct) for option in item.options] == [("b", True), ("c", False)]
    assert [(one.code, one.span.column) for one in findings] == [("EK121", column)]
    repair = findings[0].repair
    assert repair is not None
    edit = repair.edits[0]
    before, after = line[: edit.span.column - 1], line[edit.span.end_column - 1 :]
    assert before + edit.text + after == repaired


@pytest.mark.parametrize("line", ["- [] c", "- [  ] c", "-[ ] c", "- [ ]c", "- ☐ c", "- ( ) c"])
def test_an_empty_box_that_is_nearly_one_is_no_right_answer(line: str) -> None:
    for newline in ("\n", "\n\n"):
        text = f"{HEADING}### a?\n\n- [x] b{newline}{line}\n"
        (item,) = items(text)

        assert [(one.text, one.correct) for one in item.options] == [("b", True), ("c", False)]
        assert [one.code for one in body.read("a.md", text)[2]] == ["EK121"]


def test_a_sign_that_may_mean_either_is_kept_and_reported_as_an_error() -> None:
    text = f"{HEADING}1. a?\n   - [x] b\n   - [y] c\n"
    (item,) = items(text)
    (finding,) = body.read("a.md", text)[2]

    assert [(one.text, one.correct) for one in item.options] == [("b", True), ("[y] c", False)]
    assert (finding.severity, finding.span.line, finding.span.column) == (Severity.ERROR, 5, 6)


def test_options_indented_too_far_are_options_all_the_same() -> None:
    text = f"{HEADING}1. a?\n   - [x] b\n     - [ ] c\n     - [ ] d\n"
    (item,) = items(text)
    (finding,) = body.read("a.md", text)[2]

    assert [(one.text, one.correct) for one in item.options] == [
        ("b", True),
        ("c", False),
        ("d", False),
    ]
    assert (finding.code, finding.span.line, finding.span.column) == ("EK121", 5, 6)


def test_options_that_markdown_takes_for_code_are_reported() -> None:
    (finding,) = body.read("a.md", f"{HEADING}### a?\n\n    - [x] b\n    - [ ] c\n")[2]

    assert (finding.code, finding.span.line, finding.severity) == ("EK121", 5, Severity.ERROR)


@pytest.mark.parametrize(
    "line",
    ["- [x](/b) c", "- \\[x] c", "- `[x]` c", "- (a) c", "- [1] c", "- b [x] c", "- [^1] c"],
)
def test_brackets_that_are_no_boxes_stay_what_they_are(line: str) -> None:
    _, found, findings = body.read("a.md", f"{HEADING}1. a?\n   - yes\n   {line}\n")

    assert findings == ()
    assert len(found[0].options) == 2


def test_a_question_may_begin_with_brackets() -> None:
    text = f"{HEADING}1. [] is what?\n   - [x] a\n   - [ ] b\n2. Who?\n   - [x] c\n"
    _, found, findings = body.read("a.md", text)

    assert [one.stem for one in found] == ["[] is what?", "Who?"]
    assert findings == ()


def test_a_sound_quiz_gives_no_findings() -> None:
    for form in (NUMBERED, HEADINGS, PARAGRAPHS, FORMS):
        assert body.read("a.md", HEADING + form)[2] == ()


PIECES = st.sampled_from(
    [
        "1. ", "2) ", "- ", "* ", "-", "[x] ", "[ ] ", "[X ]", "[]", "［x］", "[y] ", "> ", "### ",  # noqa: RUF001 - full-width brackets
        "Answer: ", "Answer:", "\n", "\n\n", "\n   ", "\n\n    ", "\t", "alpha", "beta ", "14 days",
        " | ", "\n| a | b |\n|---|---|\n| c | d |\n", "± 1", "`code`", "**", "x<br>",
        "?", "\\", "&amp;",
    ]
)  # fmt: skip


def kept(item: WrittenItem) -> Iterator[str]:
    """Yield all words of an item."""
    yield from (item.stem, item.rationale, *item.prompts)
    for option in item.options:
        yield from (option.text, option.feedback)
    if item.number:
        yield from (item.number.value, item.number.tolerance, item.number.unit)


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=14).map("".join), st.sampled_from(["\n", "\r\n"]))
def test_no_text_stops_the_reading_and_no_option_is_lost(text: str, newline: str) -> None:
    quiz = f"{HEADING}1. start\n   - [x] first\n   - [ ] second\n\n{text}".replace("\n", newline)
    source, _ = decode("a.md", quiz.encode())
    content, found, findings = body.read("a.md", source)

    # What is no longer part of the quiz, because a line made a heading of it, is read.
    said = "\n".join([*(part for item in found for part in kept(item)),
                      *(block.text for block in content.blocks)])  # fmt: skip
    for word in ("alpha", "beta", "code"):
        assert said.count(word) >= source.count(word)
    last = source.count("\n") + 1
    assert all(1 <= one.span.line <= last for one in findings)
    assert all(one.help for one in findings)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=120))
def test_any_text_can_be_a_quiz(text: str) -> None:
    source, _ = decode("a.md", f"{HEADING}{text}".encode("utf-8", "replace"))
    _, found, _ = body.read("a.md", source)

    assert all(item.span.line >= 1 for item in found)


def test_many_options_inside_each_other_do_no_harm() -> None:
    _, found, _ = body.read("a.md", f"{HEADING}1. a?\n   " + "- [x] " * 300 + "deep\n")

    assert len(found) == 1
    assert "deep" in "".join(kept(found[0]))


@pytest.mark.alone
@pytest.mark.parametrize(
    ("start", "piece", "end"), [("- [", " ", ""), ("Answer: 1", " 111", "x"), ("", "-", "")]
)
def test_a_line_without_end_is_read_in_little_time(start: str, piece: str, end: str) -> None:
    def quiz(length: int) -> str:
        return f"{HEADING}1. a?\n   {start}{piece * (length // len(piece))}{end}\n"

    assert_in_proportion(quiz, 80_000, lambda text: body.read("a.md", text))
