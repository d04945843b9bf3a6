"""
A guided piece gives nothing to ask: its type needs must-knows, and there are no items either.

It has guidance, but neither items of its own nor must-knows or objections to make any from.

Why reps care: A rep who has only skimmed the piece finds out what was missed in front of the
buyer. A check of three questions finds it out before.

Wrong:
    enablement:
      tldr: Shows what a dispute costs.

Right:
    enablement:
      tldr: Shows what a dispute costs.
      must_know: [A disputed invoice is paid 14 days later on average.]
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
    code="EK401",
    name="missing-check",
    severity=Severity.WARNING,
    profile=Profile.RECOMMENDED,
)


def check(asset: Asset, around: Surroundings) -> Iterator[Finding]:
    """Report a piece in use that a check cannot be made for."""
    if asset.status is not Status.PUBLISHED or asset.superseded_by or not asset.has_guidance:
        return
    guidance, kind = asset.guidance, around.config.asset_type(asset.type)
    if "must_know" not in kind.requires:
        return
    if asset.items or guidance.must_know or guidance.objections:
        return
    yield RULE.at(
        asset.span,
        f"there is nothing to ask about “{short(asset.title)}”",
        place="must_know",
        fix="Add what everyone must know under `must_know:`, or questions under `check:`",
    )
