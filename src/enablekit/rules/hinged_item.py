"""
A question needs another one, or says the answer of another one.

Why reps care: A rep who missed the first question misses the second, too, or reads the answer
there. Questions are also drawn and mixed: the other one may not be there.

Wrong:
    stem: Why is your answer to question 1 right?

Right:
    stem: Why are disputed invoices paid later?
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.extend.item_findings import findings_together
from enablekit.extend.rule import described
from enablekit.item_rules import hinge
from enablekit.model.diagnosis import Profile
from enablekit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.surroundings import Surroundings
    from enablekit.model.asset import Asset
    from enablekit.model.finding import Finding

RULE = described(
    __doc__,
    code="EK423",
    name="hinged-item",
    severity=Severity.INFO,
    profile=Profile.STRICT,
)


def check(asset: Asset, around: Surroundings) -> Iterator[Finding]:
    """Report each question that hangs together with another."""
    yield from findings_together(hinge, RULE, asset, around)
