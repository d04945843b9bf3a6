"""
The options of a question in the body are figures that stand in no order.

Why reps care: A rep who knows the answer has to search for it, and a figure out of line looks like
the one that somebody put in later.

Wrong:
    - [ ] 30 days
    - [x] 14 days
    - [ ] 45 days

Right:
    - [x] 14 days
    - [ ] 30 days
    - [ ] 45 days
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.extend.item_findings import findings
from enablekit.extend.rule import described
from enablekit.item_rules import numeric_order
from enablekit.model.diagnosis import Profile
from enablekit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.surroundings import Surroundings
    from enablekit.model.asset import Asset
    from enablekit.model.finding import Finding

RULE = described(
    __doc__,
    code="EK416",
    name="unordered-numbers",
    severity=Severity.INFO,
    profile=Profile.STRICT,
)


def check(asset: Asset, around: Surroundings) -> Iterator[Finding]:
    """Report each question whose figures stand neither up nor down."""
    yield from findings(numeric_order, RULE, asset, around)
