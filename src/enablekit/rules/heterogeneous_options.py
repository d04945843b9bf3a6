"""
One option of a question is another kind of thing than all others, such as a date among amounts.

Why reps care: The odd one out is ruled out, or picked, without knowing the piece. A check of three
options becomes one of two.

Wrong:
    key: 14 days
    distractors: [30 days, The haulier]

Right:
    key: 14 days
    distractors: [30 days, 9 days]
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.extend.item_findings import findings
from enablekit.extend.rule import described
from enablekit.item_rules import same_kind_of_options
from enablekit.model.diagnosis import Profile
from enablekit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.surroundings import Surroundings
    from enablekit.model.asset import Asset
    from enablekit.model.finding import Finding

RULE = described(
    __doc__,
    code="EK415",
    name="heterogeneous-options",
    severity=Severity.INFO,
    profile=Profile.STRICT,
)


def check(asset: Asset, around: Surroundings) -> Iterator[Finding]:
    """Report each option that is unlike all others."""
    yield from findings(same_kind_of_options, RULE, asset, around)
