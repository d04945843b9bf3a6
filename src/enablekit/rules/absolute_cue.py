"""
Some but not all options of a question hold a word such as “always” or “never”.

Why reps care: Such options are nearly always wrong, and everybody who ever took a test knows it.
The rep passes by rule of thumb and not by knowing the piece.

Wrong:
    distractors: [It always pays back in a quarter]

Right:
    distractors: [It pays back in a quarter]
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.extend.item_findings import findings
from enablekit.extend.rule import described
from enablekit.item_rules import absolute_terms
from enablekit.model.diagnosis import Profile
from enablekit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.surroundings import Surroundings
    from enablekit.model.asset import Asset
    from enablekit.model.finding import Finding

RULE = described(
    __doc__,
    code="EK408",
    name="absolute-cue",
    severity=Severity.WARNING,
    profile=Profile.STRICT,
)


def check(asset: Asset, around: Surroundings) -> Iterator[Finding]:
    """Report each option that an absolute word sets apart from the others."""
    yield from findings(absolute_terms, RULE, asset, around)
