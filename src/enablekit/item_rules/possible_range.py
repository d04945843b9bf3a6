"""Q14: no option may be a figure that cannot be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.extend.item_parts import CHOSEN, keys
from enablekit.extend.item_rule import Flaw
from enablekit.extend.quantities import quantity
from enablekit.extend.short_quote import short
from enablekit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.item_rule import About
    from enablekit.extend.quantities import Quantity
    from enablekit.model.item import Item

NUMBER = "Q14"
NAME = "range"

_WHOLE = 100  # percent
_YEARS = 15  # around the right one; any other year is ruled out unread


def flaws(item: Item, about: About) -> Iterator[Flaw]:  # noqa: ARG001 - a rule's contract
    """
    Yield each share that is nothing or more than all, and each year far from the right one.

    A key above a hundred percent says that no share is asked for. People may well offer all or
    nothing as a wrong answer; of made items the two are never in doubt, and left out.
    """
    right = [found for _, text in keys(item) if (found := quantity(text))]
    if item.form not in CHOSEN or not right:
        return
    shares = all(one.kind == "percent" and one.value <= _WHOLE for one in right)
    for place, option in enumerate(item.options):
        found = quantity(option.text)
        if found is None:
            continue
        impossible = _is_no_year(found, right) or (shares and _is_no_share(found, item))
        if impossible:
            yield Flaw(
                severity=Severity.ERROR,
                message=f"“{short(option.text)}” cannot be right, whatever the piece says",
                fix="Write a figure that could be",
                option=place,
            )


def _is_no_share(found: Quantity, item: Item) -> bool:
    if found.kind != "percent":
        return False
    if item.written:
        return not 0 <= found.value <= _WHOLE
    return not 0 < found.value < _WHOLE


def _is_no_year(found: Quantity, right: list[Quantity]) -> bool:
    years = [one.value for one in right if one.kind == "year"]
    return found.kind == "year" and any(abs(found.value - year) > _YEARS for year in years)
