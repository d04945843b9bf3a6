"""Numbers that are spelled out: `thirty`, `eight point six percent`, `two thirds`."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_ONES = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
    "nineteen",
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SMALL = {word: number for number, word in enumerate(_ONES)}
_SMALL |= {word: 10 * number for number, word in enumerate(_TENS, 2)}
_LARGE = {"thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_KNOWN = "|".join(sorted({*_SMALL, "hundred", *_LARGE}, key=len, reverse=True))
_RUN = re.compile(
    rf"\b(?>(?:{_KNOWN})(?:(?:[ -]|\sand\s)(?:{_KNOWN})\b)*)"
    rf"(?P<point>\spoint(?:\s(?:{'|'.join(_ONES[:10])})\b)+)?"
    r"(?P<percent>\s(?:percent|per\scent|percentage\spoints)\b)?",
    re.IGNORECASE,
)
# What a share or a multiple in words may stand for in digits, as a percentage too.
_SHARES = {
    "half": "50 0.5 2",
    "halved": "50 0.5 2",
    "halves": "50 0.5 2",
    "halving": "50 0.5 2",
    "third": "33 33.3 3",
    "two thirds": "66 67 66.7",
    "quarter": "25 0.25 4",
    "three quarters": "75 0.75",
    "fifth": "20 0.2 5",
    "tenth": "10 0.1",
    "dozen": "12",
    "twice": "2 100 200",
    "double": "2 100 200",
    "doubled": "2 100 200",
    "doubles": "2 100 200",
    "doubling": "2 100 200",
    "triple": "3 200 300",
    "tripled": "3 200 300",
}
_SHARE = re.compile(
    r"\b(?:two[ -]thirds|three[ -]quarters|third|quarter|fifth|tenth|half|halved|halves|halving"
    r"|dozen|twice|doubled|doubles|doubling|double|tripled|triple)\b",
    re.IGNORECASE,
)
_FOLD = re.compile(rf"\b({'|'.join(_ONES[2:11])})-?fold\b", re.IGNORECASE)
_OPENING = re.compile(r"\w+")


def in_words(text: str) -> Iterator[tuple[int, int, tuple[Decimal, ...], str]]:
    """
    Yield the numbers an English text spells out.

    Yields:
        Where each starts and ends, what it may be read as, and `%`, `x`, `share` or nothing as
        its unit. A share such as `half` is read as every number it is written as in digits.

    """
    for found in _RUN.finditer(text):
        unit = "%" if found["percent"] else ""
        yield found.start(), found.end(), _readings(found), unit
    for found in _SHARE.finditer(text):
        values = _SHARES[found.group().lower().replace("-", " ")].split()
        yield found.start(), found.end(), tuple(map(Decimal, values)), "share"
    for found in _FOLD.finditer(text):
        yield found.start(), found.end(), (Decimal(_SMALL[found[1].lower()]),), "x"


def _readings(found: re.Match[str]) -> tuple[Decimal, ...]:
    point = found["point"] or ""
    whole = found.group().removesuffix(found["percent"] or "").removesuffix(point)
    words = _OPENING.findall(whole.lower())
    decimals = "".join(str(_SMALL[word]) for word in point.lower().split()[1:])
    if decimals:
        return (Decimal(f"{_number(words)}.{decimals}"),)
    pair = next((at for at in range(1, len(words)) if _is_apart(words, at)), 0)
    if not pair:
        return (Decimal(_number(words)),)
    # `twenty twenty-six` is a year, `eleven forty` a price.
    first, last = _number(words[:pair]), _number(words[pair:])
    if first < 10:  # noqa: PLR2004 - two numbers side by side: `the last one twelve days later`
        return (Decimal(first), Decimal(last))
    return (Decimal(first * 100 + last), Decimal(f"{first}.{last:02}"))


def _is_apart(words: list[str], at: int) -> bool:
    """Tell whether a word cannot belong to the same number as the one before it."""
    before, here = _SMALL.get(words[at - 1], 0), _SMALL.get(words[at], 0)
    return here > 0 and before > 0 and (before < 20 or here >= 10)  # noqa: PLR2004 - `twenty-six`


def _number(words: list[str]) -> int:
    total = group = 0
    for word in words:
        if word in _LARGE:
            total += max(group, 1) * _LARGE[word]
            group = 0
        elif word == "hundred":
            group = max(group, 1) * 100
        else:
            group += _SMALL.get(word, 0)
    return total + group
