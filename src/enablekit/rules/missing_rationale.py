"""
A question does not say why its answer is right, neither below it nor at its options.

Why reps care: A rep who got it wrong learns only that it was wrong, and gives the same wrong
answer to the next buyer.

Wrong:
    - stem: How much later is a disputed invoice paid?
      key: 14 days
      distractors: [9 days, 30 days]

Right:
    - stem: How much later is a disputed invoice paid?
      key: 14 days
      distractors: [9 days, 30 days]
      rationale: 14 days is the average of the survey; 9 is the share of invoices, in percent.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.extend.item_findings import findings
from enablekit.extend.rule import described
from enablekit.item_rules import feedback
from enablekit.model.diagnosis import Profile
from enablekit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.surroundings import Surroundings
    from enablekit.model.asset import Asset
    from enablekit.model.finding import Finding

RULE = described(
    __doc__,
    code="EK410",
    name="missing-rationale",
    severity=Severity.WARNING,
    profile=Profile.STRICT,
)


def check(asset: Asset, around: Surroundings) -> Iterator[Finding]:
    """Report each question that can be marked but not explained."""
    yield from findings(feedback, RULE, asset, around, every_form=True)
