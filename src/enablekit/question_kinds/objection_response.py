"""A buyer objects, and the learner picks the answer the guide gives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.extend.item_making import distinct, likeness, single_choice

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
_SHORTEST, _LONGEST = 0.6, 1.8


def candidates(asset: Asset, library: Library, siblings: Siblings) -> Iterator[Item]:  # noqa: ARG001 - a kind's contract
    """Make an item of each answered objection; distractors answer other objections."""
    others = tuple(
        other
        for sibling in (asset, *siblings.near(asset))
        for other in sibling.guidance.objections
        if other.they_say and other.respond
    )
    for objection in asset.guidance.objections:
        if not objection.they_say or not objection.respond:
            continue
        wrong = distinct(_wrong_answers(objection, others), unlike=objection.respond, limit=2)
        if len(wrong) < _DISTRACTORS:
            continue
        yield single_choice(
            kind=NAME,
            bloom=BLOOM,
            asset=asset,
            fact=objection.they_say,
            stem=f"The buyer says: “{objection.they_say}” Which answer fits?",
            key=objection.respond,
            distractors=wrong,
            rationale=_rationale(objection),
            objective="Answer an objection with the reply that meets the concern behind it.",
            source=objection.span,
        )


def _wrong_answers(objection: Objection, others: tuple[Objection, ...]) -> list[str]:
    """Order answers to clearly different objections by how close they are in length to the key."""
    length = len(objection.respond)
    fitting = [
        other.respond
        for other in others
        if likeness(other.they_say, objection.they_say) < _SAME_CONCERN
        and _SHORTEST <= len(other.respond) / length <= _LONGEST
    ]
    return sorted(dict.fromkeys(fitting), key=lambda text: (abs(len(text) - length), text))


_SAME_CONCERN = 0.4


def _rationale(objection: Objection) -> str:
    behind = f"Behind it: {objection.means} " if objection.means else ""
    return f"{behind}The guide answers: “{objection.respond}”"
