"""
The question and its right answer share a telling word that no wrong answer has.

Why reps care: The echo leads to the answer. The rep finds it by comparing words, passes, and still
does not know what the piece says.

Wrong:
    stem: What does the look-back test test?
    key: A test of last quarter's invoices
    distractors: [Next quarter's orders, The price list]

Right:
    stem: What does the look-back test use?
    key: Last quarter's invoices
    distractors: [Next quarter's orders, The price list]
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.extend.item_findings import findings
from enablekit.extend.rule import described
from enablekit.item_rules import clang as gate
from enablekit.model.diagnosis import Profile
from enablekit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.surroundings import Surroundings
    from enablekit.model.asset import Asset
    from enablekit.model.finding import Finding

RULE = described(
    __doc__, code="EK413", name="clang", severity=Severity.WARNING, profile=Profile.RECOMMENDED
)


def check(asset: Asset, around: Surroundings) -> Iterator[Finding]:
    """Report each right answer that echoes its question."""
    yield from findings(gate, RULE, asset, around)
