"""An item a person wrote becomes one that is ready to be taken."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from enablekit.extend.item_making import shuffled
from enablekit.extend.quantities import quantity
from enablekit.extend.written_items import item_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from enablekit.extend.quantities import Quantity
    from enablekit.model.asset import Asset
    from enablekit.model.item import Item, Option, WrittenItem

_LEARNED = {
    "single": ("Recall what the piece says.", "recall"),
    "multiple": ("Recall what the piece says.", "recall"),
    "matching": ("Tell what belongs together.", "understand"),
    "ordering": ("Put the steps of a procedure in order.", "understand"),
    "numeric": ("Recall a figure of the piece with what it measures.", "recall"),
    "short": ("Recall what the piece says.", "recall"),
}


def written_item(one: WrittenItem, asset: Asset) -> Item:
    """
    Return the item that asks what a person wrote.

    What was written in the order that is right is mixed, in the same way on every machine.
    """
    item = item_of(one, asset)
    objective, bloom = _LEARNED[item.form]
    options, order, matches = _shown(one, item.form, item.id)
    is_choice = item.form in {"single", "multiple"}
    return replace(
        item,
        options=options,
        order=order,
        matches=matches,
        objective=objective,
        bloom=bloom,
        in_order=is_choice and (not one.keys_first or bool(by_size(one.options))),
    )


def _shown(
    one: WrittenItem, form: str, seed: str
) -> tuple[tuple[Option, ...], tuple[int, ...], tuple[int, ...]]:
    """Return the options in the order to show, and the places in it that are right."""
    if form == "ordering":
        mixed = _mixed(one.options, seed)
        return mixed, tuple(mixed.index(option) for option in one.options), ()
    if form == "matching":
        mixed = _mixed(one.options, seed)
        return mixed, (), tuple(mixed.index(one.options[place]) for place in one.matches)
    if form in {"single", "multiple"} and one.keys_first:
        # Keys written apart from their distractors come first; a task list is in its own order.
        return by_size(one.options) or shuffled(one.options, seed), (), ()
    return one.options, (), ()


def by_size(options: Sequence[Option]) -> tuple[Option, ...]:
    """Return options that are all figures of one kind by their size; nothing for any others."""
    found = [(quantity(option.text), option) for option in options]
    figures = [(one, option) for one, option in found if one is not None]
    if len(figures) < len(found) or len({(one.kind, one.unit) for one, _ in figures}) > 1:
        return ()
    return tuple(option for _, option in sorted(figures, key=_value))


def _value(figure: tuple[Quantity, Option]) -> Decimal:
    return figure[0].value


def _mixed(options: tuple[Option, ...], seed: str) -> tuple[Option, ...]:
    """Mix options that stand in the right order, so that they do not stand in it by chance."""
    mixed = shuffled(options, seed)
    return tuple(reversed(mixed)) if mixed == options else mixed
