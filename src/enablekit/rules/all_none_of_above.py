"""
An option speaks of the other options, such as “all of the above” or “both A and B”.

Why reps care: Whoever knows that two options are right picks “all of the above” without knowing
the rest, so the check no longer shows who is ready. Options are also mixed: nothing is above.

Wrong:
    distractors: [Price, Quantity, All of the above]

Right:
    distractors: [Price, Quantity, Damage in transit]
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.extend.item_findings import findings
from enablekit.extend.rule import described
from enablekit.item_rules import all_or_none
from enablekit.model.diagnosis import Profile
from enablekit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.surroundings import Surroundings
    from enablekit.model.asset import Asset
    from enablekit.model.finding import Finding

RULE = described(
    __doc__,
    code="EK404",
    name="all-none-of-above",
    severity=Severity.WARNING,
    profile=Profile.RECOMMENDED,
)


def check(asset: Asset, around: Surroundings) -> Iterator[Finding]:
    """Report each option that speaks of the others."""
    yield from findings(all_or_none, RULE, asset, around)
