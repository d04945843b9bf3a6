"""
The text or the guidance of a published asset, or a word it uses, is not what was verified.

A verification that does not record what was read is reported as a warning.

Why reps care: “Verified” is a promise that somebody read these very words. After an edit nobody
has, and the rep is the first to find out.

Wrong:
    enablement:
      tldr: Words that were changed after Ana had read them.
      verified: {by: ana, on: 2026-10-02, asset: 7fd42026e0ea53a6, guidance: 3be798e0f7d14699}

Right:
    enablement:
      tldr: Words that Ana has read again.
      verified: {by: ana, on: 2026-10-30, asset: 51c0b7d2a94e88f0, guidance: 0d4be17c36a95f21}
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
    code="EK502",
    name="changed-since-verified",
    severity=Severity.ERROR,
    profile=Profile.RECOMMENDED,
)


def check(asset: Asset, around: Surroundings) -> Iterator[Finding]:
    """Report an asset that is not what was verified."""
    badge = around.library.badges.get(asset.id)
    record = asset.guidance.verified
    if badge is None or badge.state != "changed" or record is None or record.on is None:
        return
    if not record.asset or not record.guidance:
        part = "guidance" if record.asset else "text"
        # Nothing is known to have changed, so it weighs as much as never having been verified.
        yield RULE.at(
            in_entry(record.span, record.on.isoformat(), around),
            f"it is not recorded which {part} of “{short(asset.title)}” was verified",
            place="verified",
            fix=f"Read it, then run `enablekit verify {asset.id} --by WHO`",
            severity=Severity.WARNING,
        )
        return
    pinned = ((record.asset, asset.digest), (record.guidance, asset.guidance_digest))
    stale = next((one for one, now in pinned if not now.startswith(one)), record.rests_on)
    yield RULE.at(
        in_entry(record.span, stale or record.asset, around),
        f"{badge.reason[:1].lower()}{badge.reason[1:].removesuffix('.')}",
        place="verified",
        fix=f"Read what has changed, then run `enablekit verify {asset.id} --by WHO`",
    )
