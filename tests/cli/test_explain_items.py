from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable
    from pathlib import Path

    Run = Callable[..., subprocess.CompletedProcess[str]]

EXPLAIN = ("build", "--explain-items", "--now", "2026-11-01")


def test_it_counts_what_was_made_kept_asked_and_dropped_and_writes_nothing(
    enablekit: Run, checkout: Path
) -> None:
    example = checkout / "examples" / "meridian"
    before = sorted(example.rglob("*"))

    done = enablekit(*EXPLAIN, cwd=example)

    assert done.returncode == 0
    head, *assets, total = done.stdout.splitlines()
    assert head.split()[:6] == ["written", "made", "kept", "asked", "must-knows", "asset:"]
    counts = [[int(one) for one in line.split()[:4]] for line in assets]
    assert [sum(column) for column in zip(*counts, strict=True)] == [
        int(one) for one in total.split()[:4]
    ]
    known = [line.split()[4].split("/") for line in assets if "/" in line.split()[4]]
    assert total.split()[4] == "/".join(str(sum(map(int, one))) for one in zip(*known, strict=True))
    assert all(made >= kept >= asked for _, made, kept, asked in counts)
    assert sorted(example.rglob("*")) == before


def test_it_says_why_each_question_was_dropped(enablekit: Run, checkout: Path) -> None:
    example = checkout / "examples" / "meridian"

    shown = enablekit(*EXPLAIN, "--verbose", cwd=example).stdout
    data = json.loads(enablekit(*EXPLAIN, "--json", cwd=example).stdout)

    assert data["schema"] == "enablekit.items/1"
    dropped = [one for asset in data["assets"] for one in asset["dropped_items"]]
    assert len(dropped) == data["made"] - data["kept"] > 0
    for one in dropped:
        assert f"{one['kind']}: {one['stem']}" in shown
        assert all(f"{why['rule']} {why['name']}: " in shown for why in one["reasons"])
        assert one["reasons"]
    by_rule = {why["rule"] for one in dropped for why in one["reasons"]}
    assert by_rule == set(data["dropped_by_rule"])


FORGOTTEN = """\
---
title: Disputes
enablement:
  must_know:
    - {id: late, statement: A disputed invoice is paid 14 days later.}
    - id: rude
      statement: Nobody is rude to the clerk.
  check:
    items:
      - {stem: How late is a disputed invoice?, key: 14 days, distractors: [2 days, 9 days],
         tests: late}
---

A disputed invoice is paid 14 days later.
"""


def test_it_says_which_must_know_nobody_is_asked_for_and_what_to_write(
    enablekit: Run, tmp_path: Path
) -> None:
    (tmp_path / "paper.md").write_text(FORGOTTEN, encoding="utf-8")

    short = enablekit(*EXPLAIN, cwd=tmp_path).stdout
    whole = enablekit(*EXPLAIN, "--verbose", cwd=tmp_path).stdout
    data = json.loads(enablekit(*EXPLAIN, "--json", cwd=tmp_path).stdout)

    assert short.splitlines()[1].split()[4] == "1/2"
    assert short.splitlines()[-1].startswith("1 must-know has no question; with --verbose")
    assert "no question: rude “Nobody is rude to the clerk.” (paper.md:6)" in whole
    assert whole.splitlines()[-1].strip() == "tests: rude"
    assert (data["must_knows"], data["must_knows_asked"]) == (2, 1)
    (asset,) = data["assets"]
    assert asset["must_knows_unasked"] == [
        {"id": "rude", "statement": "Nobody is rude to the clerk.", "path": "paper.md", "line": 6}
    ]


def test_an_empty_folder_is_refused_as_in_any_build(enablekit: Run, tmp_path: Path) -> None:
    done = enablekit(*EXPLAIN, cwd=tmp_path)

    assert done.returncode == 2
    assert "no assets found" in done.stderr
