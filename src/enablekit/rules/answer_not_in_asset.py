"""
Neither the piece nor its guidance says what a question takes for right.

It is an error when the answer holds a number that stands nowhere; otherwise, when no passage has
most of its words, a warning.

Why reps care: A check teaches. A number that was changed in the piece and not in the question is
learned, and said to a buyer.

Wrong:
    check:
      items:
        - stem: How much later is a disputed invoice paid?
          key: 17 days

Right:
    check:
      items:
        - stem: How much later is a disputed invoice paid?
          key: 14 days
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.extend.item_findings import findings
from enablekit.extend.rule import described
from enablekit.item_rules import key_supported
from enablekit.model.diagnosis import Profile
from enablekit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.surroundings import Surroundings
    from enablekit.model.asset import Asset
    from enablekit.model.finding import Finding

RULE = described(
    __doc__,
    code="EK409",
    name="answer-not-in-asset",
    severity=Severity.ERROR,
    profile=Profile.RECOMMENDED,
)


def check(asset: Asset, around: Surroundings) -> Iterator[Finding]:
    """Report each right answer that nothing supports; of text that can be read only."""
    yield from findings(key_supported, RULE, asset, around)
