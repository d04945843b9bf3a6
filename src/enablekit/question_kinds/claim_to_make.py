"""Claims with proof stand side by side, and the learner picks the one this piece proves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.extend.guided_claims import beside, claims, only_elsewhere, stated
from enablekit.extend.item_making import guided, single_choice
from enablekit.model.phrase import phrase, sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.guided_claims import Stated
    from enablekit.extend.siblings import Siblings
    from enablekit.model.asset import Asset
    from enablekit.model.item import Item
    from enablekit.model.library import Library

NAME = "claim-to-make"
BLOOM = "understand"

_MOST = 2  # of an asset: one after the other they become a memory game
# What may not be said to a customer is no claim to make.
_KEPT_INSIDE = frozenset({"none", "internal"})


def candidates(asset: Asset, library: Library, siblings: Siblings) -> Iterator[Item]:  # noqa: ARG001 - a kind's contract
    """Make up to two items of proof points that those of other pieces can stand beside."""
    kept = {one.claim for one in asset.guidance.proof_points if one.permission in _KEPT_INSIDE}
    own = [one for one in claims(asset) if one.text not in kept]
    if not own:
        return
    elsewhere = list(only_elsewhere(stated(asset), siblings.says(asset), siblings.claims(asset)))
    made = 0
    for claim in own:
        wrong = beside(claim, asset.title, elsewhere)
        if not wrong:
            continue
        yield _item(asset, claim, wrong)
        made += 1
        if made == _MOST:
            return


def _item(asset: Asset, claim: Stated, wrong: tuple[Stated, ...]) -> Item:
    because = guided(asset.title, claim.text)
    if claim.scope:
        because = sentences(because, phrase("Measured on: {scope}", scope=claim.scope))
    return single_choice(
        kind=NAME,
        bloom=BLOOM,
        asset=asset,
        fact=claim.text,
        stem=phrase("Which of these claims does “{title}” let you make?", title=asset.title),
        key=claim.told,
        distractors=[one.told for one in wrong],
        rationale=because,
        objective=phrase("Make only the claims that a piece proves."),
        source=claim.span,
        tests=claim.tests,
        feedback={
            one.told: phrase("“{title}” carries that claim.", title=one.title) for one in wrong
        },
    )
