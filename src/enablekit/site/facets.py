"""The ways into the library: guides grouped by pain, persona, stage, topic and so on."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from enablekit.encoding.slug import slug
from enablekit.encoding.wording import speech
from enablekit.model.audience import Audience
from enablekit.model.vocabulary import Pain, Persona, Stage, Term
from enablekit.site.links import facet_path, href

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from enablekit.encoding.wording import Wording
    from enablekit.model.guide import Guide
    from enablekit.model.publication import Publication
    from enablekit.site.cards import Card

PAINS, PERSONAS, STAGES, TYPES = "say", "for", "at", "type"
TOPICS, PRODUCTS, RIVALS = "topic", "product", "against"


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """
    A guide in a facet, with why it is there.

    Attributes:
        card: The guide.
        why: Why it matters here, in the author's words; may be empty.
        when: When it is time for it; may be empty.
        words: What a buyer says, where it differs from what the facet says; may be empty.
        job: What it does for the deal, in words of the site; may be empty.

    """

    card: Card
    why: str = ""
    when: str = ""
    words: str = ""
    job: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """
    Everything for one pain, persona, stage, type, topic, product or competitor.

    Attributes:
        folder: `say`, `for`, `at`, `type`, `topic`, `product` or `against`.
        id: The term's id or the type's name.
        path: The facet's page inside the site; empty when there is nothing to show.
        title: What people call it; for a pain what a buyer says.
        spoken: Whether the title is a buyer's words.
        note: What there is to know about it; may be empty.
        matches: The guides in use.
        past: The guides out of use.

    """

    folder: str
    id: str
    path: str
    title: str
    spoken: bool = False
    note: str = ""
    matches: tuple[Match, ...] = ()
    past: tuple[Match, ...] = ()

    @property
    def href(self) -> str:
        """The address of the page, seen from the site's first folder."""
        return href("", self.path)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facets:
    """
    Every facet of a site.

    Attributes:
        groups: The facets by folder, in the project's order; words it did not define come last.

    """

    groups: Mapping[str, tuple[Facet, ...]] = field(default_factory=dict)

    def paths(self) -> dict[tuple[str, str], str]:
        """Return the page of each facet by folder and id, for those that have one."""
        return {
            (facet.folder, facet.id): facet.path
            for group in self.groups.values()
            for facet in group
            if facet.path
        }


def facets_of(publication: Publication, cards: Mapping[str, Card], wording: Wording) -> Facets:
    """Group all guides of a publication; a word nobody uses is kept, without a page."""
    words = publication.vocabulary
    guides = [compiled.guide for compiled in publication.compiled]
    return Facets(
        groups={
            PAINS: _group(PAINS, words.pains, _by_pain(guides, cards)),
            PERSONAS: _group(PERSONAS, words.personas, _by_persona(guides, cards)),
            STAGES: _group(STAGES, words.stages, _by_stage(guides, cards, wording)),
            TYPES: _by_type(guides, cards, wording),
            TOPICS: _group(
                TOPICS, words.topics, _by_word(guides, cards, words.topics, wording, "topics")
            ),
            PRODUCTS: _group(
                PRODUCTS,
                words.products,
                _by_word(guides, cards, words.products, wording, "products"),
            ),
            # Whom we are up against is between colleagues, however open the piece itself is.
            RIVALS: _group(
                RIVALS,
                words.competitors,
                _by_word(guides, cards, words.competitors, wording, "competitors"),
            )
            if publication.audience is Audience.INTERNAL
            else (),
        }
    )


_Found = dict[str, tuple[Term, list[Match]]]


def _by_pain(guides: Iterable[Guide], cards: Mapping[str, Card]) -> _Found:
    found: _Found = {}
    for guide in guides:
        for pain in guide.pains:
            words = speech(pain.words) if speech(pain.words) != speech(pain.term.says) else ""
            _note(found, pain.term, Match(card=cards[guide.asset.id], words=words))
    return found


def _by_persona(guides: Iterable[Guide], cards: Mapping[str, Card]) -> _Found:
    found: _Found = {}
    for guide in guides:
        uses = {use.persona: use for use in reversed(guide.asset.guidance.use_with)}
        for persona in guide.personas:
            use = uses.get(persona.id)
            why, when = (use.why, use.when) if use else ("", "")
            _note(found, persona, Match(card=cards[guide.asset.id], why=why, when=when))
    return found


def _by_stage(guides: Iterable[Guide], cards: Mapping[str, Card], wording: Wording) -> _Found:
    found: _Found = {}
    for guide in guides:
        job = guide.asset.guidance.job
        words = wording.job(job) if job else ""
        for stage in guide.stages:
            _note(found, stage, Match(card=cards[guide.asset.id], job=words))
    return found


def _by_word(
    guides: Iterable[Guide],
    cards: Mapping[str, Card],
    terms: tuple[Term, ...],
    wording: Wording,
    field_name: str,
) -> _Found:
    """Group guides by what an asset says it is about; its author's own line is the reason."""
    known = {term.id: term for term in terms}
    found: _Found = {}
    for guide in guides:
        job = guide.asset.guidance.job
        words = wording.job(job) if job else ""
        for name in getattr(guide.asset, field_name):
            if name in known:
                _note(found, known[name], Match(card=cards[guide.asset.id], job=words))
    return found


def _note(found: _Found, term: Term, match: Match) -> None:
    matches = found.setdefault(term.id, (term, []))[1]
    if not matches or matches[-1].card is not match.card:
        matches.append(match)


def _group(folder: str, terms: tuple[Term, ...], found: _Found) -> tuple[Facet, ...]:
    """Return a facet per term in the project's order, then one per unknown word by id."""
    known = {term.id for term in terms}
    unknown = [found[id_][0] for id_ in sorted(found) if id_ not in known]
    taken: set[str] = set()
    return tuple(
        _facet(folder, term, found.get(term.id, (term, []))[1], taken)
        for term in (*terms, *unknown)
    )


def _facet(folder: str, term: Term, matches: list[Match], taken: set[str]) -> Facet:
    title, note = term.name or term.id, ""
    said = speech(term.says) if isinstance(term, Pain) else ""
    if said:
        title, note = said, term.name
    elif isinstance(term, Persona):
        note = term.cares_about
    elif isinstance(term, Stage):
        note = term.means
    return shelved(
        Facet(folder=folder, id=term.id, path="", title=title, spoken=bool(said), note=note),
        matches,
        taken,
    )


def _by_type(
    guides: Iterable[Guide], cards: Mapping[str, Card], wording: Wording
) -> tuple[Facet, ...]:
    labels: dict[str, str] = {}
    found: dict[str, list[Match]] = {}
    for guide in guides:
        type_ = guide.asset.type
        labels.setdefault(type_, wording.say(guide.type_label or type_))
        found.setdefault(type_, []).append(Match(card=cards[guide.asset.id]))
    taken: set[str] = set()
    return tuple(
        shelved(Facet(folder=TYPES, id=type_, path="", title=labels[type_]), found[type_], taken)
        for type_ in sorted(found, key=lambda type_: (labels[type_].casefold(), type_))
        if type_ or labels[type_]
    )


def shelved(facet: Facet, matches: list[Match], taken: set[str]) -> Facet:
    """Give a facet its guides and, if there are any, a page of its own."""
    if not matches:
        return facet
    base = name = slug(facet.id or facet.title)
    number = 1
    while name in taken:
        number += 1
        name = f"{base}-{number}"
    taken.add(name)
    return replace(
        facet,
        path=facet_path(facet.folder, name),
        matches=tuple(match for match in matches if match.card.in_use),
        past=tuple(match for match in matches if not match.card.in_use),
    )
