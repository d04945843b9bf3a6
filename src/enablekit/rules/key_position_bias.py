"""
In a quiz in the body, at least three quarters of the right answers stand at the same place.

Only questions with one right answer and three or more options count, and there must be four of
them. Items under `check:` are mixed anyway.

Why reps care: Whoever always picks the second option passes without having read the piece.

Wrong:
    1. How much later?
       - [ ] 9 days
       - [x] 14 days
       - [ ] 30 days

Right:
    1. How much later?
       - [x] 14 days
       - [ ] 9 days
       - [ ] 30 days
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from enablekit.extend.rule import described
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
    code="EK406",
    name="key-position-bias",
    severity=Severity.WARNING,
    profile=Profile.RECOMMENDED,
)

_FEWEST_ITEMS = 4  # with fewer, the same place three times is chance
_FEWEST_OPTIONS = 3  # `Yes` and `No` have an order of their own
_MOST = 0.75
_ORDINALS = ("first", "second", "third", "fourth", "fifth")


def check(asset: Asset, around: Surroundings) -> Iterator[Finding]:
    """Report once that the place of the keys gives them away."""
    marked = [one for one in asked(asset, around) if _counts(one)]
    places = Counter(_key_place(one) for one in marked)
    if len(marked) < _FEWEST_ITEMS:
        return
    place, many = min(places.items(), key=lambda one: (-one[1], one[0]))
    if many < _MOST * len(marked) or place >= len(_ORDINALS):
        return
    first = next(one for one in marked if _key_place(one) == place)
    yield RULE.at(
        first.key_span(),
        f"{many} of {len(marked)} right answers stand {_ORDINALS[place]}",
        place=first.place,
        fix="Move some of the right answers to other places",
    )


def _counts(one: Asked) -> bool:
    return (
        one.key is not None and not one.item.keys_first and len(one.item.options) >= _FEWEST_OPTIONS
    )


def _key_place(one: Asked) -> int:
    return [option.correct for option in one.item.options].index(True)
