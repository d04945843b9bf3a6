"""Which column of a table of questions holds what, by the names people give them."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_DELIMITERS = ",;\t|"
_NUMBERED = r"[ ]?(?:[0-9]{1,2}|[a-z])?"
_NAMES = {
    "stem": r"stem|question(?: text)?|prompt|text|title of question|ask",
    "key": r"(?:correct|right|answer)?[ ]?key|correct(?: answers?| options?| choices?)?"
    r"|right(?: answers?)?|solutions?|answers?",
    "feedback": r"(?:option|answer|choice)[ ]?(?:[0-9]{1,2}|[a-z])[ ]feedback"
    r"|feedback[ ](?:[0-9]{1,2}|[a-z])",
    "wrong": rf"(?:wrong|incorrect|false)(?: answers?| options?| choices?)?{_NUMBERED}"
    rf"|distractors?{_NUMBERED}",
    "option": rf"(?:option|choice)s?{_NUMBERED}|(?:answer)[ ]?(?:[0-9]{{1,2}}|[a-z])|[a-h]",
    "rationale": r"rationale|(?:general )?feedback|explanation|explain|why|comment|reason",
    "form": r"form|(?:question )?type",
    "tolerance": r"tolerance|margin",
    "unit": r"units?",
    "prompts": r"prompts",
    "groups": r"groups",
    "tests": r"tests|must know",
    "asset": r"asset",
    "kind": r"kind",
}
_PATTERNS = {name: re.compile(pattern) for name, pattern in _NAMES.items()}
# Where a name fits two, the one that is more particular.
_ORDER = ("feedback", "wrong", "option", "prompts", "key", "stem", "rationale", "form", "tolerance",
          "unit", "groups", "tests", "asset", "kind")  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """
    The columns of a table.

    Attributes:
        delimiter: What stands between its cells.
        places: For each meaning the places of its columns, counted from 0.

    """

    delimiter: str
    places: dict[str, tuple[int, ...]]

    def cell(self, row: Sequence[str], name: str) -> str:
        """Return the cell of the first column with a meaning; empty where there is none."""
        return next(iter(self.cells(row, name)), "")

    def cells(self, row: Sequence[str], name: str) -> list[str]:
        """Return the cells of all columns with a meaning, in order."""
        return [row[place] if place < len(row) else "" for place in self.places.get(name, ())]


def find(text: str) -> Columns | None:
    """Return the columns that the first line of a table names, or None where it names none."""
    line = next((line for line in text.split("\n") if line.strip()), "")
    found = [_columns(line, delimiter) for delimiter in _DELIMITERS]
    best = max(found, key=lambda one: sum(map(len, one.places.values())))
    return best if "stem" in best.places else None


def _columns(line: str, delimiter: str) -> Columns:
    try:
        heads = next(csv.reader(io.StringIO(line), delimiter=delimiter), [])
    except csv.Error:
        heads = []
    places: dict[str, tuple[int, ...]] = {}
    for place, head in enumerate(heads):
        name = _meaning(head)
        if name:
            places[name] = (*places.get(name, ()), place)
    return Columns(delimiter=delimiter, places=places)


def _meaning(head: str) -> str:
    words = " ".join(re.sub(r"[_\-.:#]+", " ", head.casefold()).split())
    return next((name for name in _ORDER if _PATTERNS[name].fullmatch(words)), "")
