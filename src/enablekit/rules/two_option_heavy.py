"""
More than 30 % of the questions of a piece have only two options, such as true and false.

Why reps care: Whoever knows nothing gets half of such questions right, so the check says little
about who is ready.

Wrong:
    distractors: [No]

Right:
    distractors: [Only after the due date, Only for orders above €10,000]
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.extend.rule import described
from enablekit.extend.written_items import asked
from enablekit.model.diagnosis import Profile
from enablekit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.surroundings import Surroundings
    from enablekit.model.asset import Asset
    from enablekit.model.finding import Finding

RULE = described(
    __doc__,
    code="EK412",
    name="two-option-heavy",
    severity=Severity.INFO,
    profile=Profile.STRICT,
)

_FEWEST = 3  # one of two is no habit
_MOST = 0.3


def check(asset: Asset, around: Surroundings) -> Iterator[Finding]:
    """Report once that too many questions are a coin to toss."""
    items = [one for one in asked(asset, around) if len(one.item.options) > 1]
    halves = [one for one in items if len(one.item.options) == len(("right", "wrong"))]
    if len(items) >= _FEWEST and len(halves) > _MOST * len(items):
        yield RULE.at(
            halves[0].stem_span(),
            f"{len(halves)} of {len(items)} questions have only two options",
            place=halves[0].place,
            fix="Give most questions a third option: a mistake that reps really make",
        )
