"""Buyers say what hurts, and the learner picks the one to reach for the asset with."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from enablekit.extend.echo import echoes
from enablekit.extend.format_words import asks_for_format
from enablekit.extend.guidance_texts import texts
from enablekit.extend.guided_claims import matter
from enablekit.extend.item_making import distinct, single_choice
from enablekit.extend.said_by_piece import telling
from enablekit.model.phrase import phrase

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

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
_SPOKEN_OF = 0.35  # of the telling words of a buyer's sentence stand in one passage
_FEWEST_TIES = 2  # telling words of a buyer's sentence in the guidance, besides that sentence
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
    Make an item of the first pain whose words lead to this asset; distractors are said of others.

    The buyers are the options and not the pieces: the title of the piece stands above its own
    check, where it would be the answer to every question for a piece. A sentence that the piece
    speaks of itself, or that a piece it leads to is for, may be right, too, and is not offered.
    """
    if asset.type in _NEVER_REACHED_FOR:
        return
    for met in asset.guidance.pains:
        words = met.words or _says(met.pain, library.vocabulary)
        item = _item(asset, met, words, siblings, library) if words else None
        if item is not None:
            yield item
            return  # the stem of another would be the same


def _item(
    asset: Asset, met: PainMet, words: str, siblings: Siblings, library: Library
) -> Item | None:
    ties = _ties(words, asset, siblings)
    if ties < _FEWEST_TIES:
        return None
    near = sorted(_others(asset, ties, siblings, library), key=lambda one: _nearness(one, asset))
    others = {said: (other, pain) for other, pain, said in reversed(near)}
    nearest = list(dict.fromkeys(said for _, _, said in near))
    wrong = distinct(nearest, unlike=words, limit=_DISTRACTORS)
    if len(wrong) < _DISTRACTORS or _gives_itself_away(asset, words, wrong):
        return None
    return single_choice(
        kind=NAME,
        bloom=BLOOM,
        asset=asset,
        fact=met.pain,
        stem=phrase(
            "Three buyers, and what each of them says. For which one is “{title}”?",
            title=asset.title,
        ),
        key=words,
        distractors=wrong,
        rationale=_is_for(asset.title, met.pain, library),
        objective=phrase("Choose the right piece for what a buyer says."),
        source=met.span,
        feedback={said: _is_for(others[said][0].title, others[said][1], library) for said in wrong},
    )


def _gives_itself_away(asset: Asset, words: str, wrong: tuple[str, ...]) -> bool:
    """Tell whether a word of the title, or one that asks for its format, is in the key alone."""
    if echoes(asset.title, words, wrong):
        return True
    return asks_for_format(words, asset) and not any(asks_for_format(one, asset) for one in wrong)


def _others(
    asset: Asset, ties: int, siblings: Siblings, library: Library
) -> Iterator[tuple[Asset, str, str]]:
    """Yield pieces for other pains of the same people, with each pain and how buyers say it."""
    mine = {met.pain for met in asset.guidance.pains}
    mine |= {question.leads_to for question in asset.guidance.questions}
    near = siblings.near(asset)
    told: dict[str, list[str]] = defaultdict(list)
    for met in (one for piece in (asset, *near) for one in piece.guidance.pains):
        told[met.pain].append(met.words)
    for other in near:
        if not _is_near(other, asset) or _leads_to(asset, other, library):
            continue
        for met in other.guidance.pains:
            words = met.words or _says(met.pain, library.vocabulary)
            if (
                words
                and met.pain not in mine
                and _ties(words, asset, siblings) < ties
                and not _speaks_of(
                    siblings.says(asset), _ways(met.pain, (words, *told[met.pain]), library)
                )
            ):
                yield other, met.pain, words


def _is_near(other: Asset, asset: Asset) -> bool:
    """Tell whether two pieces are for the same people, or help at the same step."""
    people = {use.persona for use in asset.guidance.use_with}
    return any(use.persona in people for use in other.guidance.use_with) or bool(
        set(asset.guidance.stages) & set(other.guidance.stages)
    )


def _ties(words: str, asset: Asset, siblings: Siblings) -> int:
    """Return how many telling words of a sentence stand in a piece's guidance besides its pains."""
    return len(_subject(words) & siblings.found_of(asset, _roots))


def _subject(words: str) -> frozenset[str]:
    """Return the telling words of a sentence that say what it is about: no weekdays or numbers."""
    return matter(words) - _EMPTY


def _roots(asset: Asset) -> frozenset[str]:
    """Return the telling words of a piece's guidance, without those that buyers say of the pain."""
    return telling(asset.title).union(
        *(telling(one.text) for one in texts(asset) if one.part not in _NO_USE)
    )


def _leads_to(asset: Asset, other: Asset, library: Library) -> bool:
    """Tell whether one piece names the other as what to use next: then either may be right."""
    followed = {one.id for one in library.successors.get(asset.id, ())}
    follows = {one.id for one in library.successors.get(other.id, ())}
    return other.id in followed or asset.id in follows


def _ways(pain: str, told: Iterable[str], library: Library) -> tuple[str, ...]:
    """Return all the words in which buyers say a pain, here and elsewhere."""
    return tuple(
        one
        for one in dict.fromkeys((*told, _says(pain, library.vocabulary)))
        if len(telling(one)) >= _FEWEST_TELLING
    )


def _speaks_of(said: Says, ways: tuple[str, ...]) -> bool:
    """Tell whether a piece says a pain in any of these words, wherever it stands in it."""
    return any(said.may_state(one, at=_SPOKEN_OF) for one in ways)


def _nearness(one: tuple[Asset, str, str], asset: Asset) -> tuple[int, str, str]:
    """Order by how much the other piece shares with this one: near misses teach more."""
    other, _, words = one
    personas = {use.persona for use in asset.guidance.use_with}
    same = sum(use.persona in personas for use in other.guidance.use_with)
    same += len(set(asset.guidance.stages).intersection(other.guidance.stages))
    same += len(set(asset.topics).intersection(other.topics))
    return (-same, other.id, words)


def _is_for(title: str, pain: str, library: Library) -> str:
    """Say what a piece is for, so that a wrong answer teaches, too."""
    names = {term.id: term.name for term in library.vocabulary.pains}
    return phrase("“{title}” is for “{pain}”.", title=title, pain=names.get(pain, pain))


def _says(pain: str, vocabulary: Vocabulary) -> str:
    return next((one.says for one in vocabulary.pains if one.id == pain), "")
