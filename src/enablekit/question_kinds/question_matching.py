"""What to ask a buyer is matched with what to listen for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.extend.matching import FEWEST, MOST, Pair, matching, tells
from enablekit.extend.standing_alone import stands_alone
from enablekit.model.phrase import phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.siblings import Siblings
    from enablekit.model.asset import Asset
    from enablekit.model.item import Item
    from enablekit.model.library import Library

NAME = "question-matching"
BLOOM = "apply"


def candidates(asset: Asset, library: Library, siblings: Siblings) -> Iterator[Item]:  # noqa: ARG001 - a kind's contract
    """Make one item where the guidance has three questions or more, each with what it brings."""
    asked = [one for one in asset.guidance.questions if one.ask and one.listen_for]
    heard = {one.listen_for for one in asked}
    decoy = next(
        (
            one.listen_for
            for piece in siblings.near(asset)
            for one in piece.guidance.questions
            if one.listen_for and one.listen_for not in heard and stands_alone(one.listen_for)
        ),
        "",
    )
    pairs = [Pair(one.ask, one.listen_for) for one in asked][:MOST]
    pairs = [pair for pair in pairs if not tells(pair, [*heard, decoy])]
    if len(pairs) < FEWEST or not decoy:
        return
    item = matching(
        kind=NAME,
        bloom=BLOOM,
        asset=asset,
        stem=phrase(
            "With “{title}” you ask these questions. What do you listen for?", title=asset.title
        ),
        pairs=pairs,
        decoy=decoy,
        rationale=phrase("Ask: “{question}” Listen for: {answer}", question=pairs[0].prompt,
                         answer=pairs[0].option),
        objective=phrase("Hear in an answer what a question was asked for."),
        source=asked[0].span,
    )  # fmt: skip
    if item is not None:
        yield item
