"""
The day until which a customer allowed a proof point to be used has passed.

Why reps care: Naming a customer who has withdrawn permission costs a reference and sometimes the
account, and the rep who said the name is the one who gets the call.

Wrong:
    proof_points:
      - id: proof-1
        claim: Hallmann was paid 11 days sooner.
        permission: named-public
        until: 2026-06-30

Right:
    proof_points:
      - id: proof-1
        claim: Hallmann was paid 11 days sooner.
        permission: named-public
        until: 2027-06-30
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.extend.rule import described
from enablekit.extend.where_written import in_entry
from enablekit.model.asset import Status
from enablekit.model.diagnosis import Profile
from enablekit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.surroundings import Surroundings
    from enablekit.model.asset import Asset
    from enablekit.model.finding import Finding

RULE = described(
    __doc__,
    code="EK508",
    name="permission-ended",
    severity=Severity.ERROR,
    profile=Profile.MINIMAL,
    timed=True,
)


def check(asset: Asset, around: Surroundings) -> Iterator[Finding]:
    """Report proof points that may not be used any more."""
    if asset.status is not Status.PUBLISHED:
        return
    for number, point in enumerate(asset.guidance.proof_points, start=1):
        if point.until is None or point.until >= around.today:
            continue
        name = f"`{point.id}`" if point.id else f"proof point {number}"
        yield RULE.at(
            in_entry(point.span, point.until.isoformat(), around),
            f"the permission to use {name} ended on {point.until}",
            place=f"proof point {number}",
            fix="Ask the customer again and set the new day, or take the proof point out",
        )
