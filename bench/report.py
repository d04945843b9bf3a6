"""Turns measurements into the tables that are printed."""

from __future__ import annotations

import itertools
import statistics
from typing import TYPE_CHECKING

import starting
import table

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from measuring import Run
    from rounds import Built

_BUILDS = (
    "build",
    "seconds",
    "CPU seconds",
    "largest process, MiB",
    "all processes, MiB",
    "output, MiB",
    "enablekit / this",
)


def builds(everyone: Sequence[Built]) -> str:
    """Compare the builds of one number of assets; the first program is ours."""
    ours = everyone[0]
    rows = [_row(one, "cold", one.cold, ours.cold) for one in everyone]
    again = [one for one in everyone if one.program.again]
    rows += [_row(one, "unchanged", one.unchanged, ours.unchanged) for one in again]
    rows += [_row(one, "one title changed", one.changed, ours.changed) for one in again]
    return table.rendered(_BUILDS, rows)


def _row(one: Built, state: str, runs: Sequence[Run], ours: Sequence[Run]) -> list[str]:
    against = table.ratio(table.seconds(ours), table.seconds(runs))
    largest = statistics.median(run.largest for run in runs)
    # Pages shared with programs beside it are counted in part, so the sum can be the lesser one.
    together = max(one.first.together, largest) if one.first.together else 0
    first = runs is one.cold
    return [
        f"{one.program.name}, {state}",
        table.number(statistics.median(table.seconds(runs))),
        table.number(statistics.median(table.cpu(runs))),
        table.number(largest) if largest else "–",
        table.number(together) if first and together and largest else "–",
        table.number(one.megabytes()) if first else "–",
        "–" if runs is ours else against,
    ]


def growth(sizes: Mapping[int, Sequence[Built]]) -> str:
    """Tell by how much the CPU time of a cold build grows from each size to the next."""
    counts = sorted(sizes)
    steps = list(itertools.pairwise(counts))
    header = ["CPU time, cold", *(f"{small:,} → {large:,} assets" for small, large in steps)]
    cpu = {
        (count, one.program.name): statistics.median(table.cpu(one.cold))
        for count in counts
        for one in sizes[count]
    }
    names = dict.fromkeys(one.program.name for count in counts for one in sizes[count])
    rows = [[name, *_steps(cpu, name, steps)] for name in names]
    return table.rendered(header, rows)


def _steps(
    cpu: Mapping[tuple[int, str], float], name: str, steps: Iterable[tuple[int, int]]
) -> list[str]:
    return [
        f"× {table.number(cpu[large, name] / cpu[small, name])}" if (large, name) in cpu else "–"
        for small, large in steps
    ]


def start_up(commands: Mapping[str, Sequence[Run]]) -> str:
    """Compare how long commands take that do nothing; Python alone is the yardstick."""
    yardstick = starting.YARDSTICK
    nothing = table.seconds(commands[yardstick])
    rows = [
        [
            f"`{command}`",
            f"{statistics.median(table.seconds(runs)) * 1000:,.0f}",
            "–" if command == yardstick else table.ratio(table.seconds(runs), nothing),
        ]
        for command, runs in commands.items()
    ]
    return table.rendered(["start", "ms", f"this / `{yardstick}`"], rows)
