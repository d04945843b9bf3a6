"""An item a person wrote becomes one that is ready to be taken."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from enablekit.extend.item_making import shuffled
from enablekit.extend.quantities import quantity
from enablekit.extend.written_items import item_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from enablekit.model.asset import Asset
    from enablekit.model.item import Item, Option, WrittenItem

_CHOSEN = frozenset({"single", "multiple", "sorting"})
# What a learner can do who answers it, and the Bloom level; of other forms, as `item_of` says.
_LEARNED = {
    "matching": ("Tell what belongs together.", "understand"),
    "ordering": ("Put the steps of a procedure in order.", "understand"),
    "numeric": ("Recall a figure of the piece with what it measures.", "recall"),
}


def written_item(one: WrittenItem, asset: Asset) -> Item:
    """
    Return the item that asks what a person wrote.

    Figures stand by size, no key is first for being a key, and what was written in the order that
    is right is mixed, in the same way on every machine.
    """
    item = item_of(one, asset)
    objective, bloom = _LEARNED.get(item.form, (item.objective, item.bloom))
    item = replace(item, objective=objective, bloom=bloom)
    if item.form == "ordering":
        mixed = _mixed(one.options, item.id)
        order = tuple(mixed.index(option) for option in one.options)
        return replace(item, options=mixed, order=order, in_order=False)
    if item.form == "matching":
        mixed = _mixed(one.options, item.id)
        matches = tuple(mixed.index(one.options[place]) for place in one.matches)
        return replace(item, options=mixed, matches=matches, in_order=False)
    if item.form not in _CHOSEN:
        return replace(item, in_order=False)
    if not one.keys_first:
        return item
    figures = _by_size(one.options)
    return replace(item, options=figures or shuffled(one.options, item.id), in_order=bool(figures))


def _mixed(options: tuple[Option, ...], seed: str) -> tuple[Option, ...]:
    """Mix options that stand in the right order, so that they do not stand in it by chance."""
    mixed = shuffled(options, seed)
    return tuple(reversed(mixed)) if mixed == options else mixed


def _by_size(options: Sequence[Option]) -> tuple[Option, ...]:
    """Return options that are all figures of one kind by their size; nothing for any others."""
    found = [(quantity(option.text), option) for option in options]
    figures = [(one, option) for one, option in found if one is not None]
    if len(figures) < len(found) or len({(one.kind, one.unit) for one, _ in figures}) > 1:
        return ()
    return tuple(option for _, option in sorted(figures, key=lambda pair: pair[0].value))
