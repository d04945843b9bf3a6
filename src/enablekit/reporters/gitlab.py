"""A report for GitLab's code quality widget."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.encoding import json_data
from enablekit.model.finding import Severity

if TYPE_CHECKING:
    from enablekit.model.report import Report

NAME = "gitlab"

# https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def render(report: Report) -> str:
    """Write a list of findings; the code stands in the words, because GitLab shows no names."""
    found = [
        {
            "description": f"{one.code} {one.name}: {one.message}",
            "check_name": one.name,
            "fingerprint": mark,
            "severity": _SEVERITIES[one.severity],
            "location": {
                "path": report.path(one),
                "lines": {"begin": one.span.line, "end": one.span.end_line},
            },
        }
        for one, mark in zip(report.findings, report.marks, strict=True)
    ]
    return json_data.document(found)
