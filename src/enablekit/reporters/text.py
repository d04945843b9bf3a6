"""A report for people: each finding with its line, marks under the words it is about, and help."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from enablekit.encoding.terminal import line, plain
from enablekit.extend.totals import totals
from enablekit.model.report import lines_of

if TYPE_CHECKING:
    from enablekit.model.finding import Finding
    from enablekit.model.report import Report

NAME = "text"

_WIDEST = 100  # characters of a line that are shown
_BEFORE = 40  # of them before the words a finding is about, where the line is long


def render(report: Report) -> str:
    """Write every finding with its frame, then the totals and what to do next."""
    parts = [_finding(one, report) for one in report.findings]
    return "\n".join([*parts, *totals(report)]) + "\n"


def _finding(finding: Finding, report: Report) -> str:
    span = finding.span
    head = f"{finding.severity.word} {finding.code} {finding.name}: {line(finding.message)}"
    where = line(f"{span.path}:{span.line}:{span.column}")
    gutter = " " * len(str(span.line))
    place = f" ({line(finding.place)})" if finding.place else ""
    lines = [head, f"{gutter}--> {where}{place}"]
    lines += _frame(finding, report.sources.get(span.path, ""), gutter)
    if finding.help:
        lines.append(f"{gutter} = help: {line(finding.help)}")
    if finding.repair:
        how = "--fix" if finding.repair.safe else "--unsafe-fixes"
        lines.append(f"{gutter} = mend: {how} ({line(finding.repair.what)})")
    return "\n".join(lines) + "\n"


def _frame(finding: Finding, source: str, gutter: str) -> list[str]:
    span = finding.span
    lines = lines_of(source)
    if not source or span.line > len(lines):
        return []
    text = lines[span.line - 1]
    if not text.strip():
        return []
    start = min(span.column - 1, len(text))
    end = min(span.end_column - 1, len(text)) if span.end_line == span.line else len(text)
    left = max(0, start - _BEFORE) if len(text) > _WIDEST else 0
    shown = text[left : left + _WIDEST]
    before = ("…" if left else "") + text[left:start]
    marked = text[start : min(max(end, start + 1), left + _WIDEST)] or " "
    tail = "…" if left + _WIDEST < len(text) else ""
    return [
        f"{gutter} |",
        f"{span.line} | {'…' if left else ''}{plain(shown)}{tail}",
        f"{gutter} | {' ' * _width(plain(before))}{'^' * max(1, _width(plain(marked)))}",
    ]


def _width(text: str) -> int:
    """Return how many columns of a terminal a text takes."""
    return sum(
        0 if unicodedata.combining(one) else 2 if unicodedata.east_asian_width(one) in "WF" else 1
        for one in text
    )
