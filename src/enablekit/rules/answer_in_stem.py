"""
A question says its own right answer, and none of the wrong ones.

Why reps care: Whoever can read passes. The check counts a rep as ready who has learned nothing.

Wrong:
    stem: What is the look-back test, which runs on old invoices, run on?
    key: Old invoices

Right:
    stem: What is the look-back test run on?
    key: Old invoices
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.extend.item_findings import findings
from enablekit.extend.rule import described
from enablekit.item_rules import leak_free_stem
from enablekit.model.diagnosis import Profile
from enablekit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.surroundings import Surroundings
    from enablekit.model.asset import Asset
    from enablekit.model.finding import Finding

RULE = described(
    __doc__,
    code="EK417",
    name="answer-in-stem",
    severity=Severity.WARNING,
    profile=Profile.RECOMMENDED,
)


def check(asset: Asset, around: Surroundings) -> Iterator[Finding]:
    """Report each question that holds its answer."""
    yield from findings(leak_free_stem, RULE, asset, around)
