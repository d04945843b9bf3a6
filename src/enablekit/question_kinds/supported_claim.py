"""Sentences of several stories stand side by side, and the learner picks one of this story."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from enablekit.extend.confirmed import confirming
from enablekit.extend.guided_claims import Stated, beside, can_be_asked, stated
from enablekit.extend.item_making import drawn_from_text, likeness
from enablekit.extend.standing_alone import has_verb
from enablekit.extend.stories import is_story
from enablekit.model.phrase import phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.siblings import Siblings
    from enablekit.model.asset import Asset
    from enablekit.model.evidence import Drawn
    from enablekit.model.item import Item
    from enablekit.model.library import Library

NAME = "supported-claim"
BLOOM = "understand"

_LOOKED_AT = 12  # other pieces
_MOST = 1  # of an asset: one after the other they become a memory game
_FEWEST_WORDS, _MOST_WORDS = 7, 25
_SAID_EVERYWHERE = 0.6  # what a company says of itself in every piece says nothing about this one
_ON_TOPIC = 0.5  # of a claim's telling words are used by this piece; the topic rules others out


def candidates(asset: Asset, library: Library, siblings: Siblings) -> Iterator[Item]:  # noqa: ARG001 - a kind's contract
    """
    Make one item of a sentence that people confirmed, beside such sentences of other stories.

    Elsewhere the wrong answers would be true and sayable; what belongs to another customer is not.
    """
    own = _confirmed(asset)
    if not own:
        return
    near = _confirmed_near(asset, siblings)
    said = siblings.says(asset)
    sources = [
        one
        for one in near
        if said.nearness(one.text) >= _ON_TOPIC
        and said.knows_names_of(one.text)
        and not said.may_state(one.text)
    ]
    made = 0
    for claim in own:
        if any(likeness(claim.text, one.text) >= _SAID_EVERYWHERE for one in near):
            continue
        pair = beside(_as_stated(claim, asset.title), asset.title, sources)
        if not pair:
            continue
        wrong = [one.text for one in pair]
        yield drawn_from_text(
            kind=NAME,
            bloom=BLOOM,
            asset=asset,
            fact=claim.text,
            stem=phrase(
                "You are telling the story “{title}”. Which of these belongs to it?",
                title=asset.title,
            ),
            key=claim.text,
            distractors=wrong,
            objective=phrase("Tell what the piece claims from what it does not."),
            quoted=claim,
            feedback={one.text: phrase("“{title}” says so.", title=one.title) for one in pair},
        )
        made += 1
        if made == _MOST:
            return


def _confirmed_near(asset: Asset, siblings: Siblings) -> list[Stated]:
    """
    Return the confirmed claims of pieces on the same topics.

    Read by a trainer, claims of pieces on other topics were ruled out by their topic alone.
    """
    return [
        one
        for other in siblings.on_the_same_topics(asset, _LOOKED_AT)
        for one in siblings.found_of(other, _as_stated_by)
    ]


def _as_stated_by(asset: Asset) -> tuple[Stated, ...]:
    return tuple(_as_stated(one, asset.title) for one in _confirmed(asset))


def _confirmed(asset: Asset) -> list[Drawn]:
    """Return what the text claims and the guidance confirms."""
    stands = stated(asset) if is_story(asset) else ()
    return [one for one in _claims(asset) if confirming(one.text, stands)] if stands else []


def _claims(asset: Asset) -> list[Drawn]:
    """Return what the text claims in so many words, figures first: they are nobody else's."""
    found = {one.text: one for one in (*asset.evidence.statistics, *asset.evidence.key_sentences)}
    return [one for one in found.values() if _fits(one.text)]


# Every piece is asked for its claims again by each of those near it.
@functools.lru_cache(maxsize=1 << 14)
def _fits(text: str) -> bool:
    return (
        _FEWEST_WORDS <= len(text.split()) <= _MOST_WORDS and can_be_asked(text) and has_verb(text)
    )


def _as_stated(claim: Drawn, title: str) -> Stated:
    return Stated(claim.text, claim.span, title)
