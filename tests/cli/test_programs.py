from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]

PROJECT = """\
programs:
  new-reps:
    name: Ready for the first call
    steps: [deck, {topic: pricing}]
    spacing: [7]
    start: 2026-11-02
  partners:
    name: For partners
    steps: [paper]
    audience: partner
"""
DECK = """\
---
id: deck
title: The first meeting
audience: partner
enablement:
  must_know:
    - {id: mk-1, statement: A dispute costs fourteen days on average., audience: partner}
    - {id: mk-2, statement: Three checks find most of them., audience: partner}
  check:
    items:
      - stem: How long is a disputed invoice late?
        key: Fourteen days
        distractors: [Two days, Ninety days]
        rationale: The deck says so.
        tests: mk-1
        audience: partner
      - stem: How many checks find most disputes?
        key: Three checks
        distractors: [One check, Nine checks]
        rationale: The deck says so.
        tests: mk-2
        audience: partner
---

# The first meeting

A dispute costs fourteen days on average. Three checks find most of them.
"""
PAPER = """\
---
id: paper
title: What it costs
topics: [pricing]
audience: internal
---

# What it costs

Seven euros.
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tmp_path / "project"
    root.mkdir()
    (root / "enablekit.yaml").write_text(PROJECT)
    (root / "deck.md").write_text(DECK)
    (root / "paper.md").write_text(PAPER)
    return root


def test_a_calendar_has_a_day_for_each_asset_and_a_day_for_asking_again(
    enablekit: Run, project: Path
) -> None:
    done = enablekit("export", "ics", "--program", "new-reps", "--now", "2026-11-01", cwd=project)
    assert done.returncode == 0, done.stderr
    lines = (project / "exports/new-reps.ics").read_bytes().decode().split("\r\n")
    starts = [line for line in lines if line.startswith(("DTSTART", "SUMMARY"))]
    assert starts == [
        "DTSTART;VALUE=DATE:20261102", "SUMMARY:Learn: The first meeting",
        "DTSTART;VALUE=DATE:20261103", "SUMMARY:Learn: What it costs",
        "DTSTART;VALUE=DATE:20261109", "SUMMARY:Check again: The first meeting",
        "DTSTART;VALUE=DATE:20261110", "SUMMARY:Check again: What it costs",
    ]  # fmt: skip


def test_a_calendar_without_a_program_says_what_to_type(enablekit: Run, project: Path) -> None:
    done = enablekit("export", "ics", cwd=project)
    assert done.returncode == 2
    assert "--program" in done.stderr


def test_a_program_exports_its_assets_under_its_name(enablekit: Run, project: Path) -> None:
    done = enablekit("export", "csv", "--program", "new-reps", "--json", cwd=project)
    told = json.loads(done.stdout)
    assert told["files"] == ["new-reps.csv"]
    assert told["assets"] == ["deck"]
    assert told["left_out"] == [{"asset": "paper", "why": "has no check"}]


def test_a_step_that_leads_nowhere_is_a_finding_at_its_place(enablekit: Run, project: Path) -> None:
    file = project / "enablekit.yaml"
    file.write_text(PROJECT.replace("[deck, {topic: pricing}]", "[dek, {topic: pricng}]"))
    done = enablekit("build", cwd=project)
    assert (
        "enablekit.yaml:4:13: warning EK607 unknown-asset: there is no asset `dek`" in done.stderr
    )
    assert "Did you mean `deck`?" in done.stderr
    assert "there is no asset about `pricng`" in done.stderr
    assert "Did you mean `pricing`?" in done.stderr


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ("programs: [a]", "`programs` should be a mapping"),
        ("programs: {a: {name: A}}", "the program `a` has no steps"),
        ("programs: {a: {steps: [deck], start: 2026-11-02, end: 2026-11-01}}", "ends before"),
        ("programs: {a: {steps: [deck], pass: 120}}", "cannot be passed with 120 percent"),
        ("programs: {a: {steps: [deck], spacing: [7, 2]}}", "days that do not rise"),
        ("programs: {A b: {steps: [deck]}, a-b: {steps: [deck]}}", "an id of its own"),
    ],
)
def test_a_program_that_cannot_be_taken_is_refused_with_the_reason(
    enablekit: Run, project: Path, wrong: str, told: str
) -> None:
    (project / "enablekit.yaml").write_text(wrong + "\n")
    done = enablekit("build", cwd=project)
    assert done.returncode == 2
    assert told in done.stderr
    assert "enablekit.yaml:1:" in done.stderr


def test_a_wider_audience_sees_neither_an_internal_program_nor_what_it_names(
    enablekit: Run, project: Path
) -> None:
    done = enablekit("build", "--audience", "partner", "-o", "out", cwd=project)
    assert done.returncode == 0, done.stderr
    everything = b"".join(one.read_bytes() for one in (project / "out").rglob("*") if one.is_file())
    assert b"Ready for the first call" not in everything
    assert b"What it costs" not in everything
    # Its only step is internal, so nothing of the partners' program is left either.
    assert b"For partners" not in everything


def certificate(project: Path, enablekit: Run) -> Path:
    """Write the certificate that the page of the path writes, from the page's own data."""
    assert enablekit("build", cwd=project).returncode == 0
    page = (project / "site/programs/new-reps/index.html").read_text()
    parts = page.split('data-parts="')[1].split('"')[0].split()
    known = [dict(zip(("id", "digest"), one.split(":"), strict=True)) for one in parts]
    assert [one["id"] for one in known] == ["mk-1", "mk-2"]
    file = project / "robin.json"
    learned = [{"asset": "deck", "title": "The first meeting", "check": "x", "must_know": known}]
    head = {"schema": "enablekit.certificate/1", "program": "new-reps", "name": "Ready",
            "learner": "Robin", "on": "2026-11-20"}  # fmt: skip
    file.write_text(json.dumps({**head, "parts": learned}))
    return file


def test_when_a_must_know_changes_only_that_part_is_asked_again(
    enablekit: Run, project: Path
) -> None:
    file = certificate(project, enablekit)
    same = enablekit("certificate", file, cwd=project)
    assert (same.returncode, "Nothing has changed since, in 2 parts" in same.stdout) == (0, True)

    deck = project / "deck.md"
    deck.write_text(DECK.replace("fourteen days on average.,", "Sixteen days on average.,"))
    changed = enablekit("certificate", file, "--json", cwd=project)
    assert changed.returncode == 1
    told = json.loads(changed.stdout)
    assert [(one["asset"], one["must_know"]) for one in told["changed"]] == [("deck", "mk-1")]
    assert told["parts"] == 2


def test_other_capitals_and_punctuation_change_nothing(enablekit: Run, project: Path) -> None:
    file = certificate(project, enablekit)
    deck = project / "deck.md"
    deck.write_text(DECK.replace("A dispute costs fourteen", "A DISPUTE costs – fourteen"))
    assert enablekit("certificate", file, cwd=project).returncode == 0


@pytest.mark.parametrize("data", ["", "[]", '{"schema": "enablekit.attempts/1"}', "\x00"])
def test_a_file_that_is_no_certificate_is_named(enablekit: Run, project: Path, data: str) -> None:
    (project / "x.json").write_text(data)
    done = enablekit("certificate", "x.json", cwd=project)
    assert done.returncode == 2
    assert "x.json is no certificate" in done.stderr
