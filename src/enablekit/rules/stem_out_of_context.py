"""
A question begins with a word such as “it” or “this” that points to something it does not name.

Why reps care: Questions are mixed, and asked in other systems without the text above them. A rep
who does not know what “it” is guesses.

Wrong:
    stem: It looks at which invoices?

Right:
    stem: Which invoices does the look-back test look at?
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.extend.item_findings import findings
from enablekit.extend.rule import described
from enablekit.item_rules import self_contained
from enablekit.model.diagnosis import Profile
from enablekit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.surroundings import Surroundings
    from enablekit.model.asset import Asset
    from enablekit.model.finding import Finding

RULE = described(
    __doc__,
    code="EK418",
    name="stem-out-of-context",
    severity=Severity.INFO,
    profile=Profile.STRICT,
)


def check(asset: Asset, around: Surroundings) -> Iterator[Finding]:
    """Report each question that leans on what stood before it."""
    yield from findings(self_contained, RULE, asset, around, every_form=True)
