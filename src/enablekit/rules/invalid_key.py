"""
A question cannot be marked: it has no right answer, only right answers, or fewer than two options.

Why reps care: A check that nobody can pass, or that marks a right answer wrong, costs a rep's
trust in everything else it says.

Wrong:
    1. How much later is a disputed invoice paid?
       - [ ] 14 days
       - [ ] 30 days

Right:
    1. How much later is a disputed invoice paid?
       - [x] 14 days
       - [ ] 30 days
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.extend.item_findings import findings
from enablekit.extend.rule import described
from enablekit.extend.short_quote import short
from enablekit.extend.where_written import first_line
from enablekit.item_rules import option_count
from enablekit.model.diagnosis import Profile
from enablekit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.surroundings import Surroundings
    from enablekit.model.asset import Asset
    from enablekit.model.finding import Finding

RULE = described(
    __doc__, code="EK402", name="invalid-key", severity=Severity.ERROR, profile=Profile.MINIMAL
)


def check(asset: Asset, around: Surroundings) -> Iterator[Finding]:
    """Report each written question that cannot be marked."""
    yield from findings(option_count, RULE, asset, around)
    yield from _left_out(asset, around)


def _left_out(asset: Asset, around: Surroundings) -> Iterator[Finding]:
    """Report what stands under `check:` without a question or a key, so that nobody is asked."""
    items = asset.guidance.check.items if asset.guidance.check else ()
    for number, item in enumerate(items, start=1):
        missing = "stem" if not item.stem else "key" if not item.told_by else ""
        if missing:
            named = f"“{short(item.stem)}”" if item.stem else f"item {number}"
            yield RULE.at(
                first_line(item.span, around),
                f"{named} has no `{missing}`, so nobody is asked",
                place=f"item {number}",
                fix=f"Add `{missing}:` with the {'question' if missing == 'stem' else 'answer'}",
            )
