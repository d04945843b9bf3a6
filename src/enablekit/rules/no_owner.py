"""
A published asset names no owner, or an owner whom the project does not know.

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


def check(asset: Asset, around: Surroundings) -> Iterator[Finding]:
    """Report a published asset that nobody known is accountable for."""
    if asset.status is not Status.PUBLISHED:
        return
    if not asset.owner:
        yield RULE.at(
            asset.span,
            f"nobody is accountable for “{asset.title}”",
            place="the front matter",
            fix="Add `owner:` with the id of a person",
        )
        return
    people = [person.id for person in around.config.vocabulary.people]
    if people and asset.owner not in people:
        yield RULE.at(
            asset.place("owner"),
            f"`{asset.owner}` is not one of the project's people",
            place="owner",
            fix=f"Known: {', '.join(people)}; add them under `people:` in the project file",
        )
