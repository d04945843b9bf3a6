"""Single values read as what a field expects, with a finding where the spelling misleads."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from enablekit.model.value import Scalar
from enablekit.parsing import figures
from enablekit.parsing.diagnoses import AMBIGUOUS_VALUE, INVALID_DATE, WRONG_FIELD_TYPE

if TYPE_CHECKING:
    from enablekit.model.value import Value
    from enablekit.parsing.reading import Reading

_YES = frozenset({"true", "yes", "on", "1"})
_NO = frozenset({"false", "no", "off", "0", ""})
# Year first only: 05-09-2023 is May in one office and September in the next.
_DATE = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ].*)?\Z", re.DOTALL)
_DIGITS = re.compile(r"[+-]?\d{1,9}\Z")


def is_empty(value: Value) -> bool:
    """Tell whether a value says nothing: `key:` with nothing behind it, or `null`."""
    return isinstance(value, Scalar) and value.kind == "null"


def text(value: Value, reading: Reading, place: str) -> str:
    """Read a text; what YAML would have turned into something else is reported with the repair."""
    if not isinstance(value, Scalar):
        reading.report(
            WRONG_FIELD_TYPE,
            value.span,
            f"{place} should be a text",
            fix="Write one text, in quotes if it holds a colon",
            place=place,
        )
        return ""
    if value.kind == "null":
        return ""
    if value.kind != "text" and value.value != value.text:
        reading.report(
            AMBIGUOUS_VALUE,
            value.span,
            f"`{value.text}` in {place} is read as {value.value} by YAML",
            fix=f'Quote it: "{value.text}"',
            place=place,
        )
    return value.text.strip()


def whole_number(value: Value, reading: Reading, place: str) -> int:
    """Read a whole number; anything else is reported and read as 0."""
    if isinstance(value, Scalar) and _DIGITS.match(value.text.strip()):
        return int(value.text)
    if not is_empty(value):
        shown = f"`{value.text}`" if isinstance(value, Scalar) else "a list"
        reading.report(
            WRONG_FIELD_TYPE,
            value.span,
            f"{place} should be a whole number, not {shown}",
            fix="Write digits only",
            place=place,
        )
    return 0


def figure(value: Value, reading: Reading, place: str) -> str:
    """Read a number as plain digits with a point; anything else is reported and left out."""
    written = value.text.strip() if isinstance(value, Scalar) else ""
    found = figures.plain(written)
    if not found and not is_empty(value):
        reading.report(
            WRONG_FIELD_TYPE,
            value.span,
            f"{place} should be a number, not {f'`{written}`' if written else 'a list'}",
            fix="Write digits only, such as 14 or 2.5; what it counts goes under `unit:`",
            place=place,
        )
    return found


def yes_or_no(value: Value, reading: Reading, place: str) -> bool:
    """Read yes or no, quoted or not: the text "false" is false."""
    if isinstance(value, Scalar):
        word = value.text.strip().casefold()
        if word in _YES:
            return True
        if word in _NO or value.kind == "null":
            return False
    reading.report(
        WRONG_FIELD_TYPE,
        value.span,
        f"{place} should be true or false",
        fix="Write `true` or `false`",
        place=place,
    )
    return False


def date(value: Value, reading: Reading, place: str) -> dt.date | None:
    """Read a day from a date, a date with a time, or a text that holds one."""
    if is_empty(value):
        return None
    written = value.text.strip() if isinstance(value, Scalar) else ""
    found = _DATE.match(written)
    if found:
        try:
            return dt.date(int(found[1]), int(found[2]), int(found[3]))
        except ValueError:
            pass  # a day that no calendar has: reported below like any other misspelling
    if not any(
        one.code == INVALID_DATE.code and one.span == value.span for one in reading.findings
    ):
        reading.report(
            INVALID_DATE,
            value.span,
            f"`{written}` in {place} is not a date" if written else f"{place} should be a date",
            fix="Write year, month, day: 2026-10-02",
            place=place,
        )
    return None
