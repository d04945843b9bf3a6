"""Applies repairs to the text of a file and changes nothing else in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from enablekit.model.repair import Edit, Repair

# The three kinds of line ends by which lines were counted, and no others.
_LINE_END = re.compile(r"\r\n|\r|\n")


def mended(text: str, repairs: Iterable[Repair]) -> tuple[str, int]:
    """
    Apply repairs to a text.

    A repair is applied whole or not at all; one that would touch what an earlier one changed
    waits for the next time.

    Args:
        text: The text of the file; its line ends may be of any kind.
        repairs: What to do, the most important first.

    Returns:
        The new text, and how many repairs were applied.

    """
    starts = _line_starts(text)
    line_end = "\r\n" if "\r\n" in text else "\n"
    taken: list[tuple[int, int, str]] = []
    applied = 0
    for repair in repairs:
        stretches = [_stretch(edit, text, starts, line_end) for edit in repair.edits]
        if stretches and not any(_meet(one, other) for one in stretches for other in taken):
            taken += stretches
            applied += 1
    for start, end, words in sorted(taken, reverse=True):
        text = text[:start] + words + text[end:]
    return text, applied


def _line_starts(text: str) -> list[int]:
    return [0, *(end.end() for end in _LINE_END.finditer(text))]


def _stretch(edit: Edit, text: str, starts: list[int], line_end: str) -> tuple[int, int, str]:
    span = edit.span
    start = _offset(span.line, span.column, text, starts)
    words = edit.text.replace("\n", line_end)
    return start, max(start, _offset(span.end_line, span.end_column, text, starts)), words


def _offset(line: int, column: int, text: str, starts: list[int]) -> int:
    """Return where a place is; columns count from 1, and a line without end ends the text."""
    if line > len(starts):
        return len(text)
    return min(starts[line - 1] + column - 1, len(text))


def _meet(one: tuple[int, int, str], other: tuple[int, int, str]) -> bool:
    return one[0] < other[1] and other[0] < one[1] if one[:2] != other[:2] else True
