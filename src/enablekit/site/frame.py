"""What all pages of a site share: its name, its audience, its people and its addresses."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from enablekit.encoding.wording import AUDIENCES, Wording, direction, speech
from enablekit.model.audience import Audience
from enablekit.site.cards import Card, card_of
from enablekit.site.facets import (
    PAINS,
    PERSONAS,
    PRODUCTS,
    RIVALS,
    STAGES,
    TOPICS,
    TYPES,
    Facets,
    facets_of,
)
from enablekit.site.links import href, mail_address, root_of, web_address
from enablekit.site.markup import Linked, language_attributes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from markupsafe import Markup

    from enablekit.model.publication import Publication
    from enablekit.model.vocabulary import Person, Term


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """
    What all pages share.

    Attributes:
        publication: What is shown.
        cards: Each guide in one line, by asset id.
        facets: The ways into the library.
        paths: The page of each facet by folder and id.
        names: What each term is called, by folder and id.
        people: The people by id.
        ids: The asset ids by file.
        answered: Whether anything in use answers an objection, so that there is a page of them.
        wording: What the site says.
        source: The address of the sources, ending with `/`; empty if there is none, and in a build
            for others than colleagues.

    """

    publication: Publication
    cards: Mapping[str, Card]
    facets: Facets
    paths: Mapping[tuple[str, str], str]
    names: Mapping[tuple[str, str], str]
    people: Mapping[str, Person]
    ids: Mapping[str, str]
    answered: bool
    wording: Wording
    source: str

    @property
    def internal(self) -> bool:
        """Whether only colleagues read this build, so that loose ends may be shown."""
        return self.publication.audience is Audience.INTERNAL

    @property
    def language(self) -> str:
        """The language of the site's own words; content in another is marked as such."""
        return self.wording.strings.language

    @property
    def own(self) -> Markup:
        """The language of the project's words as attributes, where it is not the site's."""
        return language_attributes(self.publication.language, self.language)

    def without_lists(self) -> Frame:
        """Return what a single asset's pages need: everything but the lists of all assets."""
        publication = replace(self.publication, compiled=(), findings=())
        return replace(self, publication=publication, facets=Facets(groups={}))

    def shared(self, path: str) -> dict[str, Any]:
        """Return the values that every template gets, for the page at `path`."""
        publication = self.publication
        return {
            "root": root_of(path),
            "site": publication.name,
            "own": self.own,
            "language": self.language,
            "direction": direction(self.language),
            "audience": self.wording.say(AUDIENCES[publication.audience]),
            "internal": self.internal,
            "styled": publication.styled,
            "offline": publication.offline,
            "logo": publication.logo,
            "answered": self.answered,
            "programmed": bool(publication.programs),
            "feed": bool(publication.site_url),
            "generator": publication.generator,
            "built_on": publication.built_on,
            "built_day": self.wording.day(publication.built_on),
        }

    def term(self, root: str, folder: str, term_id: str) -> Linked:
        """Return a word of the project or a type by id, linked to its page if it has one."""
        key = (folder, term_id)
        path = self.paths.get(key, "")
        return Linked(self.names.get(key, term_id), href(root, path) if path else "", self.own)


def frame_of(publication: Publication) -> Frame:
    """Collect what all pages of a publication share."""
    wording = Wording(strings=publication.strings)
    cards = {
        compiled.guide.asset.id: card_of(
            compiled.guide, wording=wording, today=publication.built_on
        )
        for compiled in publication.compiled
    }
    facets = facets_of(publication, cards, wording)
    words = publication.vocabulary
    inside = publication.audience is Audience.INTERNAL
    named: tuple[tuple[str, tuple[Term, ...]], ...] = (
        (PAINS, words.pains),
        (PERSONAS, words.personas),
        (STAGES, words.stages),
        (TOPICS, words.topics),
        (PRODUCTS, words.products),
        (RIVALS, words.competitors),
    )
    names = {(folder, term.id): term.name or term.id for folder, terms in named for term in terms}
    names |= {(TYPES, facet.id): facet.title for facet in facets.groups[TYPES]}
    return Frame(
        publication=publication,
        cards=cards,
        facets=facets,
        paths=facets.paths(),
        names=names,
        people={person.id: person for person in words.people},
        ids=dict(publication.files),
        answered=any(
            cards[one.guide.asset.id].in_use
            and any(speech(said.they_say) for said in one.guide.asset.guidance.objections)
            for one in publication.compiled
        ),
        wording=wording,
        source=web_address(publication.source_url) if inside else "",
    )


def mailable(person: Person | None, *, subject: str = "", body: str = "") -> Linked | None:
    """Return a person's name, linked to an e-mail to them where the address is known."""
    if person is None:
        return None
    to = person.email.strip()
    name = person.name or person.id
    return Linked(name, mail_address(to, subject=subject, body=body) if "@" in to else "")
