"""Kept answers in the notation of xAPI, where the item is still the one that was answered."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from enablekit.extend.grading import readings
from enablekit.extend.item_key import TYPED
from enablekit.packing.interactions import OPTIONS, XAPI, response, short_text

if TYPE_CHECKING:
    from enablekit.model.attempt import KeptAnswer
    from enablekit.model.item import Item, Number

_ZEROS = re.compile(r"^(-?)0*(?=[0-9])")


def written(item: Item, answer: KeptAnswer) -> str:
    """
    Return an answer as xAPI writes it, or nothing where it cannot.

    Source: https://github.com/adlnet/xAPI-Spec/blob/master/xAPI-Data.md#interaction-activities.
    The scripts of packages write the same (`response` in templates/element/package.js).
    """
    if item.number is not None:
        return _number(answer.typed or "", item.number)
    if item.form in TYPED:
        return short_text(answer.typed or "")
    return response(item.form, answer.chosen, XAPI) if _fits(item, answer.chosen) else ""


def _fits(item: Item, chosen: tuple[int, ...]) -> bool:
    """Tell whether an answer can be one to the item, as edited files may hold any."""
    most = min(len(item.groups) if item.form == "sorting" else len(item.options), len(OPTIONS))
    if not all(1 <= number <= most for number in chosen):
        return False
    if item.form == "matching":
        return len(chosen) == len(item.prompts)
    if item.form in {"sorting", "ordering"}:
        return len(chosen) == len(item.options)
    return bool(chosen)


def _number(typed: str, number: Number) -> str:
    """Return what was typed in plain digits; of two ways to read it, the one that is right."""
    found = readings(typed, number.unit)
    value, tolerance = Fraction(number.value), Fraction(number.tolerance or "0")
    right = (one for one in found if abs(Fraction(one) - value) <= tolerance)
    plain = _ZEROS.sub(r"\1", next(right, found[0] if found else ""))
    return re.sub(r"^(-?)\.", r"\g<1>0.", plain)
