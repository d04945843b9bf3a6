"""
Two questions of a piece are the same, or ask for the same answer in nearly the same words.

Why reps care: The same question twice makes a check longer and not better, and a rep who got the
first one wrong is marked down twice.

Wrong:
    - stem: How much later is a disputed invoice paid?
    - stem: How much  later is a disputed invoice paid

Right:
    - stem: How much later is a disputed invoice paid?
    - stem: Which three causes make up most disputes?
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from enablekit.extend.answers import canonical, content_stems, numbers
from enablekit.extend.item_making import likeness
from enablekit.extend.rule import described
from enablekit.extend.short_quote import short
from enablekit.extend.written_items import asked
from enablekit.model.finding import Profile, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.surroundings import Surroundings
    from enablekit.extend.written_items import Asked
    from enablekit.model.asset import Asset
    from enablekit.model.finding import Finding

RULE = described(
    __doc__,
    code="EK411",
    name="near-duplicate-item",
    severity=Severity.WARNING,
    profile=Profile.RECOMMENDED,
)

_ALIKE = 0.75  # of the telling words of two stems that have the same answer
_SAME_FRAME = 0.6  # of all their words, so that `before` is told from `after`
_COMPARED = 20  # items with the same answer that a further one is held against
_OF_OPTIONS = re.compile(
    r"\b(?:these|following|which (?:one|option|statement|claim|sentence)|true)\b", re.IGNORECASE
)
"""What a question says that its options make another question each time."""


def check(asset: Asset, around: Surroundings) -> Iterator[Finding]:
    """Report each question that was asked before in the same piece."""
    by_stem: dict[str, Asked] = {}
    by_keys: dict[tuple[str, ...], list[Asked]] = {}
    for one in asked(asset, around, every_form=True):
        stem, keys = canonical(one.item.stem), _keys(one)
        alike = by_keys.setdefault(keys, []) if keys else []
        earlier = next((other for other in alike if _alike(one, other)), None)
        if earlier is None and stem and not _OF_OPTIONS.search(stem):
            earlier = by_stem.get(stem)
        if earlier is not None:
            yield RULE.at(
                one.stem_span(),
                f"“{short(one.item.stem)}” was asked before, in {earlier.place}",
                place=one.place,
                fix="Leave one of the two out, or ask for something else",
            )
            continue
        by_stem[stem] = one
        if len(alike) < _COMPARED:
            alike.append(one)


def _keys(one: Asked) -> tuple[str, ...]:
    return tuple(sorted(canonical(option.text) for option in one.item.options if option.correct))


def _alike(one: Asked, other: Asked) -> bool:
    left, right = one.item.stem, other.item.stem
    if canonical(left) == canonical(right):
        return True
    first, second = content_stems(left).keys(), content_stems(right).keys()
    shared = len(first & second)
    return (
        shared >= _ALIKE * len(first | second) > 0
        and numbers(left) == numbers(right)
        and likeness(left, right) >= _SAME_FRAME
    )
