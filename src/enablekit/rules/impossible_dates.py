"""
Two dates of a published asset exclude each other, or it was verified on a day to come.

It cannot have been published after its last update, nor have expired before it came out.

Why reps care: Reps trust “updated last week”. When one of two dates must be wrong, nobody can tell
whether the price on the page is this year's.

Wrong:
    published: 2026-09-01
    updated: 2026-03-01

Right:
    published: 2026-03-01
    updated: 2026-09-01
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.extend.rule import described
from enablekit.extend.where_written import in_entry
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
    code="EK510",
    name="impossible-dates",
    severity=Severity.ERROR,
    profile=Profile.MINIMAL,
)


def check(asset: Asset, around: Surroundings) -> Iterator[Finding]:
    """Report dates that cannot both be right."""
    if asset.status is not Status.PUBLISHED:
        return
    published, updated, expires = asset.published, asset.updated, asset.expires
    if published and updated and published > updated:
        yield RULE.at(
            asset.place("updated"),
            f"it was updated on {updated}, before it was published on {published}",
            place="updated",
            fix="Correct one of the two; `updated` is the day of the last change",
        )
    if published and expires and expires < published:
        yield RULE.at(
            asset.place("expires"),
            f"it expired on {expires}, before it was published on {published}",
            place="expires",
            fix="Correct one of the two; `expires` is the last day on which it may be used",
        )
    record = asset.guidance.verified
    if record and record.on and record.on > around.today:
        yield RULE.at(
            in_entry(record.span, record.on.isoformat(), around),
            f"it was verified on {record.on}, which has not come yet",
            place="verified",
            fix="Write the day on which somebody read it",
        )
