"""
The piece says what a question counts as wrong.

Why reps care: A rep who has read well is marked wrong for it, and stops trusting both the check and
the piece.

Wrong:
    stem: "A disputed invoice is paid ____ later."
    distractors: [14 days]

Right:
    stem: "A disputed invoice is paid ____ later."
    key: 14 days
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.extend.item_findings import findings
from enablekit.extend.rule import described
from enablekit.item_rules import distractor_unsupported
from enablekit.model.diagnosis import Profile
from enablekit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.surroundings import Surroundings
    from enablekit.model.asset import Asset
    from enablekit.model.finding import Finding

RULE = described(
    __doc__,
    code="EK426",
    name="true-distractor",
    severity=Severity.WARNING,
    profile=Profile.RECOMMENDED,
)


def check(asset: Asset, around: Surroundings) -> Iterator[Finding]:
    """Report each wrong answer that is right."""
    yield from findings(distractor_unsupported, RULE, asset, around)
