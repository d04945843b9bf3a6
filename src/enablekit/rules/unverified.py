"""
A published asset has guidance, and nobody put a name and a day to having checked it.

Why reps care: Guidance that nobody has vouched for reads just like guidance that somebody has. The
rep finds out which one it was in front of the buyer.

Wrong:
    enablement:
      tldr: What it costs to do nothing.

Right:
    enablement:
      tldr: What it costs to do nothing.
      verified: {by: ana, on: 2026-10-02, asset: 7fd42026e0ea53a6, guidance: 3be798e0f7d14699}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.extend.rule import described
from enablekit.extend.short_quote import short
from enablekit.extend.whole_asset import guidance_of
from enablekit.model.diagnosis import Profile
from enablekit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.surroundings import Surroundings
    from enablekit.model.asset import Asset
    from enablekit.model.finding import Finding

RULE = described(
    __doc__,
    code="EK505",
    name="unverified",
    severity=Severity.WARNING,
    profile=Profile.RECOMMENDED,
)


def check(asset: Asset, around: Surroundings) -> Iterator[Finding]:
    """Report guidance that nobody has verified."""
    badge = around.library.badges.get(asset.id)
    if not asset.has_guidance or badge is None or badge.state != "unverified":
        return
    record = asset.guidance.verified
    if record is not None:
        yield RULE.at(
            record.span,
            f"it is not recorded when “{short(asset.title)}” was verified",
            place="verified",
            fix=f"Read it again, then run `enablekit verify {asset.id} --by WHO`",
        )
        return
    yield RULE.at(
        guidance_of(asset, around),
        f"nobody has verified the guidance of “{short(asset.title)}”",
        place="enablement",
        fix=f"Have somebody read it who can judge it: `enablekit verify {asset.id} --by WHO`",
    )
