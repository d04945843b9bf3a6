"""Figures in running text: an amount with the unit it is counted in, exactly as written."""

from __future__ import annotations

import re
from enum import IntEnum
from typing import TYPE_CHECKING, NamedTuple

from enablekit.parsing.evidence.units import (
    BEFORE_AN_AMOUNT,
    COMPARISONS,
    COUNTED,
    NOT_BEFORE_A_UNIT,
    NOT_COUNTED,
    PAYERS,
    SCOPES,
    SYMBOLS,
    TIMES,
)
from enablekit.parsing.evidence.verbs import IRREGULAR

if TYPE_CHECKING:
    from collections.abc import Iterator


class Rank(IntEnum):
    """How much a kind of figure says about a claim; the lower the more."""

    RATIO = 0
    MONEY = 1
    SYMBOL = 2
    TIME = 3
    TIME_IN_WORDS = 4
    COUNT = 5


# Atomic: a number gives nothing back, so no digit is read twice.
_AMOUNT = r"(?>\d(?:[\d,.\u00a0\u202f]*\d)?)"
_NUMBER = re.compile(_AMOUNT)
_CURRENCIES = "$€£¥₹"
_INSIDE_A_NAME = "_.,/:#&-"  # before a number: a version, a date, a path, a label
_SCALE = r"(?:\s?(?:thousand|million|billion|trillion|bn|mn|MM|[kKmMbB])(?![a-zA-Z]))?"
_TO = r"(?:\s?[–—-]\s?|\sto\s)"
_CURRENCY = r"(?:[A-Z]{0,3}[$€£¥₹]\s?)"
_RATE = re.compile(
    r"(?:(?:\s?/\s?(?:[a-z]++\s)?|\sper[\s-](?:[a-z]++\s)?|\san?\s|\seach\s|\severy\s)"
    rf"(?:{PAYERS})\b){{1,2}}"
)

_PERCENT = re.compile(
    rf"{_AMOUNT}(?:\s?%?{_TO}{_AMOUNT})?\s?(?:%|per\s?cent\b|percentage\spoints?\b)\+?(?![\w-])"
)
_PERCENT_SIGN = re.compile(rf"{_AMOUNT}(?:\s?%?\s?[–—-]\s?{_AMOUNT})?\s?%(?!\w)")
_MONEY = re.compile(
    rf"{_CURRENCY}{_AMOUNT}{_SCALE}\+?(?:{_TO}{_CURRENCY}?{_AMOUNT}{_SCALE})?(?![\w%])"
    rf"|{_AMOUNT}{_SCALE}\s?(?:[€£]|(?:euros?|dollars?|USD|EUR|GBP|CHF)\b)"
)
_TIMES_MORE = rf"\stimes(?=\s(?:{COMPARISONS})\b)"
_MULTIPLE = re.compile(rf"{_AMOUNT}(?:{_TO}{_AMOUNT})?(?:[x×](?![\w-])|{_TIMES_MORE})")
_SYMBOL = re.compile(rf"{_AMOUNT}\s?(?:{SYMBOLS})(?!\w)")
_SIGNS = ((Rank.RATIO, _PERCENT_SIGN), (Rank.MONEY, _MONEY), (Rank.SYMBOL, _SYMBOL))
_COUNT = re.compile(rf"{_AMOUNT}{_SCALE}\+?(?:{_TO}{_AMOUNT}{_SCALE}\+?)?")
_TAIL = re.compile(r"(?:[ -][a-z][a-z'’]*+){1,4}")

_NAMED_TAIL = re.compile(r" ([A-Z][a-z]++)\b")
# What is quickest comes first: most places of a text are turned down by a letter.
_PARTS = re.compile(
    r"\b(?=[AFHTabfhit])(?<!is )(?<!was )(?<!are )"
    r"(?:(?:[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Tt]en)-?fold\b(?!:)"
    r"|(?:by|in) (?:half|a third)(?=[.,;])"
    r"|(?:(?:[Tt]wo|[Tt]hree)[ -](?:thirds|quarters)|[Aa] third|[Hh]alf)(?= of (?:all|the|our)\b))"
)
"""Multiples and shares in words: `tenfold`, `in half`, `two thirds of`."""

_SIZES = re.compile(
    r"\b(?:[Tt]ens|[Hh]undreds) of (?:thousand|million|billion)s of ([a-z]++)(?<=s)\b"
)
_AT_LIMITS = ("up to ", "at least ", "more than ", "at most ", "fewer than ")
_IN_FIGURES = re.compile(r" \(\d{1,3}\)")
_SCALES = re.compile(
    r"\b(?:[Tt]ens|[Hh]undreds) of (?:thousand|million|billion)s of (?:dollars|euros|pounds)\b"
)

# Parted by their first letters for the same reason.
_ONES = r"(?:-(?:one|two|three|four|five|six|seven|eight|nine))?"
_WORD = re.compile(
    rf"\b(?=[TtFfSsEeNn])([Tt]wice|(?:[Tt](?:wo|hree|en|welve|wenty|hirty)"
    rf"|[Ff](?:our|ive|ifteen|orty|ifty)|[Ss](?:ix|even|ixty|eventy)|[Ee](?:ight|leven|ighty)"
    rf"|[Nn](?:ine|inety)){_ONES})\b"
)
_WORD_TIMES = re.compile(_TIMES_MORE)
_SCOPE_AFTER = re.compile(r"\s(?:ago|old|or so|'? ?(?:of )?experience|from now|in a row)(?!\w)")
_PHRASES = (
    (("ens of ", "undreds of "), _SCALES, Rank.MONEY),
    (("fold", "half", "Half", "third", "quarters"), _PARTS, Rank.RATIO),
    (("ens of ", "undreds of "), _SIZES, Rank.COUNT),
)
"""Amounts of several words, behind what tells at a glance whether a text may hold one."""

_OPENING = len("Only about ")
_YEAR = len("2024")


class Figure(NamedTuple):
    """
    An amount with its unit.

    Attributes:
        start: Where it starts in the text, in characters.
        end: Where it ends.
        rank: What kind of amount it is.

    """

    start: int
    end: int
    rank: Rank


def figures(text: str) -> Iterator[Figure]:
    """
    Yield the figures of an English text in order.

    Years, dates, versions, labels such as `Step 3` and names such as `ISO 27001` are none.
    """
    end = 0
    for start in _starts(text):
        figure = _figure_at(text, start) if start >= end else None
        if figure is not None:
            end = figure.end
            yield figure


def _starts(text: str) -> Iterator[int]:
    """Yield where the amounts of a text start, at their currency if it comes first."""
    for match in _NUMBER.finditer(text):
        start, end = match.span()
        if text[end : end + 1] in ("/", ":") and text[end + 1 : end + 2].isdigit():
            continue
        before = text[max(0, start - 2) : start].strip()[-1:]
        if before and before in _CURRENCIES:
            start = text.rindex(before, 0, start)
            while start and text[start - 1].isupper():
                start -= 1
        if not start or not (text[start - 1].isalnum() or text[start - 1] in _INSIDE_A_NAME):
            yield start


def figures_in_words(text: str) -> Iterator[Figure]:
    """Yield the figures whose number is spelled out: `two hours`, `three times faster`."""
    for signs, pattern, rank in _PHRASES:
        if any(sign in text for sign in signs):
            for found in pattern.finditer(text):
                yield Figure(*found.span(), rank)
    for match in _WORD.finditer(text):
        figure = _worded(text, *match.span())
        if figure is not None:
            yield figure


def _worded(text: str, start: int, stop: int) -> Figure | None:
    """Read the number word between `start` and `stop` with its unit."""
    if text[start:stop].lower() == "twice":
        return Figure(start, stop, Rank.RATIO) if text.startswith(" as ", stop) else None
    if times := _WORD_TIMES.match(text, stop):
        return Figure(start, times.end(), Rank.RATIO)
    again = _IN_FIGURES.match(text, stop)  # `five (5) days`
    stop = again.end() if again else stop
    if end := _counted(text, start, stop, least=0):
        return Figure(start, end, Rank.TIME_IN_WORDS)
    if text.endswith(_AT_LIMITS, 0, start) and (end := _counted(text, start, stop, least=2)):
        return Figure(start, end, Rank.COUNT)
    return None


def figures_in_symbols(text: str) -> Iterator[Figure]:
    """Yield the figures that any language writes alike: `37 %`, `€12`, `5 GB`."""
    for start in _starts(text):
        for rank, pattern in _SIGNS:
            if found := pattern.match(text, start):
                yield Figure(start, found.end(), rank)
                break


def _figure_at(text: str, start: int) -> Figure | None:
    """Read the number at `start` with its unit."""
    if found := _PERCENT.match(text, start) or _MULTIPLE.match(text, start):
        return Figure(start, found.end(), Rank.RATIO)
    if found := _MONEY.match(text, start):
        return Figure(start, _with_rate(text, found.end()), Rank.MONEY)
    if found := _SYMBOL.match(text, start):
        return Figure(start, _with_rate(text, found.end()), Rank.SYMBOL)
    return _count_at(text, start)


def _count_at(text: str, start: int) -> Figure | None:
    """Read the number at `start` with the noun it counts, or the time it measures."""
    found = _COUNT.match(text, start)
    if found is None or _says_nothing(found.group()):
        return None
    end = _counted(text, start, found.end(), least=2 if len(found.group()) == 1 else 1)
    if not end:
        return None
    is_time = not TIMES.isdisjoint(re.split("[ -]", text[found.end() : end]))
    return Figure(start, end, Rank.TIME if is_time else Rank.COUNT)


def _says_nothing(digits: str) -> bool:
    """Tell whether digits are zero or may be a year."""
    is_year = len(digits) == _YEAR and digits.isdigit() and "1900" <= digits < "2100"
    return digits == "0" or is_year


def _counted(text: str, start: int, stop: int, *, least: int) -> int:
    """
    Return where the unit of the number between `start` and `stop` ends, or 0 without one.

    `least` is 0 when only time may be counted, 1 for any plural, 2 for well-known nouns.
    """
    if _is_scope(text, start):
        return 0
    at_least = text[stop - 1] == "+"
    tail = _TAIL.match(text, stop)
    if tail is None:
        named = _NAMED_TAIL.match(text, stop) if at_least else None
        return named.end() if named and named[1].lower() in COUNTED else 0
    end = found = stop
    for word in re.split("[ -]", tail.group())[1:]:
        end += len(word) + 1
        if word in NOT_BEFORE_A_UNIT or word in IRREGULAR:
            break
        if word in TIMES:
            return 0 if _is_a_date(text, start, end) else _with_rate(text, end)
        if _may_be_counted(word, least) or (at_least and word in NOT_COUNTED and word[-1] == "s"):
            found = end  # a text gives the number of its own parts exactly, not as `50+`
        elif found > stop:
            break
    return _with_rate(text, found) if found > stop else 0


def _may_be_counted(word: str, least: int) -> bool:
    if least == 0 or word in NOT_COUNTED:
        return False
    if word in COUNTED:
        return True
    plural = len(word) > len("jobs") - 1 and word[-1] == "s" and word[-2] not in "siu'’"
    return least == 1 and plural


def _is_scope(text: str, start: int) -> bool:
    """Tell whether the word before a number makes it a period, a label or part of a name."""
    before = text[max(0, start - 24) : start].split()
    if not before:
        return False
    word = before[-1]
    lowered = word.lower()
    if lowered in SCOPES or (lowered == "the" and start == len("The ")):
        return True
    return word[0].isupper() and word[-1].isalpha() and lowered not in BEFORE_AN_AMOUNT


def _is_a_date(text: str, start: int, end: int) -> bool:
    """Tell whether a stretch of time says when: `3 years ago`, `Two weeks later, …`."""
    if start < _OPENING and text.startswith(" later", end):
        return True
    return _SCOPE_AFTER.match(text, end) is not None


def _with_rate(text: str, end: int) -> int:
    rate = _RATE.match(text, end)
    return rate.end() if rate else end
