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

from typing import TYPE_CHECKING

from enablekit.extend.item_findings import items_of
from enablekit.extend.rule import described
from enablekit.extend.written_items import asked
from enablekit.item_rules import key_position
from enablekit.model.diagnosis import Profile
from enablekit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.surroundings import Surroundings
    from enablekit.model.asset import Asset
    from enablekit.model.finding import Finding

RULE = described(
    __doc__,
    code="EK406",
    name="key-position-bias",
    severity=Severity.WARNING,
    profile=Profile.RECOMMENDED,
)


def check(asset: Asset, around: Surroundings) -> Iterator[Finding]:
    """Report once that the place of the keys gives them away."""
    items = asked(asset, around)
    found = key_position.favoured(items_of(items, asset))
    if found is None:
        return
    place, many, of_all, first = found
    yield RULE.at(
        items[first].key_span(),
        f"{many} of {of_all} right answers stand {place}",
        place=items[first].place,
        fix="Move some of the right answers to other places",
    )
