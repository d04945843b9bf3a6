"""
A published asset with guidance that no other asset in use names as its `next`.

An asset that replaces another is led to by that one.

Why reps care: Reps find pieces through the piece they have open. One that nothing leads to is
found by search alone, and mostly not at all.

Wrong:
    first-meeting.md:   next: []
    cost-of-disputes.md

Right:
    first-meeting.md:   next: [{asset: cost-of-disputes, when: They doubt the numbers.}]
    cost-of-disputes.md
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.extend.rule import described
from enablekit.extend.short_quote import short
from enablekit.extend.whole_asset import is_in_use, title_of
from enablekit.model.diagnosis import Profile
from enablekit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.surroundings import Surroundings
    from enablekit.model.asset import Asset
    from enablekit.model.finding import Finding

RULE = described(
    __doc__,
    code="EK605",
    name="orphan-asset",
    severity=Severity.INFO,
    profile=Profile.STRICT,
)


def check(asset: Asset, around: Surroundings) -> Iterator[Finding]:
    """Report an asset that no other one leads to."""
    if not asset.has_guidance or not is_in_use(asset):
        return
    if asset.id not in around.once(_led_to):
        yield RULE.at(
            title_of(asset, around),
            f"no other asset names “{short(asset.title)}” as what comes next",
            fix="Name it under `next:` of the asset that reps use before it",
        )


def _led_to(around: Surroundings) -> frozenset[str]:
    library = around.library
    found = set(library.replaced_by.values())
    for asset in library.assets:
        if is_in_use(asset):
            found |= {one.id for one in library.successors.get(asset.id, ())} - {asset.id}
    for path, targets in around.links.items():
        found |= {library.settled.get(target, "") for target in targets if target != path}
    return frozenset(found)
