"""Situations in which a piece is used are matched with the person one meets in them."""

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

NAME = "situation-matching"
BLOOM = "apply"


def candidates(asset: Asset, library: Library, siblings: Siblings) -> Iterator[Item]:
    """Make one item where the guidance says when to use the piece with three people or more."""
    names = {one.id: one.name for one in library.vocabulary.personas if one.known and one.name}
    uses = [one for one in asset.guidance.use_with if one.persona in names and one.when][:MOST]
    mine = {one.persona for one in asset.guidance.use_with}
    met = (one.persona for piece in siblings.near(asset) for one in piece.guidance.use_with)
    decoy = next((names[one] for one in met if one in names and one not in mine), "")
    if not uses or not decoy:
        return
    item = matching(
        kind=NAME,
        bloom=BLOOM,
        asset=asset,
        stem=phrase("With whom do you use “{title}” in which situation?", title=asset.title),
        pairs=[Pair(one.when, names[one.persona]) for one in uses],
        decoy=decoy,
        rationale=phrase("{persona}: {when}", persona=names[uses[0].persona], when=uses[0].when),
        objective=phrase("Choose the moment for a piece with each person."),
        source=uses[0].span,
    )
    if item is not None:
        yield item
