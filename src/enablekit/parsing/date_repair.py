"""What an author most likely meant by a date that cannot be read."""

from __future__ import annotations

import datetime as dt
import re

_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_YEAR_LAST = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?!\d)")
_MONTHS = 12
_EXAMPLE = "Write year, month, day: 2026-10-02"


def looks_like_date(text: str) -> bool:
    """Tell whether a text starts with three numbers that someone would read as a day."""
    return bool(_YEAR_FIRST.match(text) or _YEAR_LAST.match(text))


def suggestion(text: str) -> str:
    """Return one sentence that says how to write the date that was probably meant."""
    found = _YEAR_FIRST.match(text)
    if found:
        return _year_first(
            int(found[1]), int(found[2]), int(found[3]), alone=found.end() == len(text)
        )
    found = _YEAR_LAST.match(text)
    return _year_last(int(found[1]), int(found[2]), int(found[3])) if found else _EXAMPLE


def _year_first(year: int, month: int, day: int, *, alone: bool) -> str:
    if _day(year, month, day):
        return f"Write {_day(year, month, day)}" if alone else _EXAMPLE
    if _day(year, day, month):
        return f"Did you mean {_day(year, day, month)}? The month stands before the day"
    if 1 <= month <= _MONTHS:
        last = next(text for number in range(31, 27, -1) if (text := _day(year, month, number)))
        return f"The last day of that month is {last}" if last else _EXAMPLE
    return _EXAMPLE


def _year_last(first: int, second: int, year: int) -> str:
    readings = sorted({_day(year, first, second), _day(year, second, first)} - {""})
    return f"Write the year first: {' or '.join(readings)}" if readings else _EXAMPLE


def _day(year: int, month: int, day: int) -> str:
    """Return a day as ISO 8601 writes it, or an empty text if no calendar has it."""
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return ""
