"""Prints how fast enablekit builds, as ratios against other programs in the same run."""

from __future__ import annotations

import argparse
import os
import platform
import tempfile
from pathlib import Path

import contestants
import report
import rounds
import starting
from measuring import Bench, memory_disk

_SIZES = (100, 1_000)
_FEWEST_RUNS = 2
_STARTS_PER_RUN = 3
_NOTES = """\
Medians of {runs} runs on {cores} processors, {place}. A ratio is the median of the ratios within
each round, with the lowest and the highest. Cold builds go into a fresh folder, the others into the
folder of an earlier build; mkdocs-material always builds everything, so its cold build stands for
all. CPU seconds count all processes of a run. The largest process is the peak of resident memory of
any one of them; all processes is the highest sum of their proportional set sizes, or the largest
process if that is more, seen during a cold build that was not timed.
Python {python}; {versions}.
"""


def main() -> None:
    """Measure and print; a single run gives no ratio, because it may be the odd one out."""
    asked = _asked()
    disk = memory_disk()
    place = "on a disk in memory" if disk else "on the disk of temporary files"
    notes = _NOTES.format(
        runs=asked.runs,
        cores=os.cpu_count(),
        place=place,
        python=platform.python_version(),
        versions=contestants.versions(asked.peers),
    )
    _say(notes)
    with tempfile.TemporaryDirectory(dir=disk) as scratch:
        bench = Bench(Path(scratch))
        _say(report.start_up(starting.measure(bench, asked.runs * _STARTS_PER_RUN)))
        sizes = {}
        for count in sorted({*asked.sizes, *asked.assets}):
            _say(f"\n### {count:,} assets\n")
            everyone, left_out = contestants.enter(
                bench, count, peers=asked.peers, patient=asked.slow_peers
            )
            rounds.measure(bench, everyone, asked.runs)
            _say(report.builds(everyone))
            for sentence in left_out:
                _say(f"\n{sentence}")
            sizes[count] = everyone
    if len(sizes) > 1:
        _say(f"\n### Growth\n\n{report.growth(sizes)}")


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    names = [peer.package for peer in contestants.PEERS]
    add = parser.add_argument
    several = "how many assets; 100 and 1000 if not said"
    add("--sizes", type=_positive, nargs="+", metavar="N", default=_SIZES, help=several)
    more = "measure these besides, such as 10000, which takes half an hour"
    add("--assets", type=_positive, nargs="+", metavar="N", default=(), help=more)
    add("--runs", type=_positive, metavar="N", default=3, help="runs of each build; 3 if not said")
    add("--peers", nargs="*", choices=names, default=names, help="the peers; all if not said")
    add("--slow-peers", action="store_true", help="do not leave out what takes minutes")
    asked = parser.parse_args()
    if asked.runs < _FEWEST_RUNS:
        parser.error(f"a ratio from a single run says nothing; use --runs {_FEWEST_RUNS} or more")
    return asked


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("use 1 or more")
    return number


def _say(text: str) -> None:
    print(text, flush=True)


if __name__ == "__main__":
    main()
