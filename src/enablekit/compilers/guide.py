"""A library asset becomes its guide."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from enablekit.compilers.brief import brief
from enablekit.model.asset import Status
from enablekit.model.audience import Audience
from enablekit.model.evidence import Evidence
from enablekit.model.field import described
from enablekit.model.guidance import Guidance
from enablekit.model.guide import Guide, Likely, Missing, NamedPain, Neighbour
from enablekit.model.library import Badge
from enablekit.model.phrase import keys
from enablekit.model.vocabulary import Pain, Term

if TYPE_CHECKING:
    from collections.abc import Iterable

    from enablekit.config.project import Config
    from enablekit.extend.siblings import Siblings
    from enablekit.model.asset import Asset
    from enablekit.model.library import Library
    from enablekit.model.vocabulary import Person

Word = TypeVar("Word", bound=Term)

_NO_BADGE = Badge()
_OWNER = Missing(field="owner", question=keys("Who is accountable for this piece?"))
_ASK = {
    declared.name: field.ask or f"{field.doc.rstrip('.')}?"
    for declared, field in described(Guidance)
}


def compile_guide(asset: Asset, library: Library, config: Config, siblings: Siblings) -> Guide:
    """Compile the guide of one asset for the library's audience."""
    guidance = asset.guidance
    words = library.vocabulary
    kind = config.asset_type(asset.type)
    owner = _person(asset.owner, words.people)
    contact = _person(guidance.talk_to.person, words.people) if guidance.talk_to else owner
    missing = _missing(asset, kind.requires)
    inside = library.audience is Audience.INTERNAL
    following = _next(asset, library, config)
    if over(asset):
        # Figures of a piece out of use are the ones a rep must not quote.
        asset = replace(asset, evidence=Evidence(), drafts=Guidance())
    return Guide(
        asset=asset,
        type_label=kind.label,
        badge=library.badges.get(asset.id, _NO_BADGE),
        owner=owner,
        talk_to=contact,
        brief=brief(asset),
        personas=_terms((one.persona for one in guidance.use_with), words.personas),
        stages=_terms(guidance.stages, words.stages),
        pains=_pains(guidance, words.pains),
        topics=_terms(asset.topics, words.topics),
        products=_terms(asset.products, words.products),
        outline=asset.body.sections,
        next=following,
        likely_next=() if following or over(asset) else _likely(asset, library, config, siblings),
        replaced_by=_neighbour(library.replaced_by.get(asset.id, ""), "", library, config),
        replaces=_replaces(asset, library, config),
        missing=missing if inside else (),
        required=len(kind.requires) + 1 if inside else 0,
        filled=len(kind.requires) + 1 - len(missing) if inside else 0,
    )


def over(asset: Asset) -> bool:
    """Tell whether an asset is out of use."""
    return asset.status is Status.RETIRED or bool(asset.superseded_by)


def _missing(asset: Asset, requires: tuple[str, ...]) -> tuple[Missing, ...]:
    """List what the type requires and nobody wrote; a deck's own notes are its presenting."""
    if over(asset):
        return ()  # nobody is asked to complete what nobody should use
    empty = [name for name in requires if not getattr(asset.guidance, name)]
    questions = tuple(Missing(field=name, question=_ASK[name]) for name in empty)
    return questions if asset.owner else (*questions, _OWNER)


def _terms(ids: Iterable[str], words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return the named words in the vocabulary's order, each once."""
    wanted = set(ids)
    return tuple(term for term in words if term.id in wanted)


def _person(name: str, people: tuple[Person, ...]) -> Person | None:
    return next((one for one in people if one.id == name), None)


def _pains(guidance: Guidance, words: tuple[Pain, ...]) -> tuple[NamedPain, ...]:
    terms = {term.id: term for term in words}
    return tuple(
        NamedPain(term=terms[met.pain], words=met.words or terms[met.pain].says)
        for met in guidance.pains
        if met.pain in terms
    )


def _next(asset: Asset, library: Library, config: Config) -> tuple[Neighbour, ...]:
    following = library.successors.get(asset.id, ())
    found = (_neighbour(one.id, one.when, library, config) for one in following)
    return tuple(one for one in found if one is not None)


_LIKELY = 2


def _likely(
    asset: Asset, library: Library, config: Config, siblings: Siblings
) -> tuple[Likely, ...]:
    """Propose what shares most topics with a piece for which nobody named what comes next."""
    found = []
    for other in siblings.on_the_same_topics(asset, _LIKELY):
        shared = _terms(set(asset.topics).intersection(other.topics), library.vocabulary.topics)
        neighbour = _neighbour(other.id, "", library, config)
        if neighbour is not None:
            found.append(Likely(asset=neighbour, topics=shared))
    return tuple(found)


def _replaces(asset: Asset, library: Library, config: Config) -> tuple[Neighbour, ...]:
    older = sorted(old for old, new in library.replaced_by.items() if new == asset.id)
    found = (_neighbour(name, "", library, config) for name in older)
    return tuple(one for one in found if one is not None)


def _neighbour(name: str, when: str, library: Library, config: Config) -> Neighbour | None:
    other = library.by_id.get(name)
    if other is None:
        return None
    label = config.asset_type(other.type).label
    return Neighbour(id=other.id, title=other.title, type_label=label, when=when)
