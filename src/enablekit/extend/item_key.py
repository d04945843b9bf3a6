"""What is right in an item, as the numbers a learner's answer has, and what tells checks apart."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from enablekit.model.item import Check, Item

_VERSION_DIGITS = 12


def key_of(item: Item) -> tuple[int, ...]:
    """
    Return what is right as numbers, in the form of `chosen` in docs/reference/attempts.md.

    Options, groups and steps are counted from 1 in the order they are shown. For choosing these are
    the right options, for sorting the group of each option, for ordering the step of each option,
    for matching the option of each prompt. Where the answer is typed there are none.
    """
    if item.form == "ordering":
        return tuple(item.order.index(place) + 1 for place in range(len(item.order)))
    if item.form == "sorting":
        return tuple(1 if option.correct else 2 for option in item.options)
    if item.form == "matching":
        return tuple(place + 1 for place in item.matches)
    if item.form in TYPED:
        return ()
    return tuple(place for place, option in enumerate(item.options, 1) if option.correct)


TYPED = frozenset({"numeric", "short"})  # forms whose answers are typed and not chosen


def version_of(check: Check) -> str:
    """
    Return what tells a check from an edited one: twelve hex digits, or nothing without items.

    It changes with what is asked, what may be chosen in which place, and what is right; not with
    explanations, and not when questions only change places.
    """
    asked = sorted(_asked(item) for item in check.pool)
    digest = hashlib.sha256(json.dumps(asked).encode()).hexdigest()
    return digest[:_VERSION_DIGITS] if asked else ""


def _asked(item: Item) -> list[str]:
    number = item.number
    typed = (number.value, number.tolerance, number.unit) if number else ()
    texts = (option.text for option in item.options)
    key = " ".join(map(str, key_of(item)))
    return [item.id, item.form, item.stem, key, *item.groups, "", *item.prompts, *texts, *typed]
