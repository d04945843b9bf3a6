"""
One option of a question ends, begins or opens otherwise than all the others.

Why reps care: The option that was written on another day is often the right one, and readers feel
it before they have read a word of it.

Wrong:
    key: It names the line.
    distractors: [A score, A reminder]

Right:
    key: The line that is wrong
    distractors: [A score, A reminder]
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.extend.item_findings import findings
from enablekit.extend.rule import described
from enablekit.item_rules import parallel_form
from enablekit.model.diagnosis import Profile
from enablekit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.surroundings import Surroundings
    from enablekit.model.asset import Asset
    from enablekit.model.finding import Finding

RULE = described(
    __doc__,
    code="EK421",
    name="unparallel-options",
    severity=Severity.INFO,
    profile=Profile.STRICT,
)


def check(asset: Asset, around: Surroundings) -> Iterator[Finding]:
    """Report each question in which one option stands out by its form."""
    yield from findings(parallel_form, RULE, asset, around)
