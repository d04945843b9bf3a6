"""A buyer objects, and the learner picks the answer the guide gives."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from enablekit.extend.echo import echoes
from enablekit.extend.guided_claims import matter, repeated_figure
from enablekit.extend.item_making import distinct, likeness, single_choice, stems
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
# correct' raises scores); the first bound is that of rule Q05.
_LONG_ENOUGH = 0.8  # for the longest
_SHORTEST, _LONGEST = 0.4, 1.6  # of the key's length, for any of them
_FEWEST_WORDS = 3
_LOOKED_AT = 12  # wrong answers of other objections
_TAKEN_UP = 2  # telling words of a concern: the answer may well meet it, too
_FEWEST_TELLING = 3  # words, in the first sentence of an answer that is cut to it
# “The ledger hides effort.” leads up to the answer that follows.
_REMARK = re.compile(r"(?:a|an|the)\b", re.IGNORECASE)
_FEWEST_OF_AN_ANSWER = 8  # words, of a sentence that opens like such a remark
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
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
    Make an item of each answered objection of which the guide says what never to answer.

    That line is on the subject and authored as wrong, which answers to other objections are not:
    those are ruled out by what they are about. The other wrong answer is one that shares a telling
    word with what the buyer says, or a line never to say under another objection. Both are of the
    same piece: lines never to say about others tempted none of the readers.
    """
    own = _answered(asset)
    for objection in own:
        if not _is_line(objection.do_not_say):
            continue
        if not stands_alone(objection.respond) and not _follows_clarifying(objection):
            continue
        if asset.type in NEVER_SHOWN and _follows_clarifying(objection):
            continue
        stem = _stem(objection, asset)
        key, other = _answers(objection, stem, own)
        if not key:
            continue
        yield single_choice(
            kind=NAME,
            bloom=BLOOM,
            asset=asset,
            fact=objection.they_say,
            stem=stem,
            key=key,
            distractors=(objection.do_not_say, other),
            rationale=_rationale(objection, key),
            objective=phrase(
                "Answer an objection with the reply that meets the concern behind it."
            ),
            source=objection.span,
            feedback={
                objection.do_not_say: phrase("The guide says never to say that."),
                other: _why_wrong(other, own),
            },
        )


def _answers(objection: Objection, stem: str, own: list[Objection]) -> tuple[str, str]:
    """Return the right answer, whole or its first sentence, and a second wrong one beside it."""
    others = list(islice(_wrong_answers(objection, own), _LOOKED_AT))
    beside = f"{stem} {objection.means}"
    for other in others:
        for key in _cuts(objection.respond):
            if _fit((objection.do_not_say, other), key, beside=beside):
                return key, other
    return "", ""


def _cuts(respond: str) -> tuple[str, ...]:
    """Return an answer whole, and its first sentence where that says something by itself."""
    first, *rest = _SENTENCE_END.split(respond)
    is_remark = _REMARK.match(first) and len(first.split()) < _FEWEST_OF_AN_ANSWER
    if rest and not is_remark and len(telling(first)) >= _FEWEST_TELLING and stands_alone(first):
        return (respond, first)
    return (respond,)


def _answered(asset: Asset) -> list[Objection]:
    return [one for one in asset.guidance.objections if one.they_say and one.respond]


def _is_line(text: str) -> bool:
    """Tell whether a line never to say could be taken for an answer."""
    return len(text.split()) >= _FEWEST_WORDS and not _TAKES_UP.search(text)


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


def _fit(pair: tuple[str, str], key: str, *, beside: str) -> bool:
    """Tell whether two answers can stand beside the key without telling it."""
    lengths = [len(text) / len(key) for text in pair]
    return (
        _LONG_ENOUGH <= max(lengths) <= _LONGEST
        and min(lengths) >= _SHORTEST
        and len(distinct(pair, unlike=key, limit=_DISTRACTORS)) == _DISTRACTORS
        and not echoes(beside, key, pair)
        and not repeated_figure([key, *pair])
    )


def _wrong_answers(objection: Objection, own: list[Objection]) -> Iterator[str]:
    """
    Yield wrong answers from other objections: those to what is near first, then lines never to say.

    All are of the same piece: an answer of another may well be right here, too.
    An answer that leans on what was said before makes no sense under another objection, and gives
    itself away by that; and so does one that takes up a question.
    """
    concern = matter(f"{objection.they_say} {objection.means}")
    said = matter(objection.they_say)
    others = [
        one
        for one in own
        if one.they_say != objection.they_say
        and likeness(one.they_say, objection.they_say) < _SAME_CONCERN
    ]
    for one in others:
        for text in _cuts(one.respond):
            if (
                0 < len(concern & telling(text)) < _TAKEN_UP
                and said & telling(text)
                and stems(objection.they_say) & stems(text)
                and stands_alone(text)
                and not _TAKES_UP.search(text)
                and not _GOES_ON.match(text)
            ):
                yield text
    lines = [
        (-len(concern & telling(one.do_not_say)), one.do_not_say)
        for one in others
        if _is_line(one.do_not_say) and one.do_not_say != objection.do_not_say
    ]
    # One that touches nothing of the concern is ruled out unread.
    yield from (text for near, text in sorted(lines) if near)


_SAME_CONCERN = 0.4


def _why_wrong(text: str, objections: list[Objection]) -> str:
    """Say what the guide says of a wrong answer."""
    if any(one.do_not_say == text for one in objections):
        return phrase("The guide says never to say that.")
    met = next(one.they_say for one in objections if text in _cuts(one.respond))
    return phrase("That answers “{objection}”", objection=met)


def _rationale(objection: Objection, key: str) -> str:
    """Say what is behind the objection, how the answer goes on where it was cut, and what next."""
    rest = objection.respond[len(key) :].strip()
    parts = (
        (objection.means, phrase("Behind it: {means}", means=objection.means)),
        (rest, phrase("The guide answers: “{answer}”", answer=objection.respond)),
        (objection.confirm, phrase("Then confirm: “{words}”", words=objection.confirm)),
        (objection.do_not_say, phrase("Never say: “{words}”", words=objection.do_not_say)),
    )
    return sentences(*(part for words, part in parts if words))
