"""Whatever content says, a report stays a report."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enablekit.model.diagnosis import Diagnosis
from enablekit.model.finding import Finding, Severity
from enablekit.model.repair import Repair
from enablekit.model.report import Report
from enablekit.model.span import Span
from enablekit.reporters import (
    REPORTERS,
    concise,
    github,
    gitlab,
    json_report,
    junit,
    sarif,
    summary,
    text,
)

RULE = Diagnosis(
    code="EK701", name="unsourced-statistic", severity=Severity.WARNING,
    what="A figure has no source.", why="They ask.", wrong="31%", right="```\n31% (survey)\n```",
)  # fmt: skip
HOSTILE = (
    "::error::x", "\r\n::add-mask::s", "##[command]x", "\x1b[31mred", "]]>", "<script>", "a\x00b",
    "`|` | @team #1", "\u202egnp.exe", "%0A::stop", "\ud800", '"quoted" & \'single\'',
)  # fmt: skip

words = st.one_of(st.sampled_from(HOSTILE), st.text(max_size=30))


def report(
    *findings: Finding, source: str = "One.\n31% 中文 of all.\n", prefix: str = ""
) -> Report:
    return Report(
        findings=findings,
        catalogue={RULE.code: RULE},
        marks=tuple(f"{number:016x}" for number, _ in enumerate(findings)),
        sources={one.span.path: source for one in findings},
        checked=("a.md", "b.md"),
        prefix=prefix,
        generator="enablekit 1.2.3",
    )


def finding(
    message: str = "no source for “31%”", path: str = "a.md", severity: Severity | None = None
) -> Finding:
    span = Span(path=path, line=2, column=1, end_line=2, end_column=4)
    return RULE.at(span, message, fix="Link it", place="paragraph 2", severity=severity)


def test_a_frame_marks_exactly_the_words_meant() -> None:
    assert text.render(report(finding())).startswith(
        "warning EK701 unsourced-statistic: no source for “31%”\n"
        " --> a.md:2:1 (paragraph 2)\n"
        "  |\n"
        "2 | 31% 中文 of all.\n"
        "  | ^^^\n"
        "  = help: Link it\n"
    )


def test_marks_stand_under_wide_characters_too() -> None:
    span = Span(path="a.md", line=2, column=5, end_line=2, end_column=7)

    lines = text.render(report(RULE.at(span, "what is this", fix="Say it"))).split("\n")

    assert lines[3:5] == ["2 | 31% 中文 of all.", "  |     ^^^^"]


def test_a_long_line_is_shown_around_the_words_meant() -> None:
    line = f"{'before ' * 40}HERE{' after' * 40}"
    span = Span(path="a.md", line=1, column=281, end_line=1, end_column=285)

    shown = text.render(report(RULE.at(span, "x", fix="y"), source=line)).split("\n")

    assert shown[3].startswith("1 | …")
    assert shown[3].endswith("…")
    assert shown[3][shown[4].index("^") :].startswith("HERE")
    assert shown[4].count("^") == 4


def test_the_end_says_how_much_and_what_to_do_next() -> None:
    fixable = RULE.at(
        Span(path="b.md"), "x", fix="y", repair=Repair(what="Do it", edits=()),
        severity=Severity.ERROR,
    )  # fmt: skip

    assert text.render(report(finding(), fixable)).endswith(
        "2 assets checked: 1 error, 1 warning in 2 files\n"
        "`enablekit check --fix` mends one of them\n"
        "`enablekit explain EK701` explains unsourced-statistic\n"
    )


def test_a_repository_that_begins_is_shown_how() -> None:
    many = [finding(f"number {one}", severity=Severity.ERROR) for one in range(20)]

    assert "`enablekit check --write-baseline` starts from here" in text.render(report(*many))
    assert "--write-baseline" not in text.render(report(*many[1:]))


def test_an_annotation_is_escaped_as_github_has_it() -> None:
    shown = github.render(report(finding("50% off: a,b\nnext"), prefix="docs/"))

    assert shown == (
        "::warning file=docs/a.md,line=2,endLine=2,title=EK701 unsourced-statistic,col=1,"
        "endColumn=3::50%25 off: a,b%0Anext. Link it\n"
    )


def test_more_than_ten_annotations_of_a_kind_become_a_number() -> None:
    shown = github.render(report(*(finding(f"number {one}") for one in range(14))))

    assert shown.count("::warning ") == 10
    assert "4 more findings: see the summary" in shown


@given(words, words)
def test_content_starts_no_workflow_command(message: str, path: str) -> None:
    found = finding(message, path=f"{path or 'x'}.md")
    for reporter in REPORTERS:
        shown = reporter.render(report(found, source=f"One.\n{message}\n"))
        commands = [line for line in re.split("[\r\n]", shown) if line.startswith("::")]
        assert len(commands) == (1 if reporter is github else 0)
        assert "\x1b" not in shown


@given(words, words)
def test_every_machine_format_can_be_read(message: str, source: str) -> None:
    whole = report(finding(message), source=source)

    assert json.loads(json_report.render(whole))["findings"][0]["code"] == "EK701"
    assert json.loads(gitlab.render(whole))[0]["check_name"] == "unsourced-statistic"
    assert json.loads(sarif.render(whole))["runs"][0]["results"][0]["ruleId"] == "EK701"
    suite = ET.fromstring(junit.render(whole).encode("utf-8", "replace"))  # noqa: S314 - we wrote it
    assert suite.attrib["failures"] == "1"


def test_what_passes_is_a_case_that_passes() -> None:
    suites = ET.fromstring(junit.render(report(finding())))  # noqa: S314 - we wrote it

    assert [(one.attrib["name"], one.attrib["failures"]) for one in suites] == [
        ("a.md", "1"), ("b.md", "0"),
    ]  # fmt: skip
    assert suites.attrib["tests"] == "2"


def test_a_place_in_sarif_is_counted_in_utf_16_and_its_path_is_an_address() -> None:
    span = Span(path="str\u00f6er x/a&b.md", line=1, column=3, end_line=1, end_column=5)
    found = RULE.at(span, "x", fix="y")

    run = json.loads(sarif.render(report(found, source="\U0001f600\U0001f600\U0001f600 x")))[
        "runs"
    ][0]
    place = run["results"][0]["locations"][0]["physicalLocation"]

    assert place["artifactLocation"]["uri"] == "str%C3%B6er%20x/a%26b.md"
    assert place["region"] == {"startLine": 1, "startColumn": 5, "endLine": 1, "endColumn": 8}
    assert run["columnKind"] == "utf16CodeUnits"


def test_sarif_holds_what_github_requires() -> None:
    document = json.loads(sarif.render(report(finding(), finding("again"))))
    (run,) = document["runs"]
    (rule,) = run["tool"]["driver"]["rules"]

    assert document["version"] == "2.1.0"
    assert document["$schema"]
    assert rule["id"] == "EK701"
    assert all(rule[key]["text"] for key in ("shortDescription", "fullDescription", "help"))
    assert "````" in rule["help"]["markdown"]  # a fence longer than the one in the example
    marks = [one["partialFingerprints"]["primaryLocationLineHash"] for one in run["results"]]
    assert len(set(marks)) == 2
    assert run["automationDetails"]["id"].endswith("/")


def test_sarif_keeps_the_worst_when_there_are_too_many() -> None:
    many = [finding(f"number {one}") for one in range(5001)]
    worst = finding("the worst", severity=Severity.ERROR)

    results = json.loads(sarif.render(report(*many, worst)))["runs"][0]["results"]

    assert len(results) == 5000
    assert results[0]["message"]["text"].startswith("the worst")


def test_a_summary_shows_content_as_it_is() -> None:
    shown = summary.render(report(finding("a|b <img src=x> @team [link](http://x) `code`")))

    assert r"a\|b &lt;img src\=" not in shown
    assert "<img" not in shown
    assert r"a\|b" in shown
    assert r"\@team" in shown
    assert r"\[link\]" in shown


def test_a_line_each_can_be_searched() -> None:
    shown = concise.render(report(finding(), finding(path="::x.md"))).split("\n")

    assert shown[0] == "a.md:2:1: warning EK701 unsourced-statistic: no source for “31%”"
    assert shown[1].startswith("./::x.md:2:1:")


@pytest.mark.parametrize("reporter", REPORTERS, ids=lambda one: one.NAME)
def test_nothing_found_is_said_or_shown_as_empty(reporter: object) -> None:
    shown = reporter.render(report())  # type: ignore[attr-defined] # a reporter

    assert shown == "" if reporter is github else shown.endswith("\n")
