"""What buyers say is matched with the pain behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.extend.item_making import normalised
from enablekit.extend.matching import FEWEST, MOST, Pair, matching, tells
from enablekit.model.phrase import phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.siblings import Siblings
    from enablekit.model.asset import Asset
    from enablekit.model.item import Item
    from enablekit.model.library import Library

NAME = "pain-matching"
BLOOM = "apply"


def candidates(asset: Asset, library: Library, siblings: Siblings) -> Iterator[Item]:
    """
    Make one item where the guidance has three pains in the buyer's words, and a decoy of a sibling.

    What other pieces say of their pains is not asked: whoever learns this one has not read them.
    """
    names = {one.id: one.name for one in library.vocabulary.pains if one.known and one.name}
    met = {one.pain: one for one in reversed(asset.guidance.pains)}
    mine = [one for one in asset.guidance.pains if one.pain in names and met[one.pain] is one]
    pairs = [Pair(one.words, names[one.pain]) for one in mine if one.words][:MOST]
    decoy = next(
        (
            names[one.pain]
            for piece in siblings.near(asset)
            for one in piece.guidance.pains
            if one.pain in names and one.pain not in met and not _is_told(one.words, pairs)
        ),
        "",
    )
    options = [*(pair.option for pair in pairs), decoy]
    pairs = [pair for pair in pairs if not tells(pair, options)]
    if len(pairs) < FEWEST or not decoy:
        return
    item = matching(
        kind=NAME,
        bloom=BLOOM,
        asset=asset,
        stem=phrase("Which pain is behind what these buyers say?"),
        pairs=pairs,
        decoy=decoy,
        rationale=phrase(
            "“{title}” is for “{pain}”: “{words}”",
            title=asset.title,
            pain=pairs[0].option,
            words=pairs[0].prompt,
        ),
        objective=phrase("Hear which pain is behind a buyer's words."),
        source=mine[0].span,
    )
    if item is not None:
        yield item


def _is_told(words: str, pairs: list[Pair]) -> bool:
    """Tell whether a pain is said in words that stand under one of these, too."""
    return normalised(words) in {normalised(pair.prompt) for pair in pairs}
