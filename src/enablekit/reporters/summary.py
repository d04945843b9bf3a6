"""A report as a page of Markdown: the summary of a job, or a comment."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from enablekit.encoding.markdown import cell
from enablekit.extend.totals import totals
from enablekit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.model.report import Report

NAME = "summary"

_MOST = 50  # lines of a table; GitHub stops reading a summary at one mebibyte
_MARKS = {Severity.ERROR: "❌", Severity.WARNING: "⚠️", Severity.INFO: "💡"}


def render(report: Report) -> str:
    """Write the counts, the worst findings and how many there are of each rule."""
    return "\n".join(_lines(report)) + "\n"


def _lines(report: Report) -> Iterator[str]:
    mark = "❌" if report.failed else "✅"
    yield f"## {mark} enablekit check"
    yield ""
    for line in totals(report):
        yield line
        yield ""
    if not report.findings:
        return
    yield "| | where | what | how to mend it |"
    yield "| --- | --- | --- | --- |"
    for one in report.worst_first()[:_MOST]:
        where = cell(f"{report.path(one)}:{one.span.line}")
        what = f"{one.code} {cell(one.message)}"
        yield f"| {_MARKS[one.severity]} | {where} | {what} | {cell(one.help)} |"
    yield ""
    more = len(report.findings) - _MOST
    if more > 0:
        yield f"… and {more} more."
        yield ""
    yield "<details><summary>By rule</summary>"
    yield ""
    yield "| rule | findings |"
    yield "| --- | --- |"
    counts = Counter((one.code, one.name) for one in report.findings)
    for (code, name), count in sorted(counts.items(), key=lambda one: (-one[1], one[0])):
        yield f"| {code} {name} | {count} |"
    yield ""
    yield "</details>"
