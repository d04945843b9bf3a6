"""
Two options of a question say the same, but for case, punctuation or the way to write a number.

Why reps care: When the key and a wrong answer are the same, a rep is marked wrong for being right.

Wrong:
    key: 12,000 invoices
    distractors: [12k invoices, 30 invoices]

Right:
    key: 12,000 invoices
    distractors: [1,200 invoices, 30 invoices]
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.extend.item_findings import findings
from enablekit.extend.rule import described
from enablekit.item_rules import options_distinct
from enablekit.model.diagnosis import Profile
from enablekit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.surroundings import Surroundings
    from enablekit.model.asset import Asset
    from enablekit.model.finding import Finding

RULE = described(
    __doc__,
    code="EK403",
    name="duplicate-options",
    severity=Severity.ERROR,
    profile=Profile.MINIMAL,
)


def check(asset: Asset, around: Surroundings) -> Iterator[Finding]:
    """Report each option that repeats an earlier one of the same question."""
    yield from findings(options_distinct, RULE, asset, around)
