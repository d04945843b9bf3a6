"""A report with one line a finding, for editors, grep and long lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.encoding.terminal import line
from enablekit.extend.totals import totals

if TYPE_CHECKING:
    from enablekit.model.finding import Finding
    from enablekit.model.report import Report

NAME = "concise"


def render(report: Report) -> str:
    """Write every finding on a line of its own, then the totals."""
    return "\n".join([*(_line(one) for one in report.findings), *totals(report)]) + "\n"


def _line(finding: Finding) -> str:
    span = finding.span
    # A line that begins with two colons would be a command to GitHub's runners.
    path = f"./{span.path}" if span.path.startswith(":") else span.path
    mend = " [*]" if finding.repair and finding.repair.safe else ""
    return line(
        f"{path}:{span.line}:{span.column}: {finding.severity.word} {finding.code} "
        f"{finding.name}: {finding.message}{mend}"
    )
