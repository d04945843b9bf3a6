"""A report as annotations of GitHub Actions, in the lines of a pull request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.encoding.counted import counted
from enablekit.encoding.github import message, value
from enablekit.model.finding import Severity

if TYPE_CHECKING:
    from enablekit.model.finding import Finding
    from enablekit.model.report import Report

NAME = "github"

# GitHub shows ten annotations of each kind a step and drops the rest without a word:
# https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
_MOST = 10
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def render(report: Report) -> str:
    """Write up to ten commands of each kind, the rest as a number."""
    lines: list[str] = []
    for severity, command in _COMMANDS.items():
        found = [one for one in report.findings if one.severity is severity]
        most = _MOST if severity is not Severity.INFO else _MOST - 1
        lines += [_annotation(command, one, report) for one in found[:most]]
    shown = len(lines)
    if shown < len(report.findings):
        more = counted(len(report.findings) - shown, "more finding")
        lines.append(f"::notice title=enablekit::{message(f'{more}: see the summary of this job')}")
    return "\n".join(lines) + "\n" if lines else ""


def _annotation(command: str, finding: Finding, report: Report) -> str:
    span = finding.span
    place = {
        "file": report.path(finding),
        "line": str(span.line),
        "endLine": str(span.end_line),
        "title": f"{finding.code} {finding.name}",
    }
    if span.end_line == span.line and span.end_column > span.column:
        place |= {"col": str(span.column), "endColumn": str(span.end_column - 1)}
    properties = ",".join(f"{name}={value(text)}" for name, text in place.items())
    words = f"{finding.message}. {finding.help}" if finding.help else finding.message
    return f"::{command} {properties}::{message(words)}"
