"""Writes what was measured as Markdown tables."""

from __future__ import annotations

import statistics
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from measuring import Run


def rendered(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table whose first column is text and whose others are numbers."""
    lines = [header, ["---", *("--:" for _ in header[1:])], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def ratio(ours: Sequence[float], theirs: Sequence[float]) -> str:
    """Return the median of paired ratios with the lowest and the highest."""
    ratios = [mine / other for mine, other in zip(ours, theirs, strict=True)]
    low, high = number(min(ratios)), number(max(ratios))
    return f"{number(statistics.median(ratios))} ({low}–{high})"


def number(value: float) -> str:
    """Return a number with two digits that count, and all before the point."""
    if value >= 9.95:
        return f"{value:,.0f}"
    places = 1 if value >= 0.995 else 2 if value >= 0.0995 else 3
    return f"{value:.{places}f}"


def seconds(runs: Iterable[Run]) -> list[float]:
    """Return how long each run took."""
    return [run.seconds for run in runs]


def cpu(runs: Iterable[Run]) -> list[float]:
    """Return the processor seconds of each run."""
    return [run.cpu for run in runs]
