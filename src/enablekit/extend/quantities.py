"""Options that are figures: what they count, how much, and which options are none."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from enablekit.extend.answers import canonical

# Up to three words may say what is counted: `14 working days`, `30 days after delivery`.
_QUANTITY = re.compile(
    r"(?:about |around |some |roughly |nearly |almost |etwa |rund )?"
    r"(?P<sign>[€$£¥] ?|-|\+)?(?P<number>\d+(?:[.,]\d+)?)"
    r"(?: ?(?P<unit>%|[€$£¥][a-z]*|[^\W\d_]+(?: [^\W\d_]+){0,2}))?"
)
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_MONEY = frozenset("€$£¥")  # a set, which has no empty text in it as a text would
_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_DATE = re.compile(
    rf"\d{{4}}-\d\d-\d\d|(?:\d{{1,2}} )?(?:{_MONTHS})(?: \d{{1,2}})?(?: \d{{4}})?"
    r"|q[1-4](?: \d{4})?"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """
    A figure.

    Attributes:
        kind: `percent`, `money`, `year` or `number`.
        value: How much.
        unit: What is counted, in lower case; empty if nothing is said.

    """

    kind: str
    value: Decimal
    unit: str = ""


def quantity(text: str) -> Quantity | None:
    """Return the figure that a text is; None when it is more, less or something else."""
    hit = _QUANTITY.fullmatch(canonical(text))
    if hit is None:
        return None
    sign, unit = (hit["sign"] or "").strip(), hit["unit"] or ""
    value = Decimal(hit["number"].replace(",", ".")) * (-1 if sign == "-" else 1)
    if unit == "%":
        return Quantity(kind="percent", value=value, unit=unit)
    if sign in _MONEY or unit[:1] in _MONEY:
        return Quantity(kind="money", value=value, unit=sign or unit)
    if not unit and not sign and _YEAR.fullmatch(hit["number"]):
        return Quantity(kind="year", value=value)
    return Quantity(kind="number", value=value, unit=unit)


def kind_of(text: str) -> str:
    """Return what an option is: the kind of a figure, `date`, or `words`."""
    if _DATE.fullmatch(canonical(text)):
        return "date"
    found = quantity(text)
    return found.kind if found else "words"
