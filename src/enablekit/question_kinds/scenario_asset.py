"""Somebody says what hurts, and the learner picks the asset to reach for."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from enablekit.extend.echo import echoes
from enablekit.extend.format_words import names_format
from enablekit.extend.guidance_texts import texts
from enablekit.extend.guided_claims import matter
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
    from enablekit.model.phrase import Phrase
    from enablekit.model.vocabulary import Vocabulary

NAME = "scenario-asset"
BLOOM = "apply"

_DISTRACTORS = 2
_SPOKEN_OF = 0.45  # of the telling words of a buyer's sentence stand in one passage
_FEWEST_TIES = 2  # telling words of a buyer's sentence in the guidance, besides that sentence
_LENT = 2  # situations in which a piece is offered as wrong
_NO_USE = frozenset({"check", "pulse", "pains"})
# Words that lead nowhere: whoever it is about, and whenever it is.
_EMPTY = telling(
    "monday tuesday wednesday thursday friday saturday sunday still never another could tell nobody"
    " everybody everyone else want wants need needs ones one doesn every last without team people"
    " spend wants believes two three twelve other same just know knows thing things"
)
_FEWEST_TELLING = 3  # words; fewer may stand anywhere
# A battlecard is for the rep alone and waits until a rival is named; no pain calls for it. A deck
# is for a meeting that somebody has agreed to, and then for almost any pain.
_NEVER_REACHED_FOR = frozenset({"battlecard", "deck"})


def candidates(asset: Asset, library: Library, siblings: Siblings) -> Iterator[Item]:
    """
    Make an item of each pain whose words lead to this asset and to no other that tempts.

    Distractors answer other pains of the same persona or stage, and share a topic or a telling word
    with what the buyer says. A piece listed under the same pain would be right, too, whatever
    persona or stage it is for.
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
    others = {other.title: other for other in _tempting(asset, words, siblings, library)}
    wrong = distinct(
        covering(others, asset.title, beside=words), unlike=asset.title, limit=_DISTRACTORS
    )
    if (
        len(wrong) < _DISTRACTORS
        or echoes(words, asset.title, wrong)
        or names_format(words, asset, [others[title] for title in wrong])
    ):
        return None
    return single_choice(
        kind=NAME,
        bloom=BLOOM,
        asset=asset,
        fact=met.pain,
        stem=_stem(words, _person(asset, library)),
        key=asset.title,
        distractors=wrong,
        rationale=_is_for(asset.title, met.pain, library),
        objective=phrase("Choose the right piece for what a buyer says."),
        source=met.span,
        feedback={
            title: _is_for(title, others[title].guidance.pains[0].pain, library) for title in wrong
        },
    )


def _stem(words: str, person: str) -> Phrase:
    if person:
        return phrase(
            "A buyer ({person}) says: “{words}” Which of these do you reach for?",
            person=person,
            words=words,
        )
    return phrase("A buyer says: “{words}” Which of these do you reach for?", words=words)


def _person(asset: Asset, library: Library) -> str:
    """Return who says it, where the guidance has the piece for one person alone."""
    personas = {use.persona for use in asset.guidance.use_with}
    known = {one.id: one.name for one in library.vocabulary.personas if one.known}
    return known.get(next(iter(personas)), "") if len(personas) == 1 else ""


def _tempting(asset: Asset, words: str, siblings: Siblings, library: Library) -> list[Asset]:
    """Return the pieces for neighbouring pains that lend themselves here, nearest first."""
    found = [
        other
        for other in siblings.near(asset)
        if (asset.id, words)
        in siblings.remembered("lends to", other, lambda piece: _lends_to(piece, siblings, library))
    ]
    return sorted(found, key=lambda other: _nearness(other, asset, words))


def _lends_to(other: Asset, siblings: Siblings, library: Library) -> frozenset[tuple[str, str]]:
    """
    Return the situations in which a piece is offered as wrong: the two that it is nearest to.

    A piece that is wrong everywhere is known to be wrong. Among equals a hash decides, so that the
    same pieces always give the same items.
    """
    found = []
    for piece in siblings.near(other):
        if piece.type in _NEVER_REACHED_FOR:
            continue
        for met in piece.guidance.pains:
            words = met.words or _says(met.pain, library.vocabulary)
            if words and _can_tempt(other, piece, met.pain, words, siblings, library):
                digest = hashlib.sha256(f"{other.id}\n{words}".encode()).hexdigest()
                found.append((_nearness(other, piece, words), digest, (piece.id, words)))
    return frozenset(situation for _, _, situation in sorted(found)[:_LENT])


def _can_tempt(
    other: Asset, asset: Asset, pain: str, words: str, siblings: Siblings, library: Library
) -> bool:
    """
    Tell whether a piece is wrong, and near in whom it is for and in what it is about.

    The words lead to the right piece: more of them stand in its guidance, besides the buyer's own
    sentences, than in all of the other's.
    """
    people = {use.persona for use in asset.guidance.use_with}
    is_near = any(use.persona in people for use in other.guidance.use_with) or bool(
        set(asset.guidance.stages) & set(other.guidance.stages)
    )
    if not is_near or not _is_wrong(other, pain) or _leads_to(asset, other, library):
        return False
    if not set(asset.topics) & set(other.topics) and not _touches(other, words):
        return False
    told = _subject(words)
    tied = len(told & siblings.remembered("guidance", asset, _roots))
    elsewhere = siblings.remembered("guidance", other, _roots) | telling(_pains_of(other))
    if tied < _FEWEST_TIES or len(told & elsewhere) >= tied:
        return False
    ways = _ways(pain, words, (asset, *siblings.near(asset)), library)
    return not _speaks_of(siblings.says(other), ways)


def _subject(words: str) -> frozenset[str]:
    """Return the telling words of a sentence that say what it is about: no weekdays or numbers."""
    return matter(words) - _EMPTY


def _touches(other: Asset, words: str) -> int:
    """Return how many telling words of a buyer's sentence stand in what a piece is for."""
    return len(telling(f"{other.title} {_pains_of(other)}") & _subject(words))


def _pains_of(asset: Asset) -> str:
    return " ".join(met.words for met in asset.guidance.pains)


def _roots(asset: Asset) -> frozenset[str]:
    """Return the telling words of a piece's guidance, without those that buyers say of the pain."""
    return telling(asset.title).union(
        *(telling(one.text) for one in texts(asset) if one.part not in _NO_USE)
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


def _nearness(other: Asset, asset: Asset, words: str) -> tuple[int, str]:
    """Order by how much a piece shares with the words and with the key: near misses teach more."""
    personas = {use.persona for use in asset.guidance.use_with}
    same = sum(use.persona in personas for use in other.guidance.use_with)
    same += len(set(asset.guidance.stages).intersection(other.guidance.stages))
    same += len(set(asset.topics).intersection(other.topics))
    return (-same - 2 * _touches(other, words), other.id)


def _is_for(title: str, pain: str, library: Library) -> str:
    """Say what a piece is for, so that a wrong answer teaches, too."""
    names = {term.id: term.name for term in library.vocabulary.pains}
    return phrase("“{title}” is for “{pain}”.", title=title, pain=names.get(pain, pain))


def _says(pain: str, vocabulary: Vocabulary) -> str:
    return next((one.says for one in vocabulary.pains if one.id == pain), "")
