"""A report as JUnit XML: each asset a suite, each finding a failure."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from enablekit.encoding.terminal import line
from enablekit.encoding.xml import attribute, text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.model.finding import Finding
    from enablekit.model.report import Report

NAME = "junit"


def render(report: Report) -> str:
    """
    Write a suite for each file; one without findings has a single case that passes.

    There is no standard; the names are those of https://github.com/testmoapp/junitxml.
    """
    found: dict[str, list[Finding]] = defaultdict(list)
    for one in report.findings:
        found[one.span.path].append(one)
    files = sorted({*report.checked, *found})
    tests = sum(max(1, len(found[path])) for path in files)
    head = f'tests="{tests}" failures="{len(report.findings)}" errors="0" skipped="0"'
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f'<testsuites name="enablekit" {head}>']
    for path in files:
        lines += _suite(report.prefix + path, found[path])
    return "\n".join([*lines, "</testsuites>"]) + "\n"


def _suite(path: str, found: list[Finding]) -> Iterator[str]:
    name = attribute(line(path))
    counts = f'tests="{max(1, len(found))}" failures="{len(found)}" errors="0" skipped="0"'
    yield f"  <testsuite name={name} file={name} {counts}>"
    if not found:
        yield f'    <testcase name="enablekit check" classname={name} file={name}/>'
    for one in found:
        title = attribute(f"{one.code} {one.name}")
        yield f'    <testcase name={title} classname={name} file={name} line="{one.span.line}">'
        words = attribute(line(one.message))
        # Printed into a job's log, no line of content may begin on its own.
        place = line(f"{path}:{one.span.line}:{one.span.column} {one.message}")
        body = text(f"{place}\n    {line(one.help)}")
        yield f'      <failure type="{one.severity.word}" message={words}>{body}</failure>'
        yield "    </testcase>"
    yield "  </testsuite>"
