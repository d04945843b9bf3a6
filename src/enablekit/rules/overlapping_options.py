"""
An option of a question holds another option, such as “price and quantity” beside “price”.

Why reps care: Whoever picks the part is not wrong, and is marked wrong. Whoever sees the parts
picks the whole.

Wrong:
    key: Price and quantity
    distractors: [Price, Tax]

Right:
    key: Price and quantity
    distractors: [Tax and date, Sender and gate]
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.extend.item_findings import findings
from enablekit.extend.rule import described
from enablekit.item_rules import overlapping_options as gate
from enablekit.model.diagnosis import Profile
from enablekit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.surroundings import Surroundings
    from enablekit.model.asset import Asset
    from enablekit.model.finding import Finding

RULE = described(
    __doc__,
    code="EK422",
    name="overlapping-options",
    severity=Severity.WARNING,
    profile=Profile.STRICT,
)


def check(asset: Asset, around: Surroundings) -> Iterator[Finding]:
    """Report the first option of each question that holds another."""
    yield from findings(gate, RULE, asset, around)
