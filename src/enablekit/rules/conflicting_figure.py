"""
Two assets make the same claim with different numbers.

Claims are proof points and must-knows. They are the same when they share four of five words and
name the same companies; two figures from different years do not contradict each other when each
says its year.

Why reps care: Two reps meet the same buyer, one says 14 days and the other 19. Whoever was right,
both were wrong in that room.

Wrong:
    # paper.md
    must_know: [A disputed invoice is paid 14 days later.]
    # deck.md
    must_know: [A disputed invoice is paid 19 days later.]

Right:
    # paper.md
    must_know: [A disputed invoice is paid 14 days later.]
    # deck.md
    must_know: [A disputed invoice is paid 14 days later.]
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.extend.rule import described
from enablekit.extend.same_claims import conflicts
from enablekit.extend.where_written import stretch_in_entry
from enablekit.model.asset import Status
from enablekit.model.diagnosis import Profile
from enablekit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.surroundings import Surroundings
    from enablekit.model.asset import Asset
    from enablekit.model.finding import Finding

RULE = described(
    __doc__,
    code="EK708",
    name="conflicting-figure",
    severity=Severity.WARNING,
    profile=Profile.RECOMMENDED,
)


def check(asset: Asset, around: Surroundings) -> Iterator[Finding]:
    """Report each claim of an asset that another asset makes with another number."""
    if asset.status is not Status.PUBLISHED or asset.superseded_by:
        return
    for one, other in around.once(conflicts).get(asset.id, ()):
        start, end = one.figure
        yield RULE.at(
            stretch_in_entry(around, one.span, one.text, start, end),
            f"“{one.written}” here, “{other.written}” in “{other.title}”",
            place=one.place,
            fix=f"Make both say the same, or say how they differ: see {other.span.path}",
        )
