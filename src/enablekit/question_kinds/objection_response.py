"""A buyer objects, and the learner picks the answer the guide gives."""

from __future__ import annotations

import re
from itertools import permutations
from typing import TYPE_CHECKING

from enablekit.extend.echo import echoes
from enablekit.extend.guided_claims import matter, repeated_figure
from enablekit.extend.item_making import distinct, likeness, single_choice
from enablekit.extend.said_by_piece import telling
from enablekit.extend.standing_alone import stands_alone
from enablekit.model.phrase import phrase, sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.siblings import Siblings
    from enablekit.model.asset import Asset
    from enablekit.model.guidance_entries import Objection
    from enablekit.model.item import Item
    from enablekit.model.library import Library
    from enablekit.model.phrase import Phrase

NAME = "objection-response"
BLOOM = "apply"

_DISTRACTORS = 2
# A key much longer than its distractors gives itself away (Pham et al. 2018: 'longest is
# correct' raises scores); the bounds are those of rule Q05 in both directions.
_SHORTEST, _LONGEST = 0.65, 1.5
_LONG_ENOUGH, _SHORT_ENOUGH = 0.85, 1.2  # for the longest, and for the shortest of them
_ON_TOPIC = 0.5  # of the telling words of another piece's answer are used in this one
_LOOKED_AT = 8  # answers of other pieces
_TAKEN_UP = 2  # telling words of a concern: the answer may well meet it, too
# “Two yeses out of three” and “either way” answer a question.
_TAKES_UP = re.compile(
    r"^(?:yes|no|either)\b|\byes(?:es)?\b|\b(?:out of|of the|of those) (?:two|three|four)\b",
    re.IGNORECASE,
)

# Openings that answer what was just said, whatever it was.
_GOES_ON = re.compile(
    r"(?:fine|fair|right|true|sure|agreed|then|there (?:is|are)|you|the (?:company|page|file))\b",
    re.IGNORECASE,
)

# Nobody talks with a buyer about a card that is for the rep alone.
NEVER_SHOWN = frozenset({"battlecard"})


def candidates(asset: Asset, library: Library, siblings: Siblings) -> Iterator[Item]:  # noqa: ARG001 - a kind's contract
    """
    Make an item of each answered objection; distractors answer other objections.

    At least one of them is from the same piece: answers of other pieces alone are ruled out by
    what they are about. One of another piece shares a word with the key or the concern behind it.
    """
    own = _answered(asset)
    if len(own) < _DISTRACTORS:
        return
    elsewhere = [one for sibling in siblings.near(asset) for one in _answered(sibling)]
    said = siblings.says(asset)
    around = [
        one
        for one in elsewhere
        if said.nearness(one.respond) >= _ON_TOPIC and said.knows_names_of(one.respond)
    ]
    for objection in own:
        if not stands_alone(objection.respond) and not _follows_clarifying(objection):
            continue
        if asset.type in NEVER_SHOWN and _follows_clarifying(objection):
            continue
        stem = _stem(objection, asset)
        wrong = _two_wrong(objection, stem, own, around)
        if not wrong:
            continue
        yield single_choice(
            kind=NAME,
            bloom=BLOOM,
            asset=asset,
            fact=objection.they_say,
            stem=stem,
            key=objection.respond,
            distractors=wrong,
            rationale=_rationale(objection),
            objective=phrase(
                "Answer an objection with the reply that meets the concern behind it."
            ),
            source=objection.span,
            feedback={text: _answers(text, [*own, *elsewhere]) for text in wrong},
        )


def _two_wrong(
    objection: Objection, stem: str, own: list[Objection], around: list[Objection]
) -> tuple[str, ...]:
    """Return two answers that stand well beside the right one, the first from the same piece."""
    here = _wrong_answers(objection, own)
    meant = matter(f"{objection.respond} {objection.means}")
    there = [text for text in _wrong_answers(objection, around) if matter(text) & meant]
    beside = f"{stem} {objection.means}"
    pairs = permutations([*here, *there[:_LOOKED_AT]], _DISTRACTORS)
    return next(
        (
            pair
            for pair in pairs
            if pair[0] in here and _fit(pair, objection.respond, beside=beside)
        ),
        (),
    )


def _answered(asset: Asset) -> list[Objection]:
    return [one for one in asset.guidance.objections if one.they_say and one.respond]


def _stem(objection: Objection, asset: Asset) -> Phrase:
    """Name the piece, which tells whom an answer speaks of; ask first where the answer needs it."""
    if asset.type in NEVER_SHOWN:
        return phrase("The buyer says: “{words}” Which answer fits?", words=objection.they_say)
    if _follows_clarifying(objection):
        return phrase(
            "Talking about “{title}”, the buyer says: “{words}” You ask: “{question}” Which answer "
            "fits?",
            title=asset.title,
            words=objection.they_say,
            question=objection.clarify,
        )
    return phrase(
        "Talking about “{title}”, the buyer says: “{words}” Which answer fits?",
        title=asset.title,
        words=objection.they_say,
    )


def _follows_clarifying(objection: Objection) -> bool:
    """Tell whether an answer takes up what the buyer was asked before."""
    return bool(objection.clarify) and _TAKES_UP.search(objection.respond) is not None


def _fit(pair: tuple[str, ...], key: str, *, beside: str) -> bool:
    """Tell whether two answers can stand beside the key without telling it."""
    lengths = [len(text) / len(key) for text in pair]
    return (
        max(lengths) >= _LONG_ENOUGH
        and min(lengths) <= _SHORT_ENOUGH
        and len(distinct(pair, unlike=key, limit=_DISTRACTORS)) == _DISTRACTORS
        and not echoes(beside, key, pair)
        and not repeated_figure([key, *pair])
    )


def _wrong_answers(objection: Objection, others: list[Objection]) -> list[str]:
    """
    Order answers to clearly different objections by how close they are in length to the key.

    An answer that leans on what was said before makes no sense under another objection, and gives
    itself away by that; and so does one that takes up a question.
    """
    length = len(objection.respond)
    fitting = [
        other.respond
        for other in others
        if other.they_say != objection.they_say
        and likeness(other.they_say, objection.they_say) < _SAME_CONCERN
        and not _meets_the_same(other, objection)
        and stands_alone(other.respond)
        and not _TAKES_UP.search(other.respond)
        and not _GOES_ON.match(other.respond)
        and _SHORTEST <= len(other.respond) / length <= _LONGEST
    ]
    return sorted(dict.fromkeys(fitting), key=lambda text: (abs(len(text) - length), text))


def _meets_the_same(other: Objection, objection: Objection) -> bool:
    """Tell whether an answer to another objection takes up what this one says or means."""
    concern = telling(f"{objection.they_say} {objection.means}")
    return len(concern & telling(other.respond)) >= _TAKEN_UP


_SAME_CONCERN = 0.4


def _answers(respond: str, objections: list[Objection]) -> str:
    """Say which objection a wrong answer would have been right for."""
    met = next(one.they_say for one in objections if one.respond == respond)
    return phrase("That answers “{objection}”", objection=met)


def _rationale(objection: Objection) -> str:
    """Say what is behind the objection and how to go on; the answer itself stands above."""
    parts = (
        (objection.means, phrase("Behind it: {means}", means=objection.means)),
        (objection.confirm, phrase("Then confirm: “{words}”", words=objection.confirm)),
        (objection.do_not_say, phrase("Never say: “{words}”", words=objection.do_not_say)),
    )
    said = sentences(*(part for words, part in parts if words))
    return said or phrase("The guide answers: “{answer}”", answer=objection.respond)
