from __future__ import annotations

import pytest

from enablekit.checking import baseline
from enablekit.errors import UsageError
from enablekit.model.diagnosis import Diagnosis
from enablekit.model.finding import Finding, Severity
from enablekit.model.span import Span

FIGURE = Diagnosis(
    code="EK701", name="unsourced-statistic", severity=Severity.WARNING,
    what="", why="", wrong="", right="",
)  # fmt: skip
TEXT = "Costs fell by 31%.\nPrices fell by 31%.\n"


def at(line: int, text: str = TEXT) -> Finding:
    column = text.split("\n")[line - 1].index("31%") + 1
    span = Span(path="a.md", line=line, column=column, end_line=line, end_column=column + 3)
    return FIGURE.at(span, f"no source for 31% on line {line}")


def test_a_known_finding_stays_known_when_lines_move() -> None:
    entries = [baseline.known(at(1), {"a.md": TEXT})]
    moved = f"New.\n\n{TEXT}"

    new, count, stale = baseline.subtracted([at(3, moved)], entries, {"a.md": moved})

    assert (new, count, stale) == ((), 1, ())


def test_one_entry_stands_for_one_finding_only() -> None:
    entries = [baseline.known(at(1), {"a.md": TEXT})]

    new, count, stale = baseline.subtracted([at(1), at(2)], entries, {"a.md": TEXT})

    assert len(new) == 1
    assert (count, stale) == (1, ())


def test_an_entry_without_its_finding_is_stale_and_reported_at_its_line() -> None:
    entry = baseline.known(at(1), {"a.md": TEXT})
    other = baseline.Known(path="b.md", rule="EK504", text="0" * 16)
    written = baseline.rendered([other, entry])

    _, _, stale = baseline.subtracted([at(1)], [entry, other], {"a.md": TEXT})
    (found,) = baseline.stale(stale, baseline.NAME, written)

    assert found.code == "EK904"
    assert found.severity is Severity.ERROR
    assert written.split("\n")[found.span.line - 1].startswith('{"path": "b.md"')


def test_what_is_written_is_read_back_and_sorted() -> None:
    entries = [
        baseline.Known(path="b.md", rule="EK504", text="2"),
        baseline.Known(path="a.md", rule="EK701", text="1"),
    ]

    text = baseline.rendered(entries)

    assert baseline.read(text.encode(), "x") == tuple(sorted(entries))
    assert baseline.rendered(reversed(entries)) == text


@pytest.mark.parametrize("data", [b"", b"[]", b"{}", b'{"schema": "x"}', b"\xff"])
def test_what_is_no_baseline_is_refused(data: bytes) -> None:
    with pytest.raises(UsageError, match="is not a baseline of enablekit"):
        baseline.read(data, "known.json")


def test_advice_and_what_a_day_brought_are_never_known() -> None:
    advice = FIGURE.at(Span(path="a.md"), "x", severity=Severity.INFO)
    aged = Diagnosis(
        code="EK501", name="review-overdue", severity=Severity.ERROR, timed=True,
        what="", why="", wrong="", right="",
    ).at(Span(path="a.md"), "x")  # fmt: skip

    assert not baseline.may_be_known(advice)
    assert not baseline.may_be_known(aged)
