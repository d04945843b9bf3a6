"""Claims of several pieces stand side by side, and the learner picks the one this piece makes."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from enablekit.extend.item_making import (
    content_words,
    content_words_of_all,
    distinct,
    drawn_from_text,
    gives_itself_away,
    likeness,
    words,
)
from enablekit.extend.said_by_piece import names_in
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

_DISTRACTORS = 2
_LOOKED_AT = 12  # other pieces
_MOST = 2  # of an asset: one after the other they become a memory game
_FEWEST_WORDS, _MOST_WORDS = 7, 25
_SHORTER, _LONGER = 0.75, 1.34  # of the right claim's length, so that length tells nothing
_SAME_CLAIM = 0.3
_SAID_EVERYWHERE = 0.6  # what a company says of itself in every piece says nothing about this one
_LEANING = re.compile(
    r"(?:it|this|that|these|those|they|he|she|you|here|there|and|but|so|also|however)\b",
    re.IGNORECASE,
)
# Shares of a claim's words that this piece uses, too: below, the topic alone rules the claim out;
# above, this piece may well say the same.
_OFF_TOPIC, _SAID_HERE = 0.35, 0.7


def candidates(asset: Asset, library: Library, siblings: Siblings) -> Iterator[Item]:  # noqa: ARG001 - a kind's contract
    """Make up to two items of claims that claims of other pieces can stand beside."""
    own = _claims(asset)
    text = content_words_of_all(block.text for block in asset.body.blocks)
    near = {
        one.text: (one, other.title)
        # Read by a trainer, claims of pieces on other topics were ruled out by their topic alone.
        for other in siblings.on_the_same_topics(asset, _LOOKED_AT)
        for one in _claims(other)
    }
    sources = {
        said: title
        for said, (one, title) in near.items()
        if _is_near_and_wrong(one, own, text) and content_words(said) & content_words(title) <= text
    }
    said_near = [words(text) for text in near]
    made = 0
    for claim in own:
        if _stands_in(words(claim.text), said_near):
            continue
        fitting = [one for one in sources if _SHORTER <= len(one) / len(claim.text) <= _LONGER]
        wrong = distinct(fitting, unlike=claim.text, limit=_DISTRACTORS)
        if len(wrong) < _DISTRACTORS or gives_itself_away(claim.text, wrong, beside=asset.title):
            continue
        yield drawn_from_text(
            kind=NAME,
            bloom=BLOOM,
            asset=asset,
            fact=claim.text,
            stem=phrase("Which of these does “{title}” say?", title=asset.title),
            key=claim.text,
            distractors=wrong,
            objective=phrase("Tell what the piece claims from what it does not."),
            quoted=claim,
            feedback={text: phrase("“{title}” says so.", title=sources[text]) for text in wrong},
        )
        made += 1
        if made == _MOST:
            return


def _claims(asset: Asset) -> list[Drawn]:
    """Return what the text claims in so many words, figures first: they are nobody else's."""
    found = {one.text: one for one in (*asset.evidence.statistics, *asset.evidence.key_sentences)}
    return [one for one in found.values() if _fits(one.text)]


# Every piece is asked for its claims again by each of those near it.
@functools.lru_cache(maxsize=1 << 14)
def _fits(text: str) -> bool:
    return _FEWEST_WORDS <= len(text.split()) <= _MOST_WORDS and not _LEANING.match(text)


def _stands_in(claim: frozenset[str], said: list[frozenset[str]]) -> bool:
    """Tell whether texts near a piece say as good as the same as a claim, by `likeness`."""
    # Written out, because a thousand pairs of claims are compared for every piece.
    length = len(claim)
    for other in said:
        shared = len(claim & other)
        together = length + len(other) - shared
        if not together or shared / together >= _SAID_EVERYWHERE:
            return True
    return False


def _is_near_and_wrong(claim: Drawn, own: list[Drawn], text: frozenset[str]) -> bool:
    """Tell whether another piece's claim is about what this piece is about, and not made here."""
    carrying = content_words(claim.text)
    covered = len(carrying & text) / len(carrying) if carrying else 1.0
    return (
        _OFF_TOPIC <= covered <= _SAID_HERE
        and names_in(claim.text) <= text
        and all(likeness(claim.text, one.text) < _SAME_CLAIM for one in own)
    )
