from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

BODY = """\
# What disputes cost

Most late payments start with an error that was visible before the invoice left.

## The cost of one dispute

In a survey of 214 suppliers, a disputed invoice was paid 14 days later on average
([dispute survey](https://example.org/survey)).

| Cause | Share |
|---|---|
| Price | 31% |
| Quantity | 24% |

“We chased a customer for a month over an order number that nobody had checked,” said
Tobias Wenk, Head of Receivables at Hallmann.
"""


def run(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "enablekit", *arguments],
        cwd=cwd, capture_output=True, check=False, timeout=60, env=dict(os.environ),
    )  # fmt: skip


def lines_added(before: bytes, after: bytes) -> list[bytes]:
    """Check that the new text is the old one with one run of lines put in, and return the run."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    start = next(
        (at for at, (one, other) in enumerate(zip(old, new, strict=False)) if one != other),
        len(old),
    )
    added = len(new) - len(old)
    assert added > 0
    assert new[:start] + new[start + added :] == old
    return new[start : start + added]


FRONTS = {
    "no guidance yet": "---\ntitle: Costs   # kept \nlist: [a,  'b']\n---\n",
    "some guidance": (
        "---\ntitle: Costs\nenablement:   # ours\n    job: prove\n\n    # a note\n"
        "    stages: [evaluation]\n\nowner: ana\n---\n"
    ),
    "an empty block": "---\nenablement:\ntitle: Costs\n---\n",
    "a text that keeps its blank lines": (
        "---\nenablement:\n  follow_up:\n    subject: Hello\n    body: |+\n      Bye.\n\n\n"
        "title: Costs\n---\n"
    ),
    "no front matter": "",
    "a byte order mark": "\ufeff---\ntitle: Costs\n---\n",
}


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("front", FRONTS.values(), ids=FRONTS.keys())
def test_a_draft_is_added_and_no_other_byte_changes(
    tmp_path: Path, front: str, newline: str
) -> None:
    paper = tmp_path / "paper.md"
    before = (front + BODY).replace("\n", newline).encode()
    paper.write_bytes(before)

    done = run("draft", "paper.md", "--write", cwd=tmp_path)

    assert done.returncode == 0, done.stderr.decode()
    added = lines_added(before, paper.read_bytes())
    assert all(line.endswith(newline.encode()) for line in added)
    assert sum(b"draft: true" in line for line in added) >= 3
    assert b"14 days later" in b"".join(added)

    again = run("draft", "paper.md", "--write", cwd=tmp_path)

    assert b"nothing to add" in again.stderr
    assert lines_added(before, paper.read_bytes()) == added


def test_without_write_the_change_is_shown_and_nothing_is_changed(tmp_path: Path) -> None:
    paper = tmp_path / "paper.md"
    paper.write_text(BODY, encoding="utf-8")

    done = run("draft", "paper", cwd=tmp_path)

    assert done.stdout.startswith(b"--- paper.md\n+++ paper.md\n")
    assert b"#   pains: Which pain does it answer" in done.stdout
    assert paper.read_text("utf-8") == BODY


@pytest.mark.parametrize(
    "front", ['+++\ntitle = "Costs"\n+++\n', "---\nenablement: {job: prove}\ntitle: Costs\n---\n"]
)
def test_where_lines_cannot_be_added_the_draft_goes_beside_the_file(
    tmp_path: Path, front: str
) -> None:
    paper = tmp_path / "paper.md"
    paper.write_text(front + BODY, encoding="utf-8")

    done = run("draft", "paper.md", "--write", cwd=tmp_path)

    assert done.returncode == 0, done.stderr.decode()
    assert paper.read_text("utf-8") == front + BODY
    beside = (tmp_path / "paper.enable.yaml").read_text("utf-8")
    assert "draft: true" in beside
    assert b"nothing to add" in run("draft", "paper.md", cwd=tmp_path).stderr


def test_a_draft_is_shown_as_one_and_does_not_count(tmp_path: Path) -> None:
    (tmp_path / "paper.md").write_text("---\ntype: white-paper\n---\n" + BODY, encoding="utf-8")
    run("draft", "paper.md", "--write", cwd=tmp_path)

    done = run("build", cwd=tmp_path)

    assert done.returncode == 0, done.stderr.decode()
    guide = (tmp_path / "site" / "guides" / "paper" / "index.html").read_text("utf-8")
    assert "What is missing" in guide
    assert "In at most 60 words" in guide


@pytest.mark.parametrize("front", ["\n+++\ntitle = 'A'\n+++\n", "\n\n---\ntitle: A\n---\n"])
def test_front_matter_behind_a_blank_line_gets_no_second_one(tmp_path: Path, front: str) -> None:
    paper = tmp_path / "paper.md"
    paper.write_text(front + BODY, encoding="utf-8")

    done = run("draft", "./paper.md", "--write", cwd=tmp_path)

    assert done.returncode == 0, done.stderr.decode()
    assert paper.read_text("utf-8") == front + BODY
    assert "must_know" in (tmp_path / "paper.enable.yaml").read_text("utf-8")


def test_an_asset_that_is_not_there_is_named(tmp_path: Path) -> None:
    (tmp_path / "paper.md").write_text(BODY, encoding="utf-8")

    done = run("draft", "papre", cwd=tmp_path)

    assert done.returncode == 2
    assert b"there is no readable asset `papre`" in done.stderr


def test_the_lines_of_a_draft_are_right_in_the_file_it_was_written_to(tmp_path: Path) -> None:
    paper = tmp_path / "paper.md"
    paper.write_text("---\ntitle: Costs\n---\n" + BODY, encoding="utf-8")

    run("draft", "paper.md", "--write", cwd=tmp_path)

    lines = paper.read_text("utf-8").split("\n")
    at = next(number for number, line in enumerate(lines) if "statement: " in line)
    marked = next(line for line in lines[at:] if "lines:" in line)
    number = int(marked.split("'")[1])
    assert lines[number - 1].startswith("Most late payments start")
