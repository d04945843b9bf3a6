"""What is found wrong while the quizzes of a body are read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.model.finding import Severity
from enablekit.model.repair import Edit, Repair
from enablekit.parsing.diagnoses import OPTION_MARK, UNCLEAR_ITEM

if TYPE_CHECKING:
    from enablekit.model.finding import Finding
    from enablekit.parsing.option_marks import Mark
    from enablekit.parsing.places import Places

_SHOWN = 40  # characters of a line; more would bury the point


class QuizFindings:
    """
    Collects findings by the bytes they are about.

    Args:
        places: Where bytes stand.
        base: The byte of the whole text from which the bytes given here count.

    """

    def __init__(self, places: Places, base: int) -> None:
        self.found: list[Finding] = []
        self._places = places
        self._base = base

    def source(self, start: int, end: int) -> str:
        """Return the Markdown between two bytes."""
        data = self._places.data[start + self._base : end + self._base]
        return data.decode("utf-8", "replace")

    def is_escaped(self, start: int) -> bool:
        """Tell whether a backslash stands in front of a byte."""
        place = start + self._base
        return place > 0 and self._places.data[place - 1 : place] == b"\\"

    def mark(self, mark: Mark, start: int) -> None:
        """Report a box that Markdown does not take for one."""
        written = mark.written.strip()
        span = self._places.span(
            start + self._base, start + self._base + len(mark.written.encode())
        )
        if mark.ticked is None:
            message = f"`{written}` is neither `[x]` nor `[ ]`, so the option counts as wrong"
            fix = "Write `[x]` for a right answer and `[ ]` for a wrong one"
            self.found.append(OPTION_MARK.at(span, message, fix=fix, severity=Severity.ERROR))
            return
        right = mark.repaired
        repair = Repair(what=f"Write `{right.strip()}`", edits=(Edit(span=span, text=right),))
        glued = written == right.strip()
        wrong = (
            "has no blank behind it; it is read as if it had"
            if glued
            else f"is no box of a task list; it is read as `{right.strip()}`"
        )
        self.found.append(
            OPTION_MARK.at(
                span,
                f"`{written}` {wrong}",
                fix=f"Write `{right.strip()}` with a blank behind it",
                repair=repair,
            )
        )

    def misplaced(self, start: int, end: int, message: str, fix: str) -> None:
        """Report options that Markdown reads as something else."""
        span = self._places.span(
            start + self._base, self._places.trimmed(start + self._base, end + self._base)
        )
        self.found.append(OPTION_MARK.at(span, message, fix=fix, severity=Severity.ERROR))

    def unclear(self, start: int, end: int, message: str, fix: str) -> None:
        """Report a question that cannot be asked as it stands."""
        line = self.source(start, end).split("\n", 1)[0].rstrip()
        span = self._places.span(start + self._base, start + self._base + len(line.encode()))
        self.found.append(UNCLEAR_ITEM.at(span, message, fix=fix))


def shown(text: str) -> str:
    """Return a text short enough to be quoted in a message."""
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1].rstrip() + "…"
