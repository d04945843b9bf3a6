"""
The right answer is much longer than every wrong one.

It has at least four words, and the longest wrong option has less than three quarters of its
characters.

Why reps care: Anybody who picks the longest option passes, so a manager believes that a rep is
ready who has read nothing.

Wrong:
    key: It shows which invoices were disputed, why, and since when
    distractors: [It sends reminders, It books payments]

Right:
    key: It shows which invoices were disputed
    distractors: [It sends reminders to late payers, It books payments as they come in]
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.extend.item_findings import findings
from enablekit.extend.rule import described
from enablekit.item_rules import key_length
from enablekit.model.diagnosis import Profile
from enablekit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.surroundings import Surroundings
    from enablekit.model.asset import Asset
    from enablekit.model.finding import Finding

RULE = described(
    __doc__,
    code="EK405",
    name="longest-is-correct",
    severity=Severity.WARNING,
    profile=Profile.RECOMMENDED,
)


def check(asset: Asset, around: Surroundings) -> Iterator[Finding]:
    """Report each right answer that its length gives away."""
    yield from findings(key_length, RULE, asset, around)
