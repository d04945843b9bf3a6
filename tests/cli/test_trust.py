from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

PAPER = """\
---
title: What disputes cost   # kept as it is
owner: ana
published: 2026-01-10
competitors: [ledgerline]
enablement:
  tldr: Disputes are late payments in disguise.
  use_with: [{persona: cfo, why: Late invoices are his working capital.}]
  proof_points:
    - id: proof-1
      claim: A dispute costs 14 days on average.
      source: "#costs"
      rests_on: [cost]
  talk_track: [{persona: cfo, say: Ask what a dispute costs., proof: proof-1}]
---

# Costs

A dispute costs 14 days on average.

## Causes

Every third one is about the price.
"""
PROJECT = """\
people:
  - {id: ana, name: Ana Ruiz}
  - {id: ben, name: Ben Okafor}
personas:
  - {id: cfo, name: CFO, cares_about: Cash.}
competitors:
  - {id: ledgerline, name: Ledgerline}
claims:
  cost: {says: A dispute costs 14 days on average.}
"""


def run(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "enablekit", *arguments],
        cwd=cwd, capture_output=True, check=False, timeout=60, env=dict(os.environ),
    )  # fmt: skip


def state(root: Path, day: str = "2026-11-02") -> tuple[str, str]:
    """Return the state of the only asset and the reason for it."""
    done = run("status", "--json", "--now", day, cwd=root)
    assert done.returncode == 0, done.stderr.decode()
    (asset,) = json.loads(done.stdout)["assets"]
    return asset["state"], asset["reasons"][0]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "enablekit.yaml").write_text(PROJECT, encoding="utf-8")
    (tmp_path / "paper.md").write_text(PAPER, encoding="utf-8")
    return tmp_path


@pytest.fixture
def verified(project: Path) -> Path:
    done = run("verify", "paper", "--by", "ana", "--now", "2026-11-01", cwd=project)
    assert done.returncode == 0, done.stderr.decode()
    return project


def edit(path: Path, before: str, after: str) -> None:
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")


def test_a_record_is_added_and_nothing_else_changes(verified: Path) -> None:
    text = (verified / "paper.md").read_text("utf-8")
    before, after = PAPER.split("---\n\n# Costs")

    assert text.startswith(before)
    assert text.endswith(f"---\n\n# Costs{after}")
    assert "  verified:\n    by: ana\n    on: 2026-11-01\n" in text
    assert state(verified) == (
        "verified",
        "Verified on 1 November 2026 by Ana Ruiz; next review by 1 November 2027.",
    )


@pytest.mark.parametrize(
    ("before", "after", "named"),
    [
        ("claim: A dispute costs 14", "claim: A dispute costs 15", "The number in `proof-1` has"),
        ("claim: A dispute", "claim: Every dispute", "`proof-1` has"),
        ("late payments in disguise", "late payments", "`tldr` has"),
        ("Every third one", "Every second one", "The section #causes has"),
        ("A dispute costs 14 days on average.\n\n##", "It costs 15 days.\n\n##", "#costs has"),
        ("## Causes", "## Reasons", "The section #reasons (new) and the section #causes (gone)"),
    ],
)
def test_what_changed_is_named(verified: Path, before: str, after: str, named: str) -> None:
    edit(verified / "paper.md", before, after)

    found, reason = state(verified)

    assert found == "changed"
    assert named in reason


def test_a_changed_word_of_the_project_reaches_every_asset_that_rests_on_it(verified: Path) -> None:
    edit(verified / "enablekit.yaml", "cares_about: Cash", "cares_about: Growth")

    found, reason = state(verified)

    assert found == "changed"
    assert reason.startswith(
        "The persona `cfo` (used in use with 1, talk track 1) has changed since it was verified"
    )


def test_a_later_date_alone_verifies_nothing(verified: Path) -> None:
    edit(verified / "paper.md", "costs 14 days on average.\n\n##", "costs 15 days.\n\n##")
    assert state(verified)[0] == "changed"

    edit(verified / "paper.md", "on: 2026-11-01", "on: 2026-11-02")
    assert state(verified)[0] == "changed"

    edit(verified / "paper.md", "by: ana\n", "by: ben\n")
    assert state(verified)[0] == "changed"


def test_verifying_again_replaces_the_record(verified: Path) -> None:
    edit(verified / "paper.md", "late payments in disguise", "late payments")

    done = run("verify", "paper.md", "--by", "ben", "--scope", "usage", "--now", "2026-11-05",
               cwd=verified)  # fmt: skip

    assert done.returncode == 0, done.stderr.decode()
    assert (verified / "paper.md").read_text("utf-8").count("verified:") == 1
    assert b"Before: `tldr` has changed" in done.stderr
    assert state(verified, "2026-11-06")[1].startswith("Verified for usage on 5 November 2026")


def test_a_record_on_one_line_is_replaced_too(project: Path) -> None:
    edit(
        project / "paper.md",
        "enablement:\n",
        "enablement:\n  verified: {by: ben, on: 2025-01-01}\n",
    )

    run("verify", "paper", "--by", "ana", "--now", "2026-11-01", cwd=project)

    assert "{by: ben" not in (project / "paper.md").read_text("utf-8")
    assert state(project)[0] == "verified"


def test_comments_in_a_record_stay_when_it_is_replaced(project: Path) -> None:
    record = """\
  verified:

    # legal wants a look each spring
    by: "ben # 1"  # the owner
    on: 2025-01-01
    # what\u2028was\u2028read\u2028at\x85all
    parts: |
      # no comment
"""
    edit(project / "paper.md", "enablement:\n", f"enablement:\n{record}")

    for _ in range(2):
        done = run("verify", "paper", "--by", "ana", "--now", "2026-11-01", cwd=project)
        assert done.returncode == 0, done.stderr.decode()

    said = (
        "# legal wants a look each spring",
        "# the owner",
        "# what\u2028was\u2028read\u2028at\x85all",
    )
    below = "".join(f"    {comment}\n" for comment in said)
    text = (project / "paper.md").read_text("utf-8")
    assert f"  verified:\n{below}    by: ana\n    on: 2026-11-01\n" in text
    assert "no comment" not in text
    assert state(project)[0] == "verified"


def test_a_sidecar_holds_the_record_of_a_file_nobody_may_touch(project: Path) -> None:
    (project / "paper.md").unlink()
    (project / "terms.pdf").write_bytes(b"%PDF-1.4")
    (project / "terms.enable.yaml").write_text(
        "title: Terms\nowner: ana\nenablement:\n  tldr: What binds us.\n", encoding="utf-8"
    )

    done = run("verify", "terms", "--by", "ana", "--now", "2026-11-01", cwd=project)

    assert done.returncode == 0, done.stderr.decode()
    assert state(project)[0] == "verified"
    (project / "terms.pdf").write_bytes(b"%PDF-1.5")
    assert state(project)[0] == "changed"


def test_who_is_unknown_and_what_is_empty_is_refused(project: Path) -> None:
    (project / "bare.md").write_text("# Bare\n", encoding="utf-8")

    unknown = run("verify", "paper", "--by", "anna", cwd=project)
    empty = run("verify", "bare", "--by", "ana", cwd=project)
    scope = run("verify", "paper", "--by", "ana", "--scope", "fact", cwd=project)

    assert [one.returncode for one in (unknown, empty, scope)] == [2, 2, 2]
    assert b"Did you mean ana?" in unknown.stderr
    assert b"has no guidance yet" in empty.stderr
    assert b"There are: facts, usage, legal" in scope.stderr


def test_states_follow_the_days(verified: Path) -> None:
    assert state(verified, "2027-10-17")[0] == "verified"
    assert state(verified, "2027-10-18")[0] == "due"
    assert state(verified, "2027-11-02")[0] == "overdue"


def test_flags_stand_beside_the_state(project: Path) -> None:
    edit(project / "paper.md", "owner: ana", "owner: zoe")
    edit(project / "paper.md", "published: 2026-01-10", "published: 2027-01-10")
    edit(
        project / "paper.md",
        '      source: "#costs"',
        '      source: "#costs"\n      until: 2026-05-01',
    )

    done = run("status", "--json", "--now", "2026-11-01", cwd=project)
    (asset,) = json.loads(done.stdout)["assets"]

    assert asset["flags"] == ["unknown-owner", "permission-ended", "embargoed"]
    assert "The permission of proof-1 ended on 2026-05-01." in asset["reasons"]


def test_the_score_is_verified_of_all_in_use(verified: Path) -> None:
    for name, front in (("one", ""), ("two", "status: draft\n"), ("three", "status: retired\n")):
        text = f"---\ntitle: {name}\n{front}---\n"
        (verified / f"{name}.md").write_text(text, encoding="utf-8")

    done = run("status", "--now", "2026-11-02", cwd=verified)

    assert done.stdout.decode().endswith("1 of 2 assets in use are verified: 50 %\n")


def test_reviews_become_a_calendar(verified: Path) -> None:
    run("status", "--ics", "reviews.ics", "--now", "2026-11-02", cwd=verified)

    lines = (verified / "reviews.ics").read_bytes().split(b"\r\n")
    assert lines[0] == b"BEGIN:VCALENDAR"
    assert b"DTSTART;VALUE=DATE:20271101" in lines
    assert b"SUMMARY:Review: What disputes cost" in lines
    assert all(len(line) <= 75 for line in lines)


def test_one_asset_takes_the_place_of_another(verified: Path) -> None:
    (verified / "new.md").write_text("---\ntitle: The new one\n---\n", encoding="utf-8")
    (verified / "link.md").write_text("See [it](paper.md).\n", encoding="utf-8")
    (verified / "then.md").write_text(
        "---\nenablement:\n  next: [{asset: paper, when: They ask.}]\n---\n", encoding="utf-8"
    )
    before = (verified / "paper.md").read_text("utf-8")

    done = run("supersede", "paper", "--by", "new", "--because", "Prices: all new", cwd=verified)

    assert done.returncode == 0, done.stderr.decode()
    assert b"link still leads to paper: its text links it" in done.stdout
    assert b"then still leads to paper: it comes next" in done.stdout
    after = (verified / "paper.md").read_text("utf-8")
    added = "status: retired\nsuperseded_by: new\nbecause: 'Prices: all new'\n"
    assert after == before.replace("---\n\n# Costs", f"{added}---\n\n# Costs")
    back = run("supersede", "new", "--by", "paper", "--because", "x", cwd=verified)
    assert back.returncode == 2
    assert b"that would be a circle" in back.stderr


@pytest.mark.parametrize(
    ("before", "after", "named"),
    [
        ("title: What disputes cost", "title: What all disputes cost", "the field `title`"),
        ("owner: ana\n", "owner: ana\naudience: public\n", "the field `audience`"),
        ("owner: ana\n", "owner: ana\nsummary: New.\n", "the field `summary` (new)"),
    ],
)
def test_what_readers_are_told_besides_is_covered(
    verified: Path, before: str, after: str, named: str
) -> None:
    edit(verified / "paper.md", before, after)

    found, reason = state(verified)

    assert found == "changed"
    assert named in reason.lower().replace("the field", "the field")


@pytest.mark.parametrize("line", ["rests_on: ", "seal: ", "parts: ", "scope: usage\n    on: "])
def test_a_record_without_one_of_its_lines_counts_for_nothing(verified: Path, line: str) -> None:
    text = (verified / "paper.md").read_text("utf-8").splitlines(keepends=True)
    kept = [one for one in text if not one.strip().startswith(line.split(":", maxsplit=1)[0])]
    (verified / "paper.md").write_text("".join(kept), encoding="utf-8")

    assert state(verified)[0] == ("verified" if line.startswith("scope") else "changed")


def test_a_word_defined_later_changes_what_was_read(project: Path) -> None:
    edit(project / "paper.md", "persona: cfo", "persona: treasurer")
    run("verify", "paper", "--by", "ana", "--now", "2026-11-01", cwd=project)
    assert state(project)[0] == "verified"

    edit(project / "enablekit.yaml", "personas:\n", "personas:\n  - {id: treasurer, name: T}\n")

    assert state(project)[0] == "changed"


def test_a_date_still_to_come_verifies_nothing(project: Path) -> None:
    run("verify", "paper", "--by", "ana", "--now", "2030-01-01", cwd=project)

    found, reason = state(project)

    assert found == "unverified"
    assert "still to come" in reason


@pytest.mark.parametrize("record", ["  verified: 2020-01-01\n", "  verified:\n"])
def test_a_second_record_is_never_written(project: Path, record: str) -> None:
    edit(project / "paper.md", "enablement:\n", f"enablement:\n{record}")
    before = (project / "paper.md").read_text("utf-8")

    done = run("verify", "paper", "--by", "ana", "--now", "2026-11-01", cwd=project)

    assert done.returncode == 2
    assert b"Remove the line `verified:`" in done.stderr
    assert (project / "paper.md").read_text("utf-8") == before


def test_a_reason_of_several_paragraphs_is_replaced_whole(verified: Path) -> None:
    (verified / "new.md").write_text("---\ntitle: The new one\n---\n", encoding="utf-8")
    edit(verified / "paper.md", "owner: ana\n", "because: |\n  old one\n\n  old two\nowner: ana\n")

    run("supersede", "paper", "--by", "new", "--because", "It is old", cwd=verified)

    text = (verified / "paper.md").read_text("utf-8")
    assert "because: It is old\nowner: ana\n" in text
    assert "old two" not in text


def test_a_changed_price_names_what_rests_on_it(verified: Path) -> None:
    edit(verified / "enablekit.yaml", "costs 14 days", "costs 17 days")
    assert state(verified) == (
        "changed",
        (
            "The number in the claim `cost` (used in proof-1, talk track 1) has changed since it "
            "was verified on 1 November 2026 by Ana Ruiz."
        ),
    )
    done = run("check", "--now", "2026-11-02", "--format", "concise", "--select", "EK711",
               cwd=verified)  # fmt: skip
    assert b"EK711" in done.stdout
    assert "“14” here".encode() in done.stdout


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("cost", ["proof-1", "talk track 1"]),
        ("cfo", ["use with 1", "talk track 1"]),
        ("ledgerline", ["competitors"]),
        ("ben", []),
    ],
)
def test_what_rests_on_a_word_is_listed(project: Path, word: str, parts: list[str]) -> None:
    done = run("status", "--json", "--rests-on", word, cwd=project)
    assert done.returncode == 0, done.stderr.decode()
    listed = json.loads(done.stdout)
    assert [one["parts"] for one in listed["assets"]] == ([parts] if parts else [])
    assert listed["in_use"] == 1


def test_a_word_that_nobody_knows_gets_the_likely_one(project: Path) -> None:
    done = run("status", "--rests-on", "ledgerlin", cwd=project)
    assert done.returncode == 2
    assert b"Did you mean `ledgerline`?" in done.stderr
