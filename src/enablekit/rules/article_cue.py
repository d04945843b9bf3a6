"""
An article or a number right before the blank fits only some of the options.

Why reps care: “An ____” leaves the one option that begins with a vowel. The rep answers by grammar.

Wrong:
    stem: "Before sending, Match looks for an ____."
    key: order number
    distractors: [sample, voucher]

Right:
    stem: "Before sending, Match looks for a(n) ____."
    key: order number
    distractors: [sample, voucher]
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.extend.item_findings import findings
from enablekit.extend.rule import described
from enablekit.item_rules import article_cue as gate
from enablekit.model.diagnosis import Profile
from enablekit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.surroundings import Surroundings
    from enablekit.model.asset import Asset
    from enablekit.model.finding import Finding

RULE = described(
    __doc__,
    code="EK420",
    name="article-cue",
    severity=Severity.INFO,
    profile=Profile.STRICT,
)


def check(asset: Asset, around: Surroundings) -> Iterator[Finding]:
    """Report the first option of each question that its article rules out."""
    yield from findings(gate, RULE, asset, around)
