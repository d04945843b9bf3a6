"""How large words may be on a slide, so that all of them stand on it."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from enablekit.packing.deck_pieces import Grid, Line

if TYPE_CHECKING:
    from collections.abc import Sequence

# Points. Below the last one nobody reads, so words are never made smaller than that.
SIZES = (36, 32, 28, 26, 24, 22, 20, 18, 16, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6)
LARGEST_IN_TABLE = 20
# How much smaller or larger than plain words of the first level.
MANNERS = {"plain": 1.0, "heading": 1.0, "quote": 1.1, "code": 0.8, "source": 0.6}
LEVELS = (1.0, 0.9, 0.85, 0.8, 0.8)
INDENT = 0.35  # inches a level of a list
CELL = 0.1  # inches between the words of a cell and its edge, left and right
_LEADING = 1.2  # a line's height to its size
_AFTER = 0.45  # the gap below a paragraph to its size
_INCH = 72
# Widths to the size, rounded up from Arial's, which Liberation Sans shares.
_NARROW = frozenset("iIjl.,:;'|!ft()[]/ -")
_WIDE = frozenset("mwMW@%—…")
_CAUTION = 1.06  # typefaces of brands run wider


def line_size(line: Line, size: float) -> float:
    """Return the size of a line where plain words have a size, in points."""
    level = LEVELS[min(line.level, len(LEVELS) - 1)]
    return round(size * MANNERS[line.manner] * level * 2) / 2


def height(lines: Sequence[Line], size: float, width: float) -> float:
    """Return how high lines are, in inches, where plain words have a size in points."""
    total = 0.0
    for line in lines:
        own = line_size(line, size)
        indent = INDENT * (line.level + bool(line.mark))
        rows = rows_of(line.text, own, width - indent, mono=line.manner == "code")
        after = 0 if line.manner == "code" else _AFTER
        total += own * (rows * _LEADING + after) / _INCH
    return total


def columns(grid: Grid, size: float, width: float) -> list[float]:
    """Return the widths of a table's columns: as wide as their words, within what there is."""
    wanted = [
        max((_width(_said(row[at]), size) for row in grid.rows if at < len(row)), default=0.0)
        + 4 * CELL
        for at in range(len(grid.aligned))
    ]
    least = width * 0.6 / sum(wanted)
    if least > 1:  # a small table takes up some room, too
        return [one * least for one in wanted]
    if sum(wanted) <= width:
        return wanted
    # Long columns give way to each other; short ones keep what they need.
    fair = width / len(wanted)
    kept = sum(one for one in wanted if one <= fair)
    long = sum(one for one in wanted if one > fair)
    return [one if one <= fair else one * (width - kept) / long for one in wanted]


def grid_height(grid: Grid, size: float, width: float) -> float:
    """Return how high a table is, in inches."""
    return sum(row_heights(grid, size, columns(grid, size, width)))


def row_heights(grid: Grid, size: float, widths: Sequence[float]) -> list[float]:
    """Return how high the rows of a table are, in inches."""
    return [
        max(
            rows_of(_said(cell), size, one - 2 * CELL)
            for cell, one in zip(row, widths, strict=False)
        )
        * size * _LEADING / _INCH + 0.16
        for row in grid.rows
    ]  # fmt: skip


def rows_of(text: str, size: float, width: float, *, mono: bool = False) -> int:
    """Return in how many lines words of a size stand, in a width in inches."""
    rows, used = 1, 0.0
    room = max(width, 0.2)
    for word in text.split(" "):
        long = len(word) * size * 0.62 / _INCH if mono else _width(word, size)
        if used and used + long > room:
            rows, used = rows + 1, 0.0
        if long > room:  # broken inside, as a long address is, or Japanese
            rows += int((used + long) // room)
            used = (used + long) % room
        else:
            used += long
        used += 0.3 * size / _INCH
    return rows


def _said(cell: Sequence[object]) -> str:
    return "".join(getattr(one, "text", "") for one in cell)


def _width(text: str, size: float) -> float:
    return sum(map(_em, text)) * size * _CAUTION / _INCH


def _em(sign: str) -> float:
    if sign in _NARROW:
        return 0.34
    if sign in _WIDE or unicodedata.east_asian_width(sign) in "WF":
        return 1.0
    return 0.7 if sign.isupper() else 0.56
