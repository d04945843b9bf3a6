"""A piece is named, and the learner says which message it carries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.extend.guided_claims import must_knows, only_elsewhere
from enablekit.extend.item_making import distinct, gives_itself_away, guided, single_choice
from enablekit.extend.said_by_piece import says
from enablekit.model.phrase import phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.siblings import Siblings
    from enablekit.model.asset import Asset
    from enablekit.model.item import Item
    from enablekit.model.library import Library

NAME = "asset-message"
BLOOM = "understand"

_DISTRACTORS = 2
_LOOKED_AT = 12  # statements of others that this piece does not make
_SHORTER, _LONGER = 0.75, 1.34  # of the key's length, so that length tells nothing


def candidates(asset: Asset, library: Library, siblings: Siblings) -> Iterator[Item]:  # noqa: ARG001 - a kind's contract
    """Make an item of each must-know that must-knows of other pieces can stand beside."""
    known = must_knows(asset)
    if not known:
        return
    elsewhere = []
    for one in only_elsewhere(asset, says(asset), siblings, must_knows):
        elsewhere.append(one)
        if len(elsewhere) == _LOOKED_AT:
            break
    titles = {one.text: one.title for one in elsewhere}
    for message in known:
        fitting = [text for text in titles if _SHORTER <= len(text) / len(message.text) <= _LONGER]
        wrong = distinct(fitting, unlike=message.text, limit=_DISTRACTORS)
        if len(wrong) < _DISTRACTORS:
            continue
        if gives_itself_away(message.text, wrong, beside=asset.title):
            continue
        yield single_choice(
            kind=NAME,
            bloom=BLOOM,
            asset=asset,
            fact=message.text,
            stem=phrase("What must everyone know who uses “{title}”?", title=asset.title),
            key=message.text,
            distractors=wrong,
            rationale=guided(asset.title, message.text),
            objective="Tell which message a piece carries.",
            source=message.span,
            tests=message.tests,
            feedback={
                text: phrase("That goes with “{title}”.", title=titles[text]) for text in wrong
            },
        )
