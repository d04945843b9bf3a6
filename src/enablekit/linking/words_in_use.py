"""The vocabulary cut down to the words that visible assets use."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from enablekit.linking.resting import words_of
from enablekit.model.span import Span
from enablekit.model.vocabulary import (
    Claim,
    Pain,
    Person,
    Persona,
    Stage,
    Term,
    Vocabulary,
    name_from_id,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from enablekit.model.asset import Asset

Word = TypeVar("Word", bound=Term)


def vocabulary(assets: tuple[Asset, ...], known: Vocabulary) -> Vocabulary:
    """
    Return the words these assets use.

    Words the project defined keep its order and come first; words only seen in an asset follow
    in order of spelling, with a name made from their id and `known` False.
    """
    guidance = [asset.guidance for asset in assets]
    return Vocabulary(
        personas=_used(
            Persona,
            known.personas,
            [
                *(one.persona for each in guidance for one in each.use_with),
                *(one.persona for each in guidance for one in each.talk_track),
            ],
        ),
        stages=_used(Stage, known.stages, [one for each in guidance for one in each.stages]),
        pains=_used(
            Pain,
            known.pains,
            [
                *(one.pain for each in guidance for one in each.pains),
                *(one.leads_to for each in guidance for one in each.questions),
            ],
        ),
        topics=_used(Term, known.topics, [one for asset in assets for one in asset.topics]),
        products=_used(Term, known.products, [one for asset in assets for one in asset.products]),
        competitors=_used(
            Term, known.competitors, [one for asset in assets for one in asset.competitors]
        ),
        claims=_used(
            Claim,
            known.claims,
            [word for each in guidance for word in words_of(each, "claim")],
        ),
        people=_used(Person, known.people, [one for asset in assets for one in _people(asset)]),
    )


def _people(asset: Asset) -> tuple[str, ...]:
    named = asset.guidance.talk_to
    talk_to = (named.person,) if named else ()
    record = asset.guidance.verified
    checked_by = (record.by,) if record else ()
    return (asset.owner, asset.deputy, *asset.experts, *talk_to, *checked_by)


def _used(kind: type[Word], known: tuple[Word, ...], used: Iterable[str]) -> tuple[Word, ...]:
    words = {word for word in used if word}
    defined = tuple(term for term in known if term.id in words)
    missing = sorted(words - {term.id for term in known})
    seen = (
        kind(id=word, span=Span(path=""), known=False, name=name_from_id(word)) for word in missing
    )
    return (*defined, *seen)
