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

from typing import TYPE_CHECKING

from enablekit.extend.item_findings import items_of
from enablekit.extend.rule import described
from enablekit.extend.short_quote import short
from enablekit.extend.written_items import asked
from enablekit.item_rules import unique_stem
from enablekit.model.diagnosis import Profile
from enablekit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.surroundings import Surroundings
    from enablekit.model.asset import Asset
    from enablekit.model.finding import Finding

RULE = described(
    __doc__,
    code="EK411",
    name="near-duplicate-item",
    severity=Severity.WARNING,
    profile=Profile.RECOMMENDED,
)


def check(asset: Asset, around: Surroundings) -> Iterator[Finding]:
    """Report each question that was asked before in the same piece."""
    items = asked(asset, around, every_form=True)
    for place, earlier in unique_stem.repeats(items_of(items, asset)):
        one = items[place]
        yield RULE.at(
            one.stem_span(),
            f"“{short(one.item.stem)}” was asked before, in {items[earlier].place}",
            place=one.place,
            fix="Leave one of the two out, or ask for something else",
        )
