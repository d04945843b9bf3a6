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
from enablekit.model.asset import Status
from enablekit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.surroundings import Surroundings
    from enablekit.model.asset import Asset
    from enablekit.model.finding import Finding

RULE = described(__doc__, code="EK504", name="no-owner", severity=Severity.ERROR)


def check(asset: Asset, around: Surroundings) -> Iterator[Finding]:  # noqa: ARG001 - a rule's contract
    """Report a published asset that nobody is accountable for."""
    if asset.status is Status.PUBLISHED and not asset.owner:
        yield RULE.at(
            asset.span,
            f"nobody is accountable for “{asset.title}”",
            place="the front matter",
            fix="Add `owner:` with the id of a person",
        )
