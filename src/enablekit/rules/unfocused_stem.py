"""
A question does not ask anything, or is longer than 40 words.

It has neither a question mark nor a colon nor a blank to fill, and does not tell the reader to do
anything.

Why reps care: A rep who has to guess what is asked is tested on guessing. Long stories are read
half, between two calls.

Wrong:
    stem: Disputes and order numbers

Right:
    stem: Which share of disputes comes from wrong order numbers?
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.extend.item_findings import findings
from enablekit.extend.rule import described
from enablekit.item_rules import focused_stem
from enablekit.model.diagnosis import Profile
from enablekit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.surroundings import Surroundings
    from enablekit.model.asset import Asset
    from enablekit.model.finding import Finding

RULE = described(
    __doc__,
    code="EK414",
    name="unfocused-stem",
    severity=Severity.INFO,
    profile=Profile.STRICT,
)


def check(asset: Asset, around: Surroundings) -> Iterator[Finding]:
    """Report each question that is none, or one too long."""
    yield from findings(focused_stem, RULE, asset, around, every_form=True)
