"""People in their situations are matched with the piece to use."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from enablekit.extend.matching import MOST, Pair, matching, tells
from enablekit.extend.said_by_piece import telling
from enablekit.model.phrase import phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.siblings import Siblings
    from enablekit.model.asset import Asset
    from enablekit.model.item import Item
    from enablekit.model.library import Library
    from enablekit.model.span import Span

NAME = "situation-matching"
BLOOM = "apply"

_SAME_SITUATION = 0.34  # of a situation's telling words stand in another piece's


class _Situation(NamedTuple):
    """When a piece is used with somebody."""

    piece: Asset
    prompt: str
    span: Span


def candidates(asset: Asset, library: Library, siblings: Siblings) -> Iterator[Item]:
    """
    Make one item where each situation calls for exactly one of the pieces.

    Pieces that answer the same pain, or whose situations are told in the same words, are never
    offered together.
    """
    names = {one.id: one.name for one in library.vocabulary.personas if one.known and one.name}
    pieces = _apart(asset, siblings)
    if len(pieces) <= _FEWEST_OTHERS:
        return
    *asked, left = pieces
    titles = [one.title for one in pieces]
    found = [_situation(one, pieces, titles, names) for one in asked]
    if found[0] is None:
        return
    item = matching(
        kind=NAME,
        bloom=BLOOM,
        asset=asset,
        stem=phrase("Which piece do you use in which situation?"),
        pairs=[Pair(one.prompt, one.piece.title) for one in found if one],
        decoy=left.title,
        rationale=phrase("“{title}”: {situation}", title=asset.title, situation=found[0].prompt),
        objective=phrase("Choose a piece for a person and a moment."),
        source=found[0].span,
    )
    if item is not None:
        yield item


_FEWEST_OTHERS = 3  # pairs; one more piece is the decoy


def _apart(asset: Asset, siblings: Siblings) -> list[Asset]:
    """Return the piece and up to four around it that answer other pains than all the others."""
    chosen, pains = [asset], _pains(asset)
    for other in siblings.near(asset):
        if _pains(other) and pains.isdisjoint(_pains(other)) and other.guidance.use_with:
            chosen.append(other)
            pains |= _pains(other)
        if len(chosen) == MOST + 1:
            break
    return chosen


def _situation(
    piece: Asset, pieces: list[Asset], titles: list[str], names: dict[str, str]
) -> _Situation | None:
    """Return the first situation of a piece that is told apart from those of all others."""
    others = [telling(text) for other in pieces if other is not piece for text in _whens(other)]
    for use in piece.guidance.use_with:
        roots = telling(use.when)
        if use.persona not in names or not roots or tells(Pair(use.when, piece.title), titles):
            continue
        if any(len(roots & other) >= _SAME_SITUATION * len(roots) for other in others):
            continue
        return _Situation(piece, f"{names[use.persona]}: {use.when}", use.span)
    return None


def _whens(piece: Asset) -> Iterator[str]:
    """Yield when a piece is used, in all the ways its guidance says so."""
    guidance = piece.guidance
    yield from (one.when for one in guidance.use_with)
    yield from (one.text for one in guidance.trigger)
    yield from (one.words for one in guidance.pains)


def _pains(piece: Asset) -> set[str]:
    return {one.pain for one in piece.guidance.pains}
