"""Set the quizzes of a body apart from what is to be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.parsing.markdown import parted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from enablekit.parsing.markdown import Event

CHECK = "check"  # the id of the heading of a quiz


class QuizSplitter:
    """
    Set the quizzes of a body apart from the rest.

    A quiz goes from its heading to the next heading of the same or a higher level, across the
    parts of a body.
    """

    __slots__ = ("_level",)

    def __init__(self) -> None:
        self._level = 0  # of the quiz that is open, 0 outside

    def split(self, events: Iterable[Event]) -> tuple[list[Event], list[list[Event]]]:
        """Return the events of a part that are no quiz, and those of each quiz in it."""
        rest: list[Event] = []
        quizzes: list[list[Event]] = []
        if self._level:
            quizzes.append([])
        depth = 0
        for event in events:
            name, value = parted(event[0])
            if name == "Start":
                if depth == 0 and self._heading(value):
                    quizzes.append([])
                depth += 1
            elif name == "End":
                depth -= 1
            (quizzes[-1] if self._level else rest).append(event)
        return rest, [quiz for quiz in quizzes if quiz]

    def _heading(self, value: object) -> bool:
        """Take note of a tag that stands by itself; tell whether it starts a quiz."""
        tag, detail = parted(value)
        if tag != "Heading":
            return False
        level = int(detail["level"][1])
        if self._level and level > self._level:
            return False
        self._level = level if detail["id"] == CHECK else 0
        return bool(self._level)
