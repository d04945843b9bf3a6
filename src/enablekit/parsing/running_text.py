"""The words of a block while it is being read: runs of text with the bytes they stand at."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from enablekit.parsing.places import Places

# (words, first byte, byte after the last); words that stand nowhere in the source are at NOWHERE.
Run = tuple[str, int, int]
Offsets = list[tuple[int, int, int]]

NOWHERE = -1
_UNSETTLED = -2
LINE_END: Run = ("\n", NOWHERE, NOWHERE)
SPACE: Run = (" ", NOWHERE, NOWHERE)

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_CODE_PIECE = re.compile(r"[^\s|]+|[\s|]")


def separate(runs: list[Run]) -> None:
    """Put a line end after what is there, unless nothing is or it ends with one."""
    if runs and not runs[-1][0].endswith("\n"):
        runs.append(LINE_END)


def words(runs: list[Run], first: int = 0) -> str:
    """Return the words of the runs from `first` on."""
    return "".join([run[0] for run in runs[first:]]).strip("\n")


def code_runs(code: str, start: int, end: int, data: bytes, base: int) -> list[Run]:
    r"""
    Return the runs of code inside a line.

    Args:
        code: The code as the parser gives it: line ends are spaces, `\|` in a table is `|`.
        start: Its first backtick.
        end: The byte after its last.
        data: The source.
        base: The byte of the source from which `start` and `end` count.

    """
    source = data[start + base : end + base]
    ticks = len(source) - len(source.lstrip(b"`"))
    raw = code.encode()
    at = source.find(raw, ticks)
    if at >= 0:
        return [(code, start + at, start + at + len(raw))]
    runs: list[Run] = []
    at = ticks
    for piece in _CODE_PIECE.findall(code):
        raw = piece.encode()
        found = source.find(raw, at) if piece != " " else -1
        if found < 0:
            runs.append((piece, NOWHERE, NOWHERE))
        else:
            at = found + len(raw)
            runs.append((piece, start + found, start + at))
    return runs


def line_runs(text: str, start: int) -> list[Run]:
    """Return the runs of text that stands in the source as it is, one for each line."""
    runs: list[Run] = []
    for line in _LINE.findall(text):
        end = start + len(line.encode())
        runs.append((line, start, end))
        start = end
    return runs


def settle(runs: list[Run], places: Places, base: int) -> tuple[str, Offsets]:
    """
    Return the text of runs and, for each run that does not follow from the one before, its place.

    Args:
        runs: The runs in order.
        places: Where bytes stand.
        base: What to add to a byte of a run to count from the start of the whole text.

    """
    if len(runs) == 1:  # as most paragraphs and headings are
        piece, start, _ = runs[0]
        return piece, [places.entry(0, start + base)] if start >= 0 else []
    offsets: Offsets = []
    offset, follows, entry = 0, NOWHERE, places.entry
    for piece, start, end in runs:
        if start != follows and start >= 0:
            offsets.append(entry(offset, start + base))
        length = len(piece)
        # A run of another length than its source (an entity, or not ASCII), or one that ends a
        # line, settles nothing about the place of what comes after it.
        follows = end if end - start == length and piece[-1:] != "\n" else _UNSETTLED
        offset += length
    return "".join([run[0] for run in runs]), offsets


def without(text: str, offsets: Offsets, cuts: list[tuple[int, int]]) -> tuple[str, Offsets]:
    """
    Return text and offsets without some stretches.

    Args:
        text: The text.
        offsets: Its offsets.
        cuts: The stretches to leave out, ascending and apart from each other.

    """
    kept: list[str] = []
    placed: Offsets = []
    length = start = entry = 0
    for cut, resume in [*cuts, (len(text), len(text))]:
        while entry < len(offsets) and offsets[entry][0] <= start:
            entry += 1
        if cut > start and entry:
            offset, line, column = offsets[entry - 1]
            placed.append((length, line, column + start - offset))
        while entry < len(offsets) and offsets[entry][0] < cut:
            offset, line, column = offsets[entry]
            placed.append((length + offset - start, line, column))
            entry += 1
        kept.append(text[start:cut])
        length += max(0, cut - start)
        start = resume
    return "".join(kept), placed
