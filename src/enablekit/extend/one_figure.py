"""Finds the one figure of a short statement, with its unit, so that it can be left out."""

from __future__ import annotations

import functools
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
_LEANING = re.compile(r"(?:it|this|that|these|those|they|he|she|you|here|there)\b", re.IGNORECASE)
_CHANGE = re.compile(r"\bfrom [€$£]?\d\S* (?:[a-z]+ )?to [€$£]?\d")
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


# The statements of a piece are looked at again for every piece near it.
@functools.lru_cache(maxsize=1 << 14)
def one_figure(text: str, language: str) -> OneFigure | None:
    """
    Return the only figure of a statement if it has a unit and the rest pins it down.

    Args:
        text: The statement.
        language: Its BCP 47 tag; commas group digits and nouns have a plural s only in English.

    """
    found = _with_units(text, language)
    if len(found) != 1 or _numbers(text) != 1:
        return None
    return found[0] if _is_pinned_down(text, found[0]) else None


@functools.lru_cache(maxsize=1 << 14)
def change(text: str, language: str) -> tuple[OneFigure, OneFigure] | None:
    """Return both figures of a statement that tells a change from one to the other."""
    found = _with_units(text, language)
    if len(found) != 2 or _numbers(text) != 2 or not _CHANGE.search(text):  # noqa: PLR2004 - from and to
        return None
    before, after = found
    if before.form != after.form or not _is_pinned_down(text, after):
        return None
    return before, after


def _numbers(text: str) -> int:
    """Return how many numbers a statement has; `half-year` and `the third mail` hold none."""
    return sum(one.unit != "share" for one in figures(text))


def _with_units(text: str, language: str) -> list[OneFigure]:
    english = language.lower().startswith("en")
    found = []
    for hit in _FIGURE.finditer(text):
        value, unit = _plain(hit["number"], english=english), _unit(hit, english=english)
        if value and unit:
            found.append(OneFigure(*hit.span("number"), value, unit))
    return found


def _is_pinned_down(text: str, figure: OneFigure) -> bool:
    """Tell whether a figure is no part of a name and the words around it say what it measures."""
    before, after = text[: figure.start], text[figure.end :]
    return (
        not _NAMED.search(before)
        and not _LEANING.match(text)
        and len(telling(f"{before} {after}")) >= _FEWEST_TELLING
    )


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
