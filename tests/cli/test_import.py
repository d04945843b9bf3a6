from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from enablekit.config.project import Config
from enablekit.model.source import SourceFile
from enablekit.parsing.asset import parse

MERIDIAN = Path(__file__).resolve().parents[2] / "examples" / "meridian"

GIFT = """\
Who decides? {
=The depot#Yes.
~The customer#Only afterwards.
~Nobody
}

How late? {#14:1}

Tell us more. {}
"""


def run(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "enablekit", *arguments],
        cwd=cwd, capture_output=True, check=False, timeout=60, env=dict(os.environ),
        encoding="utf-8",
    )  # fmt: skip


ADDED = b"""\
      - stem: Who decides?
        key: The depot
        distractors:
        - The customer
        - Nobody
        feedback:
        - option: The depot
          say: 'Yes'
        - option: The customer
          say: Only afterwards.
      - stem: How late?
        number: 14
        tolerance: 1
"""

# Each has its place marked with an arrow; the lines in front of what is added come after it.
FRONTS = {
    "behind other questions": (
        (
            "---\ntitle: P  # kept\nenablement:\n  check:\n    pass: 90\n    items:\n"
            "      - stem: Old?\n        key: a\n        distractors: [ b,  c ]\n→  # a note\n"
            "  job: prove\nowner: ana\n---\n# P\n"
        ),
        b"",
    ),
    "behind a draft": (
        (
            "---\ntitle: P\nenablement:\n  check:\n    items:\n      - stem: Old?\n        key: a\n"
            "        draft: true\n→---\n# P\n"
        ),
        b"",
    ),
    "settings without questions": (
        "---\ntitle: P\nenablement:\n  check:\n    pass: 90\n→  job: prove\n---\n# P\n",
        b"    items:\n",
    ),
    "guidance without a check": (
        "---\ntitle: P\nenablement:\n  job: prove\n→---\n# P\n",
        b"  check:\n    items:\n",
    ),
    "no guidance": (
        "---\ntitle: P\n→---\n# P\n",
        b"enablement:\n  check:\n    items:\n",
    ),
}


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("front", FRONTS.values(), ids=FRONTS.keys())
def test_questions_are_added_and_no_other_byte_changes(
    tmp_path: Path, front: tuple[str, bytes], newline: str
) -> None:
    text, opening = front
    before, after = text.replace("\n", newline).encode().split("→".encode())
    (tmp_path / "p.md").write_bytes(before + after)
    (tmp_path / "q.gift").write_text(GIFT, encoding="utf-8")

    done = run("import", "q.gift", "p.md", "--write", cwd=tmp_path)

    assert done.returncode == 0, done.stderr
    added = opening + ADDED
    if b"check:" in opening:  # lists below a key that is written anew stand where YAML puts them
        added = opening + b"".join(line[2:] for line in ADDED.splitlines(keepends=True))
    # PyYAML ends a sentence that reads as a yes with its full stop and without quotes.
    added = added.replace(b"'Yes'", b"Yes.").replace(b"\n", newline.encode())
    assert (tmp_path / "p.md").read_bytes() == before + added + after
    assert "q.gift:9: it is an essay" in done.stderr
    assert "added 2 questions" in done.stderr


def test_what_is_asked_already_is_not_added_again(tmp_path: Path) -> None:
    paper = tmp_path / "p.md"
    paper.write_text("# P\n\n## Check {#check}\n\n1. who  DECIDES\n   - [x] a\n   - [ ] b\n")
    (tmp_path / "q.gift").write_text(GIFT + "\n" + GIFT, encoding="utf-8")

    first = run("import", "q.gift", "p.md", "--write", cwd=tmp_path)
    once = paper.read_bytes()
    again = run("import", "q.gift", "p.md", "--write", cwd=tmp_path)

    assert "added 1 question; 3 questions asked there already" in first.stderr
    assert "nothing to add; 4 questions asked there already" in again.stderr
    assert paper.read_bytes() == once


def test_without_write_the_change_is_shown_and_nothing_is_changed(tmp_path: Path) -> None:
    (tmp_path / "p.md").write_text("# P\n")
    (tmp_path / "q.gift").write_text(GIFT, encoding="utf-8")

    done = run("import", "q.gift", "p.md", cwd=tmp_path)

    assert "+    - stem: Who decides?" in done.stdout
    assert "Nothing was changed; --write changes the file." in done.stderr
    assert (tmp_path / "p.md").read_text() == "# P\n"


def test_a_sidecar_takes_the_questions_of_its_asset(tmp_path: Path) -> None:
    (tmp_path / "p.md").write_text("# P\n")
    (tmp_path / "p.enable.yaml").write_text("enablement:\n  job: prove\n")
    (tmp_path / "q.csv").write_text("question;answer;wrong\nWho?;depot;customer\n")

    done = run("import", "q.csv", "p.md", "--write", cwd=tmp_path)

    assert done.returncode == 0, done.stderr
    assert (tmp_path / "p.md").read_text() == "# P\n"
    assert (
        (tmp_path / "p.enable.yaml")
        .read_text()
        .startswith("enablement:\n  job: prove\n  check:\n    items:\n    - stem: Who?\n")
    )


@pytest.mark.parametrize(
    ("name", "text", "paper", "told"),
    [
        ("q.gift", "", "# P\n", "holds no question"),
        ("q.csv", "name\nx\n", "# P\n", "no column of q.csv is one of questions"),
        ("q.xyz", GIFT, "# P\n", "does not say what it holds"),
        ("none.gift", None, "# P\n", "it is not there"),
        ("q.gift", GIFT, "---\nenablement:\n  check: {pass: 80}\n---\n", "nothing can be added to"),
        ("q.gift", GIFT, "---\nenablement:\n  check:\n---\n", "with nothing below it"),
        ("q.gift", GIFT, "---\nenablement:\n  check:\n    items: []\n---\n", "nothing below it"),
    ],
)
def test_what_stands_in_the_way_is_said_with_a_hint(
    tmp_path: Path, name: str, text: str | None, paper: str, told: str
) -> None:
    (tmp_path / "p.md").write_text(paper)
    if text is not None:
        (tmp_path / name).write_text(text)

    done = run("import", name, "p.md", "--write", cwd=tmp_path)

    assert done.returncode == 2
    assert told in done.stderr
    assert len(done.stderr.splitlines()) >= 2
    assert "Traceback" not in done.stderr
    assert (tmp_path / "p.md").read_text() == paper


def test_a_program_gets_json(tmp_path: Path) -> None:
    (tmp_path / "p.md").write_text("# P\n")
    (tmp_path / "q.txt").write_text(GIFT)

    told = json.loads(run("import", "q.txt", "p.md", "--json", cwd=tmp_path).stdout)

    assert told["added"] == ["Who decides?", "How late?"]
    assert told["written"] is False
    assert [one["line"] for one in told["not_taken"]] == [9]


def test_what_was_exported_as_a_table_can_be_imported_and_is_known(tmp_path: Path) -> None:
    project = tmp_path / "meridian"
    shutil.copytree(MERIDIAN, project)
    asset = "assets/white-papers/cost-of-disputes.md"
    run("export", "csv", "-o", str(tmp_path / "out"), "--now", "2026-11-01", cwd=project)
    (table,) = (tmp_path / "out").rglob("*.csv")

    first = run("import", str(table), asset, "--write", "--json", cwd=project)
    told = json.loads(first.stdout)
    again = json.loads(run("import", str(table), asset, "--json", cwd=project).stdout)

    assert told["known"] == 4  # those a person wrote there
    assert told["added"]
    assert [one["why"] for one in told["not_taken"] if "belong to other" not in one["why"]] == []
    assert again["added"] == []
    assert again["known"] == len(told["added"]) + told["known"]


EVERY_FORM = """\
---
title: First
status: published
enablement:
  check:
    items:
      - stem: "Who: {decides}? #1 = ~50 %"
        key: The depot
        distractors: ["~ nobody -> {x}", "100% = all"]
        feedback: {The depot: "Yes: #1."}
        rationale: Page 2.
      - stem: Which two?
        key: [Price, Quantity]
        distractors: [Colour]
      - stem: Which fits?
        pairs: {CFO: Cost paper, CTO: Brief}
        distractors: [Datasheet]
      - stem: How late?
        number: -2.5
        tolerance: 0.25
      - stem: What is it called?
        answers: ["waiting = late", "50% late"]
---
# First
"""


@pytest.mark.parametrize("form", ["gift", "csv"])
def test_every_form_survives_the_way_out_and_in(tmp_path: Path, form: str) -> None:
    (tmp_path / "first.md").write_text(EVERY_FORM)
    (tmp_path / "second.md").write_text("# Second\n")
    run("export", form, "first.md", "-o", "out", "--now", "2026-11-01", cwd=tmp_path)
    (file,) = (one for one in (tmp_path / "out").rglob("*.*") if one.suffix in {".txt", ".csv"})

    done = run("import", str(file), "second.md", "--write", cwd=tmp_path)
    first, second = (
        _questions((tmp_path / name).read_text()) for name in ("first.md", "second.md")
    )

    assert done.returncode == 0, done.stderr
    assert [one["stem"] for one in second] == [one["stem"] for one in first]
    assert second == first


def _questions(text: str) -> list[dict[str, object]]:
    """Return the questions of a file, with answers in an order that says nothing."""
    asset, _ = parse(SourceFile(path="a.md", data=text.encode(), is_text=True), Config())
    assert asset is not None
    return [
        {
            "stem": item.stem,
            "options": sorted((option.text, option.correct) for option in item.options),
            "pairs": sorted(
                (prompt, item.options[place].text)
                for prompt, place in zip(item.prompts, item.matches, strict=True)
            ),
            "number": item.number,
            "rationale": item.rationale,
        }
        for item in asset.items
    ]
