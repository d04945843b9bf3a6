"""Sorting, ordering and matching as one thing: what stands left, and what to find for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from enablekit.extend.item_key import key_of

if TYPE_CHECKING:
    from enablekit.encoding.wording import Wording
    from enablekit.model.item import Item

PAIRED = frozenset({"sorting", "ordering", "matching"})  # forms that are pairs by themselves


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairing:
    """
    Two lists that belong together.

    Attributes:
        left: What something has to be found for: statements, steps or prompts.
        right: What may be found: the names of groups, numbers of steps, or options.
        key: The place in `right` for each of `left`, counted from 0.

    """

    left: tuple[str, ...]
    right: tuple[str, ...]
    key: tuple[int, ...]

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """What belongs together."""
        return tuple(
            (one, self.right[place]) for one, place in zip(self.left, self.key, strict=True)
        )

    @property
    def decoys(self) -> tuple[str, ...]:
        """What may be found and fits nothing."""
        used = set(self.key)
        return tuple(one for place, one in enumerate(self.right) if place not in used)


def pairing(item: Item, wording: Wording) -> Pairing:
    """
    Return an item as pairs.

    An ordering item pairs each step with its number. A choice, for systems that cannot take it as
    one, pairs each option with the words for right and wrong.
    """
    options = tuple(option.text for option in item.options)
    key = tuple(place - 1 for place in key_of(item))
    if item.form == "matching":
        return Pairing(left=item.prompts, right=options, key=key)
    if item.form == "ordering":
        numbers = tuple(str(step) for step in range(1, len(options) + 1))
        return Pairing(left=options, right=numbers, key=key)
    if item.form == "sorting":
        groups = tuple(wording.say(group) for group in item.groups)
        return Pairing(left=options, right=groups, key=key)
    judged = tuple(0 if option.correct else 1 for option in item.options)
    return Pairing(left=options, right=(wording.say("Right"), wording.say("Not right")), key=judged)
