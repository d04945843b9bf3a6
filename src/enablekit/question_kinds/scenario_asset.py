"""Somebody says what hurts, and the learner picks the asset to reach for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.extend.echo import echoes
from enablekit.extend.item_making import (
    covering,
    distinct,
    normalised,
    single_choice,
)
from enablekit.extend.said_by_piece import telling
from enablekit.model.phrase import phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.said_by_piece import Says
    from enablekit.extend.siblings import Siblings
    from enablekit.model.asset import Asset
    from enablekit.model.guidance_entries import PainMet
    from enablekit.model.item import Item
    from enablekit.model.library import Library
    from enablekit.model.vocabulary import Vocabulary

NAME = "scenario-asset"
BLOOM = "apply"

_DISTRACTORS = 2
_SPOKEN_OF = 0.45  # of the telling words of a buyer's sentence stand in one passage
_FEWEST_TELLING = 3  # words; fewer may stand anywhere
# A battlecard is for the rep alone and waits until a rival is named; no pain calls for it. A deck
# is for a meeting that somebody has agreed to, and then for almost any pain.
_NEVER_REACHED_FOR = frozenset({"battlecard", "deck"})


def candidates(asset: Asset, library: Library, siblings: Siblings) -> Iterator[Item]:
    """
    Make one item of each pain the asset answers, in the buyer's words.

    Distractors answer other pains. A piece listed under the same pain would be right, too,
    whatever persona or stage it is for.
    """
    if asset.type in _NEVER_REACHED_FOR:
        return
    asked: set[str] = set()
    for met in asset.guidance.pains:
        words = met.words or _says(met.pain, library.vocabulary)
        if not words or normalised(words) in asked:
            continue
        asked.add(normalised(words))
        item = _item(asset, met, words, siblings, library)
        if item is not None:
            yield item


def _item(
    asset: Asset, met: PainMet, words: str, siblings: Siblings, library: Library
) -> Item | None:
    ways = _ways(met.pain, words, (asset, *siblings.near(asset)), library)
    others = {
        other.title: other
        for other in siblings.near(asset)
        if _is_wrong(other, met.pain)
        and not _leads_to(asset, other, library)
        and not _speaks_of(siblings.says(other), ways)
    }
    nearest = sorted(others, key=lambda title: _nearness(others[title], asset))
    wrong = distinct(
        covering(nearest, asset.title, beside=words), unlike=asset.title, limit=_DISTRACTORS
    )
    if len(wrong) < _DISTRACTORS or echoes(words, asset.title, wrong):
        return None
    return single_choice(
        kind=NAME,
        bloom=BLOOM,
        asset=asset,
        fact=met.pain,
        stem=phrase("A buyer says: “{words}” Which of these do you reach for?", words=words),
        key=asset.title,
        distractors=wrong,
        rationale=_is_for(asset.title, met.pain, library),
        objective=phrase("Choose the right piece for what a buyer says."),
        source=met.span,
        feedback={
            title: _is_for(title, others[title].guidance.pains[0].pain, library) for title in wrong
        },
    )


def _is_wrong(other: Asset, pain: str) -> bool:
    """Tell whether a piece is for buyers and for other pains than this one."""
    pains = {met.pain for met in other.guidance.pains}
    pains |= {question.leads_to for question in other.guidance.questions}
    return bool(other.guidance.pains) and pain not in pains and other.type not in _NEVER_REACHED_FOR


def _leads_to(asset: Asset, other: Asset, library: Library) -> bool:
    """Tell whether one piece names the other as what to use next: then either may be right."""
    followed = {one.id for one in library.successors.get(asset.id, ())}
    follows = {one.id for one in library.successors.get(other.id, ())}
    return other.id in followed or asset.id in follows


def _ways(pain: str, words: str, pieces: tuple[Asset, ...], library: Library) -> tuple[str, ...]:
    """Return all the words in which buyers say a pain, here and elsewhere."""
    told = (one.words for piece in pieces for one in piece.guidance.pains if one.pain == pain)
    return tuple(
        one
        for one in dict.fromkeys((words, _says(pain, library.vocabulary), *told))
        if len(telling(one)) >= _FEWEST_TELLING
    )


def _speaks_of(said: Says, ways: tuple[str, ...]) -> bool:
    """Tell whether a piece says a pain in any of these words, wherever it stands in it."""
    return any(said.may_state(one, at=_SPOKEN_OF) for one in ways)


def _nearness(other: Asset, asset: Asset) -> tuple[int, str]:
    """Order by how much a piece shares with the key: near misses teach more."""
    personas = {use.persona for use in asset.guidance.use_with}
    same = sum(use.persona in personas for use in other.guidance.use_with)
    same += len(set(asset.guidance.stages).intersection(other.guidance.stages))
    return (-same, other.id)


def _is_for(title: str, pain: str, library: Library) -> str:
    """Say what a piece is for, so that a wrong answer teaches, too."""
    names = {term.id: term.name for term in library.vocabulary.pains}
    return phrase("“{title}” is for “{pain}”.", title=title, pain=names.get(pain, pain))


def _says(pain: str, vocabulary: Vocabulary) -> str:
    return next((one.says for one in vocabulary.pains if one.id == pain), "")
