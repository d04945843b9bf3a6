"""
An option of a question has more than 25 words.

Why reps care: Three options of that length are a page. Reps read the first and the shortest, and
decide by those.

Wrong:
    key: >
      It compares the invoice with the order, the delivery note and the price list before it is
      sent, names the line that is wrong, and asks the one person who can decide

Right:
    key: It compares each invoice with the order and the delivery note before it is sent
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.extend.item_findings import findings
from enablekit.extend.rule import described
from enablekit.item_rules import readability
from enablekit.model.diagnosis import Profile
from enablekit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.surroundings import Surroundings
    from enablekit.model.asset import Asset
    from enablekit.model.finding import Finding

RULE = described(
    __doc__,
    code="EK425",
    name="long-option",
    severity=Severity.INFO,
    profile=Profile.STRICT,
)


def check(asset: Asset, around: Surroundings) -> Iterator[Finding]:
    """Report each question with an option that is too long to be compared."""
    yield from findings(readability, RULE, asset, around)
