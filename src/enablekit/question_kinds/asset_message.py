"""A piece is named, and the learner says which message it carries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.extend.guided_claims import beside, must_knows, only_elsewhere, stated
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
    known = must_knows(asset)
    if not known:
        return
    elsewhere = list(
        only_elsewhere(stated(asset), siblings.says(asset), siblings.must_knows(asset))
    )
    titles = {one.text: one.title for one in elsewhere}
    for message in known:
        wrong = beside(message.text, asset.title, elsewhere)
        if not wrong:
            continue
        yield single_choice(
            kind=NAME,
            bloom=BLOOM,
            asset=asset,
            fact=message.text,
            stem=phrase("Which of these points goes with “{title}”?", title=asset.title),
            key=message.text,
            distractors=wrong,
            rationale=guided(asset.title, message.text),
            objective=phrase("Tell which message a piece carries."),
            source=message.span,
            tests=message.tests,
            feedback={
                text: phrase("That goes with “{title}”.", title=titles[text]) for text in wrong
            },
        )
