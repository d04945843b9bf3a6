"""A report as versioned JSON, for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from enablekit.encoding import json_data
from enablekit.model.finding import Severity

if TYPE_CHECKING:
    from enablekit.model.finding import Finding
    from enablekit.model.report import Report
    from enablekit.model.span import Span

NAME = "json"
SCHEMA = "enablekit.check/1"


def render(report: Report) -> str:
    """Write the report as one JSON document."""
    document = {
        "schema": SCHEMA,
        "generator": report.generator,
        "failed": report.failed,
        "checked": len(report.checked),
        "counts": {one.word: report.count(one) for one in reversed(Severity)},
        "let_pass": report.passed,
        "known": report.known,
        "elsewhere": report.elsewhere,
        "findings": [
            _finding(one, mark) for one, mark in zip(report.findings, report.marks, strict=True)
        ],
    }
    return json_data.document(document)


def _finding(finding: Finding, mark: str) -> dict[str, Any]:
    repair = finding.repair
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.word,
        "message": finding.message,
        **_place(finding.span),
        "place": finding.place,
        "help": finding.help,
        "timed": finding.timed,
        "fingerprint": mark,
        "fix": repair
        and {
            "what": repair.what,
            "safe": repair.safe,
            "edits": [{**_place(edit.span), "text": edit.text} for edit in repair.edits],
        },
    }


def _place(span: Span) -> dict[str, Any]:
    return {
        "path": span.path,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
    }
