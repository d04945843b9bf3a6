"""Results of several customers stand side by side, and the learner picks this story's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.extend.guided_claims import beside
from enablekit.extend.item_making import guided, single_choice
from enablekit.extend.stories import results, results_of_others
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


def candidates(asset: Asset, library: Library, siblings: Siblings) -> Iterator[Item]:  # noqa: ARG001 - a kind's contract
    """
    Make up to two items of a customer's results that those of other customers can stand beside.

    Only there does a mix-up matter in front of a buyer: it puts one customer's figures into
    another's mouth. Which of several true claims stands in which piece is a question of filing.
    """
    own = results(asset)
    if not own:
        return
    elsewhere = list(results_of_others(asset, siblings))
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
        stem=phrase(
            "You are telling the story “{title}”. Which of these results may you give as that "
            "customer's?",
            title=asset.title,
        ),
        key=claim.told,
        distractors=[one.told for one in wrong],
        rationale=because,
        objective=phrase("Make only the claims that a piece proves."),
        source=claim.span,
        tests=claim.tests,
        feedback={
            one.told: phrase("That result belongs to “{title}”.", title=one.title) for one in wrong
        },
    )
