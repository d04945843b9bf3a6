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
    assert head.split()[:5] == ["written", "made", "kept", "asked", "asset:"]
    counts = [[int(one) for one in line.split()[:4]] for line in assets]
    assert [sum(column) for column in zip(*counts, strict=True)] == [
        int(one) for one in total.split()[:4]
    ]
    assert all(made >= kept >= asked for _, made, kept, asked in counts)
    assert sorted(example.rglob("*")) == before


# The written question is the one that would be made of the statement, with another answer.
PAPER = """\
---
title: Disputes
enablement:
  must_know:
    - {id: late, statement: A disputed invoice is paid 14 days later., source: "#costs"}
  check:
    items:
      - stem: >-
          Which number is missing, according to “Disputes”?
          “A disputed invoice is paid ____ days later.”
        number: 15
        unit: days
---

# Costs

A disputed invoice is paid 14 days later.
"""


def test_it_says_why_each_question_was_dropped(enablekit: Run, tmp_path: Path) -> None:
    (tmp_path / "paper.md").write_text(PAPER, encoding="utf-8")

    shown = enablekit(*EXPLAIN, "--verbose", cwd=tmp_path).stdout
    data = json.loads(enablekit(*EXPLAIN, "--json", cwd=tmp_path).stdout)

    assert data["schema"] == "enablekit.items/1"
    dropped = [one for asset in data["assets"] for one in asset["dropped_items"]]
    assert len(dropped) == data["made"] - data["kept"] > 0
    for one in dropped:
        assert f"{one['kind']}: {one['stem']}" in shown
        assert all(f"{why['rule']} {why['name']}: " in shown for why in one["reasons"])
        assert one["reasons"]
    by_rule = {why["rule"] for one in dropped for why in one["reasons"]}
    assert by_rule == set(data["dropped_by_rule"])


def test_an_empty_folder_is_refused_as_in_any_build(enablekit: Run, tmp_path: Path) -> None:
    done = enablekit(*EXPLAIN, cwd=tmp_path)

    assert done.returncode == 2
    assert "no assets found" in done.stderr
