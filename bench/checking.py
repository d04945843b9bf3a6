"""Prints how fast `enablekit check` is, as a ratio against markdownlint-cli2 on the same files."""

from __future__ import annotations

import argparse
import shutil
import statistics
import sys
import tempfile
from pathlib import Path

from measuring import Bench, memory_disk
from table import ratio, seconds

_CORPORA = Path(__file__).resolve().parents[2] / "shared" / "corpora"
_PUBLIC = ("dev-budibase", "dev-sourcegraph")
_COPIES = 19  # of both public repositories: about 4,000 files
_FINDINGS = (0, 1)


def main() -> None:
    """Measure and print; the peer comes from npm: `npm install markdownlint-cli2`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=3, help="runs of each; 3 if not said")
    parser.add_argument("--markdownlint", default=shutil.which("markdownlint-cli2"), metavar="PATH")
    asked = parser.parse_args()
    if asked.runs < 2:
        parser.error("a ratio from a single run says nothing; use --runs 2 or more")
    if not _CORPORA.is_dir():
        sys.exit("The public repositories are not beside the checkout.")
    with tempfile.TemporaryDirectory(dir=memory_disk()) as scratch:
        content = Path(scratch) / "content"
        for copy in range(_COPIES):
            for name in _PUBLIC:
                shutil.copytree(_CORPORA / name / "content", content / f"{copy}" / name)
        files = sum(one.suffix in {".md", ".mdx"} for one in content.rglob("*"))
        bench = Bench(Path(scratch))
        ours = [sys.executable, "-m", "enablekit", "check", "--statistics"]
        theirs = [asked.markdownlint, "**/*.md"] if asked.markdownlint else None
        mine, other = [], []
        for _ in range(asked.runs):
            mine.append(bench.run(ours, content, passing=_FINDINGS))
            if theirs:
                other.append(bench.run(theirs, content, passing=_FINDINGS))
    print(f"check of {files:,} files, {asked.runs} runs")
    print(f"enablekit: {statistics.median(seconds(mine)):.1f} s")
    if other:
        print(f"markdownlint-cli2: {statistics.median(seconds(other)):.1f} s")
        print(f"enablekit / markdownlint-cli2: {ratio(seconds(mine), seconds(other))}")
    else:
        print("markdownlint-cli2 is not there, so there is no ratio.")


if __name__ == "__main__":
    main()
