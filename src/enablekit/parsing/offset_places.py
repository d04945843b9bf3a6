"""Turns offsets in a text into places in its file."""

from __future__ import annotations

import re
from bisect import bisect_right

from enablekit.model.span import Span


class OffsetPlaces:
    """
    The places of one text.

    Args:
        path: The file.
        text: The text.
        first_line: The number of its first line in the file.

    """

    def __init__(self, path: str, text: str, first_line: int) -> None:
        self._path = path
        self._first_line = first_line
        self._starts = [0, *(found.end() for found in re.finditer("\n", text))]

    def span(self, start: int, end: int) -> Span:
        """Return the place from one offset up to another."""
        first, last = (bisect_right(self._starts, offset) - 1 for offset in (start, end))
        return Span(
            path=self._path,
            line=first + self._first_line,
            column=start - self._starts[first] + 1,
            end_line=last + self._first_line,
            end_column=end - self._starts[last] + 1,
        )
