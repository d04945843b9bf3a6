"""
The day on which a published asset had to be reviewed again has passed.

Why reps care: Prices, names and rivals change between reviews. A rep who quotes a card that nobody
looked at since spring is corrected by the buyer.

Wrong:
    type: battlecard            # reviewed every 45 days
    enablement:
      verified: {by: ana, on: 2026-01-15}

Right:
    type: battlecard
    enablement:
      verified: {by: ana, on: 2026-10-20}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.extend.rule import described
from enablekit.extend.short_quote import short
from enablekit.extend.where_written import in_entry
from enablekit.model.diagnosis import Profile
from enablekit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.surroundings import Surroundings
    from enablekit.model.asset import Asset
    from enablekit.model.finding import Finding

RULE = described(
    __doc__,
    code="EK501",
    name="review-overdue",
    severity=Severity.ERROR,
    profile=Profile.RECOMMENDED,
    timed=True,
)


def check(asset: Asset, around: Surroundings) -> Iterator[Finding]:
    """Report an asset whose review is overdue."""
    badge = around.library.badges.get(asset.id)
    record = asset.guidance.verified
    if badge is None or badge.state != "overdue" or record is None or record.on is None:
        return
    yield RULE.at(
        in_entry(record.span, record.on.isoformat(), around),
        f"the review of “{short(asset.title)}” was due on {badge.review_by}",
        place="verified",
        fix=f"Read it again, then run `enablekit verify {asset.id} --by WHO`",
    )
