"""A report as SARIF 2.1.0, within what GitHub's code scanning takes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from enablekit.encoding import json_data
from enablekit.model.finding import Severity
from enablekit.model.report import lines_of

if TYPE_CHECKING:
    from enablekit.model.diagnosis import Diagnosis
    from enablekit.model.finding import Finding
    from enablekit.model.report import Report

NAME = "sarif"

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
# https://docs.github.com/en/code-security/reference/code-scanning/sarif-files: of more results
# only the worst 5,000 are kept, and a file with more than 25,000 is refused.
_MOST = 5000
_LONGEST = 1024
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_PROBLEMS = {
    Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "recommendation",
}  # fmt: skip


def render(report: Report) -> str:
    """Write one run; findings that comments or the baseline hold are not in it."""
    pairs = sorted(
        zip(report.findings, report.marks, strict=True),
        key=lambda pair: (-pair[0].severity, pair[0].order),
    )[:_MOST]
    codes = sorted({one.code for one, _ in pairs})
    places = {code: place for place, code in enumerate(codes)}
    driver = {
        "name": "enablekit",
        "semanticVersion": report.generator.rpartition(" ")[2],
        "informationUri": "https://enablekit.dev",
        "rules": [_rule(report.catalogue[code]) for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        "automationDetails": {"id": "enablekit/check/"},
        "columnKind": "utf16CodeUnits",
        "results": [_result(one, mark, places[one.code], report) for one, mark in pairs],
    }
    document = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json_data.document(document, indent=1)


def _rule(one: Diagnosis) -> dict[str, Any]:
    examples = f"Wrong:\n\n{_fenced(one.wrong)}\n\nRight:\n\n{_fenced(one.right)}"
    page = f"{one.what}\n\n{one.why}\n\n{examples}"
    return {
        "id": one.code,
        "name": one.name,
        "shortDescription": {"text": _cut(one.name.replace("-", " ").capitalize())},
        "fullDescription": {"text": _cut(one.what)},
        "help": {"text": f"{one.what}\n{one.why}", "markdown": page},
        "defaultConfiguration": {"level": _LEVELS[one.severity]},
        "properties": {
            "tags": ["content"],
            "precision": "high",
            "problem.severity": _PROBLEMS[one.severity],
        },
    }


def _fenced(example: str) -> str:
    fence = "```"
    while fence in example:
        fence += "`"
    return f"{fence}\n{example}\n{fence}"


def _result(finding: Finding, mark: str, place: int, report: Report) -> dict[str, Any]:
    words = f"{finding.message}. {finding.help}" if finding.help else finding.message
    return {
        "ruleId": finding.code,
        "ruleIndex": place,
        "level": _LEVELS[finding.severity],
        "message": {"text": words},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": quote(report.path(finding), errors="replace")},
                    "region": _region(finding, report.sources.get(finding.span.path, "")),
                }
            }
        ],
        "partialFingerprints": {"primaryLocationLineHash": f"{mark}:1"},
    }


def _region(finding: Finding, source: str) -> dict[str, int]:
    """Return the place in UTF-16 code units; an empty place is the whole line."""
    span = finding.span
    lines = lines_of(source)
    start = _units(lines, span.line, span.column)
    end = _units(lines, span.end_line, span.end_column)
    region = {"startLine": span.line, "startColumn": start, "endLine": span.end_line}
    return region | {"endColumn": max(end, start + 1) if span.line == span.end_line else end}


def _units(lines: list[str], line: int, column: int) -> int:
    text = lines[line - 1] if line <= len(lines) else ""
    return column + sum(ord(one) > 0xFFFF for one in text[: column - 1])  # noqa: PLR2004 - the last code point of one unit


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
