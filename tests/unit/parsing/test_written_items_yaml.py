from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from enablekit.config.project import Config
from enablekit.model.finding import Finding, Severity
from enablekit.model.item import Number, Option, WrittenItem
from enablekit.model.source import SourceFile
from enablekit.parsing import figures
from enablekit.parsing.asset import parse

HEAD = "---\ntitle: T\nenablement:\n  check:\n    items:\n      - "


def read(item: str) -> tuple[tuple[WrittenItem, ...], tuple[Finding, ...]]:
    """Read an item of `check:`, of which each line but the first is indented by eight."""
    text = HEAD + item.strip().replace("\n", "\n        ") + "\n---\n\n# T\n"
    asset, findings = parse(SourceFile(path="a.md", data=text.encode(), is_text=True), Config())
    assert asset is not None
    return asset.items, findings


def one(item: str) -> WrittenItem:
    items, findings = read(item)
    assert [found for found in findings if found.code != "EK104"] == []
    return items[0]


@pytest.mark.parametrize(
    "pairs",
    [
        "pairs:\n  CFO: Cost paper\n  CTO: Brief",
        "pairs:\n  - CFO: Cost paper\n  - CTO: Brief",
        "pairs:\n  - {prompt: CFO, answer: Cost paper}\n  - {prompt: CTO, answer: Brief}",
        "pairs:\n  - prompt: CFO\n    answer: Cost paper\n  - CTO: Brief",
    ],
)
def test_pairs_are_matched_in_each_way_to_write_them(pairs: str) -> None:
    item = one(f"stem: Which?\n{pairs}\ndistractors: Datasheet")

    assert (item.form, item.prompts, item.matches) == ("matching", ("CFO", "CTO"), (0, 1))
    assert [(option.text, option.correct) for option in item.options] == [
        ("Cost paper", True),
        ("Brief", True),
        ("Datasheet", False),
    ]


def test_an_answer_that_two_prompts_share_is_one_option() -> None:
    item = one("stem: Which?\npairs:\n  CFO: Paper\n  CTO: Brief\n  COO: Paper")

    assert [option.text for option in item.options] == ["Paper", "Brief"]
    assert item.matches == (0, 1, 0)


def test_steps_numbers_and_words_make_items_of_their_own_form() -> None:
    order = one("stem: Order?\nsteps: [Read, Compare, Release]")
    number = one("stem: How long?\nnumber: 14\ntolerance: 0.5\nunit: days")
    short = one("stem: What?\nanswers: [thirty days, 30 days]")

    assert (order.form, [step.text for step in order.options]) == (
        "ordering",
        ["Read", "Compare", "Release"],
    )
    assert (number.form, number.number) == (
        "numeric",
        Number(value="14", tolerance="0.5", unit="days"),
    )
    assert (short.form, [answer.text for answer in short.options]) == (
        "short",
        ["thirty days", "30 days"],
    )


@pytest.mark.parametrize(
    "feedback",
    ["feedback:\n  30 days: Too long.", "feedback:\n  - option: 30 days\n    say: Too long."],
)
def test_feedback_stands_at_the_option_it_names(feedback: str) -> None:
    item = one(f"stem: How long?\nkey: 14 days\ndistractors: [30 days]\n{feedback}")

    assert item.options == (
        Option(text="14 days", correct=True),
        Option(text="30 days", correct=False, feedback="Too long."),
    )


@pytest.mark.parametrize(
    ("item", "message", "line"),
    [
        ("stem: a\nkey: b\nsteps: [b, c]", "`key` asks for one to choose and `steps` for", 8),
        ("stem: a\nnumber: 1\nanswers: [b]", "`number` asks for a number to type and", 8),
        ("stem: a\nsteps: [b]", "there are fewer than two steps", 7),
        ("stem: a\nsteps: [b, b]", "“b” stands there twice", 7),
        ("stem: a\npairs: {b: c}", "there are fewer than two pairs", 7),
        ("stem: a\npairs:\n  - {prompt: b}\n  - c: d\n  - e: f", "“b” has no answer", 7),
        ("stem: a\npairs:\n  - b: c\n  - b: d\n  - e: f", "“b” stands there twice, with “c”", 7),
    ],
)
def test_an_item_that_cannot_be_marked_is_reported_and_not_asked(
    item: str, message: str, line: int
) -> None:
    items, findings = read(item)
    found = [one for one in findings if one.code == "EK120"]

    assert items == ()
    assert found[0].message.startswith(message)
    assert (found[0].severity, found[0].span.line, found[0].place) == (
        Severity.ERROR,
        line,
        "item 1",
    )
    assert all(one.help for one in found)


@pytest.mark.parametrize(
    ("item", "message"),
    [
        ("stem: a\nsteps: [b, c]\ndistractors: [d]", "`distractors` means nothing beside `steps`"),
        ("stem: a\nkey: b\nunit: days", "`unit` means nothing beside `key`"),
        ("stem: a\nnumber: 1\nfeedback: {b: c}", "`feedback` means nothing beside `number`"),
        ("stem: a\nnumber: 1\ntolerance: -1", "`tolerance` is below zero"),
        ("stem: a\nkey: Brief\nfeedback: {breif: c}", "“breif” is no answer of this question"),
    ],
)
def test_what_is_out_of_place_is_reported_and_the_item_is_asked(item: str, message: str) -> None:
    items, findings = read(item)
    (found,) = [one for one in findings if one.code == "EK120"]

    assert len(items) == 1
    assert found.message.startswith(message)
    assert (found.severity, bool(found.help)) == (Severity.WARNING, True)


def test_a_slip_in_the_name_of_an_option_comes_with_the_option_meant() -> None:
    _, findings = read("stem: a\nkey: Brief\nfeedback: {breif: c}")

    assert [one.help for one in findings if one.code == "EK120"] == ["Did you mean “Brief”?"]


def test_a_number_with_words_is_reported_with_where_they_go() -> None:
    items, findings = read("stem: a\nnumber: 14 days")

    assert items == ()
    assert [(one.code, one.span.line) for one in findings if one.code == "EK106"] == [("EK106", 7)]
    assert "`unit:`" in next(one.help for one in findings if one.code == "EK106")


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("14", "14"), ("1,000", "1000"), ("1,5", "1.5"), ("1.234", "1.234"), ("+5", "5"),
        (".5", "0.5"), ("-0", "0"), ("007", "7"), ("1 000,50", "1000.50"), ("1'000", "1000"),
        ("12,34,567", ""), ("1e3", ""), ("x", ""), ("", ""), ("1.2.3", ""), ("-", ""),
    ],
)  # fmt: skip
def test_figures_are_read_exactly_or_not_at_all(written: str, plain: str) -> None:
    assert figures.plain(written) == plain


@settings(max_examples=200)
@given(
    st.decimals(
        allow_nan=False, allow_infinity=False, places=3, min_value=-(10**9), max_value=10**9
    )
)
def test_every_number_survives_however_its_thousands_are_grouped(value: object) -> None:
    written = f"{value:,}"

    assert float(figures.plain(written)) == float(f"{value}")
    assert figures.plain(written.replace(",", "\N{NO-BREAK SPACE}")) == figures.plain(written)
