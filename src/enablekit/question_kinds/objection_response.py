"""A buyer objects, and the learner picks the answer the guide gives."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from enablekit.extend.item_making import (
    covering,
    distinct,
    gives_itself_away,
    likeness,
    single_choice,
)
from enablekit.model.phrase import phrase, sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.siblings import Siblings
    from enablekit.model.asset import Asset
    from enablekit.model.guidance_entries import Objection
    from enablekit.model.item import Item
    from enablekit.model.library import Library

NAME = "objection-response"
BLOOM = "apply"

_DISTRACTORS = 2
# A key much longer than its distractors gives itself away (Pham et al. 2018: 'longest is
# correct' raises scores); the bounds are those of rule Q05 in both directions.
_SHORTEST, _LONGEST = 0.75, 1.34
_LEANING = re.compile(r"(?:it|there|here|that|this|these|those|both|they|he|she)\b", re.IGNORECASE)


def candidates(asset: Asset, library: Library, siblings: Siblings) -> Iterator[Item]:  # noqa: ARG001 - a kind's contract
    """Make an item of each answered objection; distractors answer other objections."""
    own = [one for one in asset.guidance.objections if one.they_say and one.respond]
    elsewhere = [
        one
        for sibling in siblings.near(asset)
        for one in sibling.guidance.objections
        if one.they_say and one.respond
    ]
    for objection in asset.guidance.objections:
        if not objection.they_say or not objection.respond:
            continue
        answers = [*_wrong_answers(objection, own), *_wrong_answers(objection, elsewhere)]
        wrong = distinct(
            covering(answers, objection.respond, beside=objection.they_say),
            unlike=objection.respond,
            limit=_DISTRACTORS,
        )
        if len(wrong) < _DISTRACTORS or gives_itself_away(
            objection.respond, wrong, beside=objection.they_say
        ):
            continue
        yield single_choice(
            kind=NAME,
            bloom=BLOOM,
            asset=asset,
            fact=objection.they_say,
            stem=phrase("The buyer says: “{words}” Which answer fits?", words=objection.they_say),
            key=objection.respond,
            distractors=wrong,
            rationale=_rationale(objection),
            objective=phrase(
                "Answer an objection with the reply that meets the concern behind it."
            ),
            source=objection.span,
            feedback={text: _answers(text, [*own, *elsewhere]) for text in wrong},
        )


def _wrong_answers(objection: Objection, others: list[Objection]) -> list[str]:
    """
    Order answers to clearly different objections by how close they are in length to the key.

    An answer that opens with a pronoun makes no sense under another objection, and gives itself
    away by that.
    """
    length = len(objection.respond)
    fitting = [
        other.respond
        for other in others
        if likeness(other.they_say, objection.they_say) < _SAME_CONCERN
        and not _LEANING.match(other.respond)
        and _SHORTEST <= len(other.respond) / length <= _LONGEST
    ]
    return sorted(dict.fromkeys(fitting), key=lambda text: (abs(len(text) - length), text))


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
