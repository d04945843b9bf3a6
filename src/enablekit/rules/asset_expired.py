"""
The day after which an asset must not be used has passed, and it is still published.

Why reps care: Offers, prices and permissions end on a day. A rep who sends the piece a day later
has promised something the company will not keep.

Wrong:
    status: published
    expires: 2026-09-30

Right:
    status: retired
    expires: 2026-09-30
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.extend.rule import described
from enablekit.extend.short_quote import short
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
    code="EK503",
    name="asset-expired",
    severity=Severity.ERROR,
    profile=Profile.MINIMAL,
    timed=True,
)


def check(asset: Asset, around: Surroundings) -> Iterator[Finding]:
    """Report an asset that is published beyond its day."""
    if asset.status is not Status.PUBLISHED or asset.expires is None:
        return
    if asset.expires < around.today:
        yield RULE.at(
            asset.place("expires"),
            f"“{short(asset.title)}” is published and expired on {asset.expires}",
            place="expires",
            fix="Set `status: retired`, or a later day if it still holds",
        )
