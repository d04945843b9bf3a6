"""Finds the one figure of a short statement, with its unit, so that it can be left out."""

from __future__ import annotations

import re
from typing import NamedTuple

from enablekit.extend.said_by_piece import telling
from enablekit.extend.stated_figures import figures

_FIGURE = re.compile(
    r"(?<![\w.,/-])(?P<sign>[€$£])?(?P<number>\d{1,12}(?:[.,]\d{1,3}){0,4})(?![\w/]|[.,]\d)"
    r"(?:(?P<percent> ?%)|(?P<noun> (?:(?:working|business|calendar) )?[a-z]{3,}s)\b)?"
)
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_NOUNS_OF_NOTHING = frozenset({"was", "has", "does", "times", "less", "as", "us", "its", "this"})
_NAMED = re.compile(r"[A-Z][\w.]* $|\b(?:of|version|step|page|week|month|day|year|until) $")
_LEANING = re.compile(r"(?:it|this|that|these|those|they|he|she|we|you|here|there)\b", re.I)
_FEWEST_TELLING = 3  # words besides the figure, which pin it down


class OneFigure(NamedTuple):
    """
    The figure of a statement.

    Attributes:
        start: Where the number starts in the statement.
        end: Where it ends, before its unit.
        value: The number in plain digits with a point.
        unit: What it counts: `%`, the sign of a currency, or a noun in the plural.

    """

    start: int
    end: int
    value: str
    unit: str

    @property
    def form(self) -> tuple[str, int]:
        """What figures have in common that could stand in each other's place."""
        return self.unit, len(self.value.partition(".")[2])


def one_figure(text: str, language: str) -> OneFigure | None:
    """
    Return the only figure of a statement if it has a unit and the rest pins it down.

    Args:
        text: The statement.
        language: Its BCP 47 tag; commas group digits and nouns have a plural s only in English.

    """
    english = language.lower().startswith("en")
    found = [hit for hit in _FIGURE.finditer(text) if _unit(hit, english=english)]
    if len(found) != 1 or len(list(figures(text))) != 1 or _LEANING.match(text):
        return None
    (hit,) = found
    start, end = hit.span("number")
    value = _plain(hit["number"], english=english)
    rest = telling(f"{text[:start]} {text[end:]}")
    if not value or _NAMED.search(text[:start]) or len(rest) < _FEWEST_TELLING:
        return None
    return OneFigure(start, end, value, _unit(hit, english=english))


def _unit(hit: re.Match[str], *, english: bool) -> str:
    if hit["sign"] or hit["percent"]:
        return hit["sign"] or "%"
    noun = (hit["noun"] or "").strip() if english else ""
    return "" if noun in _NOUNS_OF_NOTHING else noun


def _plain(number: str, *, english: bool) -> str:
    """Return a number in plain digits, or nothing where its signs could mean two things."""
    if number.isdigit():
        return number
    if english and _GROUPED.fullmatch(number):
        return number.replace(",", "")
    return number if english and re.fullmatch(r"\d+\.\d+", number) else ""
