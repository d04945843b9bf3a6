"""
An option of a question hangs on a word such as “usually” or “sometimes”.

Why reps care: What is “rarely” to one reader is “sometimes” to another, and both are right. The rep
argues with the check and not with the buyer.

Wrong:
    key: Disputes are usually found late

Right:
    key: Half of all disputes are found after the due date
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.extend.item_findings import findings
from enablekit.extend.rule import described
from enablekit.item_rules import vague_terms
from enablekit.model.diagnosis import Profile
from enablekit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.surroundings import Surroundings
    from enablekit.model.asset import Asset
    from enablekit.model.finding import Finding

RULE = described(
    __doc__,
    code="EK419",
    name="vague-option",
    severity=Severity.INFO,
    profile=Profile.STRICT,
)


def check(asset: Asset, around: Surroundings) -> Iterator[Finding]:
    """Report the first vague word of each question's options."""
    yield from findings(vague_terms, RULE, asset, around)
