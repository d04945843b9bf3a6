"""A piece is named, and the learner says which message it carries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.extend.guided_claims import beside, only_elsewhere, points, stated
from enablekit.extend.item_making import guided, single_choice
from enablekit.model.phrase import phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.siblings import Siblings
    from enablekit.model.asset import Asset
    from enablekit.model.item import Item
    from enablekit.model.library import Library

NAME = "asset-message"
BLOOM = "understand"


def candidates(asset: Asset, library: Library, siblings: Siblings) -> Iterator[Item]:  # noqa: ARG001 - a kind's contract
    """Make an item of each must-know that must-knows of other pieces can stand beside."""
    known = points(asset)
    if not known:
        return
    elsewhere = list(only_elsewhere(stated(asset), siblings.says(asset), siblings.points(asset)))
    for message in known:
        wrong = beside(message, asset.title, elsewhere)
        if not wrong:
            continue
        yield single_choice(
            kind=NAME,
            bloom=BLOOM,
            asset=asset,
            fact=message.text,
            stem=phrase(
                "Somebody asks for the source of a point, and you open “{title}”. Which of these "
                "points is it?",
                title=asset.title,
            ),
            key=message.told,
            distractors=[one.told for one in wrong],
            rationale=guided(asset.title, message.text),
            objective=phrase("Tell which message a piece carries."),
            source=message.span,
            tests=message.tests,
            feedback={
                one.told: phrase("That stands in “{title}”.", title=one.title) for one in wrong
            },
        )
