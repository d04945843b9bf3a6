"""Where bytes of a text stand in its file, as lines and columns of characters."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import accumulate

from enablekit.model.span import Span

_CONTINUATION = re.compile(rb"[\x80-\xbf]")
_BLANKS = b" \t\n"


class Places:
    """
    A text that knows its lines.

    The parser counts bytes of UTF-8 from the start of the text; people count lines from the first
    line of the file and columns in characters, both from 1.

    Attributes:
        path: The file.
        text: The text.
        data: The text in UTF-8.

    """

    __slots__ = ("_continuations", "_shift", "_starts", "data", "path", "text")

    def __init__(self, path: str, text: str, first_line: int = 1) -> None:
        self.path = path
        self.text = text
        self.data = text.encode()
        self._shift = first_line - 1
        lengths = [len(line) + 1 for line in text.split("\n")]
        self._starts = [0, *accumulate(lengths[:-1])]
        # Before any byte there are as many characters as bytes that do not continue one.
        self._continuations: list[int] = []
        if len(self.data) != len(text):
            self._continuations = [found.start() for found in _CONTINUATION.finditer(self.data)]

    def character(self, byte: int) -> int:
        """Return how many characters stand before a byte."""
        if not self._continuations:
            return byte
        return byte - bisect_left(self._continuations, byte)

    def at(self, byte: int) -> tuple[int, int]:
        """Return the line and the column of a byte."""
        if self._continuations:
            byte -= bisect_left(self._continuations, byte)
        row = bisect_right(self._starts, byte)
        return row + self._shift, byte - self._starts[row - 1] + 1

    def entry(self, offset: int, byte: int) -> tuple[int, int, int]:
        """Return an entry of `Block.offsets`: an offset in a text and the place of its byte."""
        if self._continuations:
            byte -= bisect_left(self._continuations, byte)
        row = bisect_right(self._starts, byte)
        return offset, row + self._shift, byte - self._starts[row - 1] + 1

    def at_character(self, offset: int) -> tuple[int, int]:
        """Return the line and the column of a character of the text."""
        row = bisect_right(self._starts, offset)
        return row + self._shift, offset - self._starts[row - 1] + 1

    def span(self, start: int, end: int) -> Span:
        """Return the stretch between two bytes."""
        line, column = self.at(start)
        end_line, end_column = self.at(end)
        return Span(
            path=self.path, line=line, column=column, end_line=end_line, end_column=end_column
        )

    def span_of_characters(self, start: int, end: int) -> Span:
        """Return the stretch between two characters."""
        line, column = self.at_character(start)
        end_line, end_column = self.at_character(end)
        return Span(
            path=self.path, line=line, column=column, end_line=end_line, end_column=end_column
        )

    def trimmed(self, start: int, end: int) -> int:
        """Return `end` without the blanks and line ends before it, but not before `start`."""
        data = self.data
        while end > start and data[end - 1] in _BLANKS:
            end -= 1
        return end

    def lines_through(self, first: int, last: int) -> Span:
        """Return whole lines of the file, from `first` to `last`."""
        row = last - self._shift - 1
        end = self._starts[row + 1] - 1 if row + 1 < len(self._starts) else len(self.text)
        return Span(
            path=self.path,
            line=first,
            end_line=last,
            end_column=end - self._starts[row] + 1,
        )

    @property
    def last_line(self) -> int:
        """The last line that has characters on it."""
        return self.at_character(len(self.text.rstrip()))[0]
