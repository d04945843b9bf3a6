"""
The guidance of a published asset says neither when to use it nor when to leave it alone.

Why reps care: The right paper in the wrong week does harm: a price list before the problem is
agreed starts a talk about discounts.

Wrong:
    enablement:
      tldr: What a disputed invoice costs.

Right:
    enablement:
      tldr: What a disputed invoice costs.
      stages: [consideration]
      do_not_use_when: [They already check every invoice.]
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.extend.guidance_gaps import names_no_moment
from enablekit.extend.rule import described
from enablekit.extend.short_quote import short
from enablekit.extend.whole_asset import guidance_of, is_in_use
from enablekit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.surroundings import Surroundings
    from enablekit.model.asset import Asset
    from enablekit.model.finding import Finding

RULE = described(__doc__, code="EK205", name="no-when-to-use", severity=Severity.WARNING)


def check(asset: Asset, around: Surroundings) -> Iterator[Finding]:
    """Report a guide that names no moment."""
    if asset.has_guidance and is_in_use(asset) and names_no_moment(asset.guidance):
        yield RULE.at(
            guidance_of(asset, around),
            f"the guide does not say when to use “{short(asset.title)}”",
            place="enablement",
            fix="Add `stages:`, `trigger:` or `do_not_use_when:`",
        )
