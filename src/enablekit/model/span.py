"""Where something stands in a source file."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """
    A stretch of one source file.

    Attributes:
        path: The file, relative to the project, with forward slashes.
        line: First line, counted from 1.
        column: First column, in characters, counted from 1.
        end_line: Last line, inclusive.
        end_column: The column after the last character on `end_line`.

    """

    path: str
    line: int = 1
    column: int = 1
    end_line: int = 0
    end_column: int = 0

    def __post_init__(self) -> None:
        if self.end_line < self.line:
            object.__setattr__(self, "end_line", self.line)
        if self.end_line == self.line and self.end_column < self.column:
            object.__setattr__(self, "end_column", self.column)

    def __reduce__(self) -> tuple[object, tuple[str, int, int, int, int]]:
        """Travel between processes as five values: of all that travels, most are spans."""
        return _span, (self.path, self.line, self.column, self.end_line, self.end_column)

    @property
    def lines(self) -> str:
        """The lines in words: `line 12` or `lines 12–14`."""
        if self.end_line == self.line:
            return f"line {self.line}"
        return f"lines {self.line}–{self.end_line}"

    def through(self, last: Span) -> Span:
        """Return the stretch from the start of this one to the end of `last`."""
        return Span(
            path=self.path,
            line=self.line,
            column=self.column,
            end_line=last.end_line,
            end_column=last.end_column,
        )


def _span(path: str, line: int, column: int, end_line: int, end_column: int) -> Span:
    """Make a span from the values that `__reduce__` gives."""
    return Span(path=path, line=line, column=column, end_line=end_line, end_column=end_column)
