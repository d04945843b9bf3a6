"""The end of a report for people: how much was found, and what to do next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.encoding.counted import counted
from enablekit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.model.report import Report


_MANY = 20  # errors at once: a repository that begins, not a change that went wrong


def totals(report: Report) -> Iterator[str]:
    """Yield the last lines of a report."""
    yield _found(report)
    left = [
        f"{report.passed} let pass by comments" if report.passed else "",
        f"{report.known} known from the baseline" if report.known else "",
        f"{report.elsewhere} in files the change does not touch" if report.elsewhere else "",
    ]
    if any(left):
        yield f"Not shown: {', '.join(part for part in left if part)}"
    if report.mendable:
        them = "one of them" if report.mendable == 1 else f"{report.mendable} of them"
        yield f"`enablekit check --fix` mends {them}"
    if report.count(Severity.ERROR) >= _MANY and not report.known:
        yield "`enablekit check --write-baseline` starts from here: then only news is reported"
    if report.findings:
        first = report.worst_first()[0]
        yield f"`enablekit explain {first.code}` explains {first.name}"


def _found(report: Report) -> str:
    looked = counted(len(report.checked), "asset")
    if not report.findings:
        return f"{looked} checked: nothing found"
    counts = ", ".join(
        counted(report.count(severity), word)
        for severity, word in (
            (Severity.ERROR, "error"),
            (Severity.WARNING, "warning"),
            (Severity.INFO, "hint"),
        )
        if report.count(severity)
    )
    files = counted(len({one.span.path for one in report.findings}), "file")
    return f"{looked} checked: {counts} in {files}"
