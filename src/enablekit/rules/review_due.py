"""
The next review of a published asset is due within days.

Why reps care: A review in time costs minutes. After the day has passed, every rep who opens the
piece reads that it is overdue.

Wrong:
    type: battlecard            # reviewed every 45 days; today is 1 November
    enablement:
      verified: {by: ana, on: 2026-09-18}

Right:
    type: battlecard
    enablement:
      verified: {by: ana, on: 2026-10-30}
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
    code="EK509",
    name="review-due",
    severity=Severity.INFO,
    profile=Profile.RECOMMENDED,
    timed=True,
)


def check(asset: Asset, around: Surroundings) -> Iterator[Finding]:
    """Report an asset whose review is due soon."""
    badge = around.library.badges.get(asset.id)
    record = asset.guidance.verified
    if badge is None or badge.state != "due" or record is None or record.on is None:
        return
    yield RULE.at(
        in_entry(record.span, record.on.isoformat(), around),
        f"the next review of “{short(asset.title)}” is due on {badge.review_by}",
        place="verified",
        fix=f"Read it again, then run `enablekit verify {asset.id} --by WHO`",
    )
