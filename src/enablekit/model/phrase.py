"""English sentences that remember how they were made, so that a site can say them differently."""

from __future__ import annotations

import datetime as dt
import re
from typing import TypeVar

Value = str | int | dt.date | tuple[str, ...]
Words = TypeVar("Words")

PLACEHOLDER = re.compile(r"\{(/?[a-z_]\w*)\}")


class Phrase(str):
    """
    An English text, made of a pattern and values.

    Whoever asks for nothing else sees a text. `pattern` is what a catalogue of strings has a
    translation of; `values` are what its placeholders stand for.
    """

    __slots__ = ("pattern", "values")

    pattern: str
    values: dict[str, Value]

    def __new__(cls, english: str, pattern: str, values: dict[str, Value]) -> Phrase:  # noqa: PYI034 - nothing derives from it
        """Make a text that remembers its pattern and its values."""
        made = super().__new__(cls, english)
        made.pattern = pattern
        made.values = values
        return made

    @property
    def parts(self) -> tuple[str, ...]:
        """The phrases that follow each other in this one, if it has no pattern of its own."""
        parts = self.values.get("parts", ())
        return parts if isinstance(parts, tuple) else ()

    def __reduce__(self) -> tuple[object, tuple[str, str, dict[str, Value]]]:
        """Travel between processes with everything it remembers."""
        return Phrase, (str(self), self.pattern, self.values)


def phrase(pattern: str, **values: Value) -> Phrase:
    """Return a pattern with its placeholders filled; a day is written out, a list has commas."""
    shown = {name: _english(value) for name, value in values.items()}
    english = PLACEHOLDER.sub(lambda found: shown.get(found[1], found[0]), pattern)
    return Phrase(english, pattern, values)


def sentences(*parts: Phrase) -> Phrase:
    """Return several phrases as one text."""
    return Phrase(" ".join(parts), "", {"parts": parts})


def keys(words: Words) -> Words:
    """Return words as they are, and mark them as words that catalogues of strings translate."""
    return words


MONTHS = keys(
    (
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    )
)  # fmt: skip


def english_day(day: dt.date) -> str:
    """Write a day so that it reads the same everywhere, whatever the locale: `2 October 2026`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _english(value: Value) -> str:
    if isinstance(value, dt.date):
        return english_day(value)
    return ", ".join(value) if isinstance(value, tuple) else str(value)
