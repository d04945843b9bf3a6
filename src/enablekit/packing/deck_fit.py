"""How large words may be on a slide, so that all of them stand on it."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from enablekit.packing.deck_pieces import Grid, Line

# Points. Below the last one nobody reads, so words are never made smaller than that.
SIZES = (36, 32, 28, 26, 24, 22, 20, 18, 16, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6)
LARGEST_IN_TABLE = 22
# How much smaller or larger than plain words of the first level.
MANNERS = {
    "plain": 1.0,
    "heading": 1.0,
    "quote": 1.1,
    "speaker": 0.75,
    "code": 0.8,
    "end of code": 0.8,
    "source": 0.6,
}
LEVELS = (1.0, 0.9, 0.85, 0.8, 0.8)
CELL = 0.15  # inches between the words of a cell and its edge, left and right
_LEADING = 1.2  # a line's height to its size
AFTER = 0.45  # the gap below a paragraph to its size
ABOVE_SOURCE = 0.8  # the gap above a line that names a source
PADDING = 0.22  # inches between the words of a cell and its edges, above and below together
_MARK, _NUMBER = 0.85, 1.3  # the room for the mark of a list to the size of its words
_INCH = 72
# Widths to the size, rounded up from Arial's, which Liberation Sans shares.
_NARROW = frozenset("iIjl.,:;'|!ft()[]/ -")
_WIDE = frozenset("mwMW@%—…")
_CAUTION = 1.06  # typefaces of brands run wider


def line_size(line: Line, size: float) -> float:
    """Return the size of a line where plain words have a size, in points."""
    level = LEVELS[min(line.level, len(LEVELS) - 1)]
    return round(size * MANNERS[line.manner] * level * 2) / 2


def indent(line: Line, own: float) -> float:
    """Return how far the words of a line of a size stand from the margin, in inches."""
    return (line.level + bool(line.mark)) * hang(line, own)


def hang(line: Line, own: float) -> float:
    """Return how much room the mark of a line of a size has, in inches."""
    return (_NUMBER if line.mark == "number" else _MARK) * own / _INCH


def height(lines: Sequence[Line], size: float, width: float) -> float:
    """Return how high lines are, in inches, where plain words have a size in points."""
    total = after = 0.0
    for line in lines:
        own = line_size(line, size)
        room = width - indent(line, own)
        rows = rows_of(line.text, own, room, mono="code" in line.manner)
        above, below = gaps(line)
        after = below * own / _INCH
        total += own * (rows * _LEADING + above) / _INCH + after
    return total - after


def gaps(line: Line) -> tuple[float, float]:
    """Return the gaps above and below a line, to its size."""
    above = ABOVE_SOURCE if line.manner == "source" else 0.0
    return above, 0.0 if line.manner == "code" else AFTER


def columns(grid: Grid, size: float, width: float) -> list[float]:
    """Return the widths of a table's columns: as wide as their words, within what there is."""
    wanted = [
        max((_width(_said(row[at]), size) for row in grid.rows if at < len(row)), default=0.0)
        + 3 * CELL
        for at in range(len(grid.aligned))
    ]
    least = width * 0.7 / sum(wanted)
    if least > 1:  # a small table takes up some room, too
        return [one * least for one in wanted]
    if sum(wanted) <= width:
        return wanted
    # The longest columns give way, all to the same width; short ones keep what they need.
    room, left = width, len(wanted)
    for one in sorted(wanted):
        if one > room / left:
            break
        room, left = room - one, left - 1
    return [min(one, room / max(left, 1)) for one in wanted]


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
        * size * _LEADING / _INCH + PADDING
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
