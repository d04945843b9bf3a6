"""Steps of the buyer's journey are matched with the piece that helps there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.extend.matching import MOST, Pair, matching
from enablekit.model.phrase import phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.siblings import Siblings
    from enablekit.model.asset import Asset
    from enablekit.model.item import Item
    from enablekit.model.library import Library
    from enablekit.model.vocabulary import Stage

NAME = "stage-matching"
BLOOM = "apply"


def candidates(asset: Asset, library: Library, siblings: Siblings) -> Iterator[Item]:
    """Make one item where each stage has exactly one of the pieces to choose from."""
    stages = [one for one in library.vocabulary.stages if one.known and one.name]
    own = next((one for one in stages if (one.id,) == asset.guidance.stages), None)
    if own is None:
        return
    chosen: dict[str, Asset] = {own.id: asset}
    for other in siblings.near(asset):
        place = other.guidance.stages
        if len(place) == 1 and place[0] not in chosen and other.guidance.job != asset.guidance.job:
            chosen[place[0]] = other
    asked = [own, *(one for one in stages if one.id in chosen and one.id != own.id)][: MOST + 1]
    *prompts, left = asked
    item = matching(
        kind=NAME,
        bloom=BLOOM,
        asset=asset,
        stem=phrase("Which piece helps at which step of the buyer's journey?"),
        pairs=[Pair(_step(one), chosen[one.id].title) for one in prompts],
        decoy=chosen[left.id].title,
        rationale=phrase("“{title}” is for “{stage}”.", title=asset.title, stage=own.name),
        objective=phrase("Choose a piece for where the buyer stands."),
        source=asset.guidance.span or asset.span,
    )
    if item is not None:
        yield item


def _step(stage: Stage) -> str:
    """Say a step with what the buyer is doing there."""
    return f"{stage.name}: {stage.means}" if stage.means else stage.name
