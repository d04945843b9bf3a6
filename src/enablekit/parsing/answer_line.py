"""What stands behind `Answer:` in a quiz: a number with its unit, or the words that count."""

from __future__ import annotations

import re
from decimal import Decimal

from enablekit.model.item import Number
from enablekit.parsing import figures

_LABEL = re.compile(r"\s*answers?[ \t]*[:：][ \t]*", re.IGNORECASE)  # noqa: RUF001 - the colon of East Asian text
_QUOTED = re.compile(r"[\"“”„«](.+)[\"“”»]", re.DOTALL)
_MONEY = r"[€$£¥₣₹]"
_NUMBER = re.compile(
    rf"(?P<money>{_MONEY}?) ?(?P<value>{figures.FIGURE})(?P<unit>[^0-9(±|]*?)"
    rf"(?:\(? ?(?:±|\+/-|\+-) ?{_MONEY}? ?(?P<tolerance>{figures.FIGURE})(?P<of>[^0-9()|]*)\)?)?\.?"
)
_UNIT = re.compile(r"(?: \S{1,24}){1,3}|[%‰€$£¥₣₹°′″×]\S{0,3}")  # noqa: RUF001 - signs of units
_SHARE = Decimal(100)


def behind(line: str) -> str | None:
    """Return what stands behind `Answer:`, or None where a line begins with something else."""
    label = _LABEL.match(line)
    return line[label.end() :].strip() if label else None


def typed(text: str) -> Number | tuple[str, ...]:
    """
    Read the answer to a question that is answered by typing.

    A number, alone or with its unit and `± 1`, is a number; `± 5 %` of anything but per cents is a
    share of it. Anything else are words, one answer or several apart by `|`; words in quotation
    marks are words even when they begin with a number.
    """
    if "|" in text:
        return tuple(one for one in (_unquoted(part) for part in text.split("|")) if one)
    return _number(figures.even(text)) or ((_unquoted(text),) if _unquoted(text) else ())


def _unquoted(text: str) -> str:
    quoted = _QUOTED.fullmatch(text.strip())
    return (quoted[1] if quoted else text).strip()


def _number(text: str) -> Number | None:
    found = _NUMBER.fullmatch(text)
    if found is None:
        return None
    unit = found["unit"].rstrip(" .")
    value = figures.plain(found["value"])
    if not value or (unit and not _UNIT.fullmatch(unit)):
        return None
    unit = found["money"] or unit.strip()
    tolerance = figures.plain(found["tolerance"] or "0").lstrip("-")
    if (found["of"] or "").strip(" .") == "%" and unit != "%":
        tolerance = format(abs(Decimal(value)) * Decimal(tolerance) / _SHARE, "f")
        tolerance = tolerance.rstrip("0").rstrip(".") if "." in tolerance else tolerance
    return Number(value=value, tolerance=tolerance, unit=unit)
