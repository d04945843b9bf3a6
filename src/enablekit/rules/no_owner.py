"""
A published asset names no owner.

Why reps care: When a buyer questions a number, somebody must be able to answer for it. Without an
owner nobody is asked to keep the piece right, and it quietly goes stale.

Wrong:
    title: Pricing 2026

Right:
    title: Pricing 2026
    owner: ana
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.extend.rule import described
from enablekit.extend.whole_asset import is_empty, is_in_use, title_of
from enablekit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.surroundings import Surroundings
    from enablekit.model.asset import Asset
    from enablekit.model.finding import Finding

RULE = described(__doc__, code="EK504", name="no-owner", severity=Severity.ERROR)


def check(asset: Asset, around: Surroundings) -> Iterator[Finding]:
    """Report a published asset that nobody is accountable for."""
    if is_in_use(asset) and not asset.owner and not is_empty(asset):
        yield RULE.at(
            title_of(asset, around),
            f"nobody is accountable for “{asset.title}”",
            fix="Add `owner:` with the id of a person",
        )
