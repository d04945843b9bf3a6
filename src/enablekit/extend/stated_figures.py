"""The figures of a text as bare numbers, so that `1,200`, `1.2k` and `twelve hundred` compare."""

from __future__ import annotations

import re
from bisect import bisect_left
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from enablekit.extend.numbers_in_words import in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

_SCALES = {"k": 3, "thousand": 3, "m": 6, "mn": 6, "mm": 6, "million": 6, "b": 9, "bn": 9}
_SCALES |= {"billion": 9, "trillion": 12}
# Atomic groups: no digit is looked at twice.
_WRITTEN = re.compile(
    r"(?P<sign>[$€£¥₹] ?)?"
    r"(?P<digits>(?>\d+(?:[.,'’\u00a0\u202f]\d+)*))"
    r"(?:[ -]?(?P<scale>thousand|million|billion|trillion|bn|mn|MM|[kKmMbB])(?![A-Za-z]))?"
    r"(?P<unit> ?(?:%|percentage points|percent\b|per cent\b|[$€£]|x\b|×)|[A-Za-z]+)?"
)
_SCALED = re.compile(r"\d[ -]?[A-Za-z]")
_GROUPS = re.compile(r"[,.'’\u00a0\u202f]")
_GROUPED = re.compile(r"\d{1,3}(?:([,.'’\u00a0\u202f])\d{3})(?:\1\d{3})*(?:[.,]\d+)?")
_ADDRESS = re.compile(
    r"(?:https?://|www\.|mailto:)[^\s<>\"”)]+|(?<![\w.+-])[\w.+-]++@[\w-]+\.[\w.]+|\{[^{}]*\}"
)
_MOST_DIGITS = 24
_DATE = re.compile(r"\b(\d{4})-\d\d-\d\d\b")
_COUNTS = re.compile(r"[ -](?!(?:to|and|or|vs|versus|against|of|in)\b)[a-z]")


class Figure(NamedTuple):
    """
    A number in a text.

    Attributes:
        start: Where it starts in the text, in characters, at its currency if it comes first.
        end: Where it ends, behind its sign.
        values: What it may be read as: more than one where writing is ambiguous, as in `5m`.
        unit: `%`, `x`, `$` for any currency, letters that stand at it such as `s` in `45s`, or
            nothing.
        is_spelled: Whether it is written in words.

    """

    start: int
    end: int
    values: frozenset[Decimal]
    unit: str
    is_spelled: bool = False


def figures(text: str) -> Iterator[Figure]:
    """Yield the numbers of a text in digits and in words; those of addresses are none."""
    hidden = _ADDRESS.sub(lambda found: " " * len(found.group()), text)
    for found in _WRITTEN.finditer(hidden):
        if len(found["digits"]) <= _MOST_DIGITS:
            yield _in_digits(found)
    for start, end, values, unit in in_words(hidden):
        yield Figure(start, end, frozenset(values), unit, is_spelled=True)


def _in_digits(found: re.Match[str]) -> Figure:
    values = set(_readings(found["digits"]))
    if found["scale"]:
        scale = _SCALES[found["scale"].lower()]
        scaled = {value.scaleb(scale) for value in values}
        # `5m` may be metres or minutes; `5 million` is certain.
        values = scaled | values if len(found["scale"]) == 1 else scaled
    unit = "$" if found["sign"] else _unit((found["unit"] or "").strip())
    return Figure(found.start(), found.end(), frozenset(values), unit)


def _unit(written: str) -> str:
    if written.startswith(("%", "per")):
        return "%"
    return {"×": "x", "€": "$", "£": "$"}.get(written, written)


def _readings(digits: str) -> Iterator[Decimal]:
    """Yield what digits may mean: `1.200` is one thousand two hundred in much of Europe."""
    if _GROUPED.fullmatch(digits):
        head, last = re.split(r"[.,](?=\d+$)", digits) if len(set(_GROUPS.findall(digits))) > 1 \
            else (digits, "")  # fmt: skip
        yield Decimal(_GROUPS.sub("", head) + (f".{last}" if last else ""))
    parts = [part for part in _GROUPS.split(digits) if part]
    if len(parts) == 1:
        yield Decimal(digits)
    elif len(parts) == 2 and re.search("[.,]", digits):  # noqa: PLR2004 - a whole and its decimals
        yield Decimal(".".join(parts))
    elif not _GROUPED.fullmatch(digits):  # a version or a date: each part for itself
        yield from map(Decimal, parts)


class Figures:
    """
    The figures a text may be checked against.

    Args:
        texts: The texts that count as evidence.

    """

    def __init__(self, *texts: str) -> None:
        every: set[Decimal] = set()
        shares: set[Decimal] = set()
        for text in texts:
            plain = _DATE.sub(r"\1", text)
            for one in figures(plain):
                every |= one.values
                if one.unit in ("%", "share", "x") or not _COUNTS.match(plain, one.end):
                    shares |= one.values
        self._every, self._shares = sorted(every), sorted(shares)

    def hold(self, figure: Figure) -> bool:
        """
        Tell whether a figure is one of these, or one of these rounded to its last digit.

        A percentage is not found in a number that counts something, such as `30 days`.
        """
        among = self._shares if figure.unit == "%" else self._every
        return any(_near(value, among) for value in figure.values)


def _near(value: Decimal, among: list[Decimal]) -> bool:
    half = Decimal(5).scaleb(int(value.as_tuple().exponent) - 1)
    at = bisect_left(among, value - half)
    return at < len(among) and among[at] <= value + half
