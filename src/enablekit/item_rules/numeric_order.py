"""Q09: figures stand in the order of their size, so that their order says nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.extend.item_parts import CHOSEN
from enablekit.extend.item_rule import Flaw
from enablekit.extend.quantities import quantity
from enablekit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.item_rule import About
    from enablekit.model.item import Item

NUMBER = "Q09"
NAME = "numeric-order"

_FEWEST = 3


def flaws(item: Item, about: About) -> Iterator[Flaw]:  # noqa: ARG001 - a rule's contract
    """Yield whether all options are figures of one kind and stand neither up nor down."""
    found = [quantity(option.text) for option in item.options]
    figures = [one for one in found if one is not None]
    if item.form not in CHOSEN or len(figures) < max(_FEWEST, len(found)):
        return
    if len({(one.kind, one.unit) for one in figures}) > 1:
        return
    values = [one.value for one in figures]
    if values == sorted(values) and (item.written or item.in_order):
        return
    if item.written and (values == sorted(values, reverse=True) or not item.in_order):
        return  # what is written apart from its key is put in order when it is compiled
    place = next((n for n in range(1, len(values)) if values[n] < values[n - 1]), 0)
    yield Flaw(
        severity=Severity.ERROR,
        message="the figures stand in no order",
        fix="Put the options in the order of their size",
        option=place,
    )
