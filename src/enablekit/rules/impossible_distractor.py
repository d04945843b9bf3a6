"""
A figure among the options cannot be right, whatever the piece says.

Why reps care: A share of 120 % or a year of another century is ruled out unread, so that a check of
three options is one of two.

Wrong:
    key: 68%
    distractors: [31%, 120%]

Right:
    key: 68%
    distractors: [31%, 86%]
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.extend.item_findings import findings
from enablekit.extend.rule import described
from enablekit.item_rules import direction, possible_range
from enablekit.model.diagnosis import Profile
from enablekit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.surroundings import Surroundings
    from enablekit.model.asset import Asset
    from enablekit.model.finding import Finding

RULE = described(
    __doc__,
    code="EK427",
    name="impossible-distractor",
    severity=Severity.INFO,
    profile=Profile.STRICT,
)


def check(asset: Asset, around: Surroundings) -> Iterator[Finding]:
    """Report each figure that cannot be."""
    yield from findings(possible_range, RULE, asset, around)
    yield from findings(direction, RULE, asset, around)
