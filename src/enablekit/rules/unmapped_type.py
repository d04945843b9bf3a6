"""
A published asset has no type: its front matter says none, and its path suggests none.

Why reps care: Without a type nobody can filter for it, and the guide does not know what a rep
needs from it.

Wrong:
    title: Pricing 2026

Right:
    title: Pricing 2026
    type: one-pager
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.extend.rule import described
from enablekit.extend.short_quote import short
from enablekit.extend.whole_asset import is_in_use, title_of
from enablekit.model.finding import Profile, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.surroundings import Surroundings
    from enablekit.model.asset import Asset
    from enablekit.model.finding import Finding

RULE = described(
    __doc__,
    code="EK110",
    name="unmapped-type",
    severity=Severity.WARNING,
    profile=Profile.STRICT,
)


def check(asset: Asset, around: Surroundings) -> Iterator[Finding]:
    """Report a published asset that is of no type."""
    if asset.type or not is_in_use(asset):
        return
    names = ", ".join(kind.name for kind in around.config.asset_types)
    yield RULE.at(
        title_of(asset, around),
        f"nobody knows what type of asset “{short(asset.title)}” is",
        place="the front matter",
        fix=f"Add `type:`, or a glob for its folder under `types:` in the project file: {names}",
    )
