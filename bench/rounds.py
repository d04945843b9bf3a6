"""Runs programs in turn, round after round, so that a machine's moods hit all of them alike."""

from __future__ import annotations

import shutil
import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import corpus
from measuring import memory_disk

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from measuring import Bench, Run
    from program import Program

_TITLES = ("An audit that nobody saw", "A ledger which everybody read")


@dataclass(slots=True, kw_only=True)
class Built:
    """
    A program, its first build and what is measured of it.

    Attributes:
        program: The program.
        output: Where its first build went; it is built anew there.
        first: The first build, with its memory watched; its time counts for nothing.
        cold: Builds into a fresh folder each.
        unchanged: Builds into the folder of the first, with nothing changed.
        changed: The same, with another title of one asset each time.

    """

    program: Program
    output: Path
    first: Run
    cold: list[Run] = field(default_factory=list)
    unchanged: list[Run] = field(default_factory=list)
    changed: list[Run] = field(default_factory=list)

    def megabytes(self) -> float:
        """Return the MiB of all files of the first build."""
        sizes = (file.stat().st_size for file in self.output.rglob("*") if file.is_file())
        return sum(sizes) / (1024 * 1024)


def first(bench: Bench, program: Program) -> Built:
    """Build for the first time: that fills the caches of the disk, and memory can be watched."""
    program.outputs.mkdir(parents=True)
    output = program.outputs / "first"
    took = _run(bench, program, output, "first", watched=True)
    if not any(output.rglob("*.html")):
        sys.exit(f"{program.name} wrote no page, so there is nothing to compare")
    return Built(program=program, output=output, first=took)


def measure(bench: Bench, everyone: Sequence[Built], runs: int) -> None:
    """Measure unchanged, changed and cold builds; in each round every program builds once."""
    again = [one for one in everyone if one.program.again]
    for _ in range(runs):
        for one in again:
            one.unchanged.append(_run(bench, one.program, one.output, "unchanged"))
    for number in range(runs):
        title = _TITLES[number % len(_TITLES)]
        for one in again:
            corpus.retitle(one.program.project, title)
            one.changed.append(_run(bench, one.program, one.output, "one title changed"))
            _require(title, one)
    for number in range(runs):  # last, because it leaves the caches of other folders behind
        for one in everyone:
            fresh = one.program.outputs / f"cold-{number}"
            one.cold.append(_run(bench, one.program, fresh, "cold"))
            if memory_disk() in bench.scratch.parents:  # elsewhere deleting slows what follows
                shutil.rmtree(fresh)


def _run(bench: Bench, program: Program, output: Path, state: str, *, watched: bool = False) -> Run:
    print(f"  {program.name}, {state}", file=sys.stderr, flush=True)
    command = program.command(output)
    return bench.run(command, program.project, passing=program.passing, watched=watched)


def _require(title: str, one: Built) -> None:
    """Stop if a build has missed a change: it was quick for the wrong reason."""
    wanted = title.encode()
    pages = (file for file in one.output.rglob("*.html") if file.is_file())
    if not any(wanted in page.read_bytes() for page in pages):
        sys.exit(f"{one.program.name} did not show the changed title")
