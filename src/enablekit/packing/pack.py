"""Packs: which one-pagers belong together, for somebody or for a stage of the journey."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from enablekit.encoding.slug import slug
from enablekit.encoding.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from enablekit.model.publication import Publication
    from enablekit.model.vocabulary import Persona, Stage
    from enablekit.packing.set_page import SetPage

_Term = TypeVar("_Term", "Persona", "Stage")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """
    Pieces for one kind of person, or for one stage.

    Attributes:
        name: The name of the file, without its ending.
        kind: What it is for: a person or a stage, in a word.
        title: What that is called.
        about: What they care about, or what the stage means; may be empty.
        pages: The one-pagers, in the order of the journey.
        persona: The id of the person it is for; empty for a stage.

    """

    name: str
    kind: str
    title: str
    about: str
    pages: tuple[SetPage, ...]
    persona: str = ""


def packs(publication: Publication, pages: tuple[SetPage, ...]) -> tuple[Pack, ...]:
    """Return a pack for each persona and each stage that any of the pages is for."""
    say = Wording(strings=publication.strings).say
    words = publication.vocabulary
    journey = {one.id: number for number, one in enumerate(words.stages)}
    ordered = sorted(pages, key=lambda page: _reached(page, journey))
    personas = _in_use(words.personas, (one.edition.compiled.guide.personas for one in pages))
    stages = _in_use(words.stages, (one.edition.compiled.guide.stages for one in pages))
    found = [
        Pack(
            name=f"for-{slug(one.id)}",
            kind=say("For"),
            title=one.name or one.id,
            about=one.cares_about,
            pages=tuple(page for page in ordered if _is_for(page, one)),
            persona=one.id,
        )
        for one in personas
    ]
    found += [
        Pack(
            name=f"at-{slug(one.id)}",
            kind=say("Stage"),
            title=one.name or one.id,
            about=one.means,
            pages=tuple(page for page in pages if _is_at(page, one)),
        )
        for one in stages
    ]
    return tuple(one for one in found if one.pages)


def pack_data(pack: Pack, publication: Publication) -> dict[str, Any]:
    """Return a pack as plain data for the template that sets it."""
    wording = Wording(strings=publication.strings)
    return {
        "title": pack.title,
        "kind": pack.kind,
        "about": pack.about,
        "contents": wording.count("{n} guide", "{n} guides", len(pack.pages)),
        "pieces": [
            {**one.words, "size": one.size, "line": _line(one, pack.persona)} for one in pack.pages
        ],
    }


def _line(page: SetPage, persona: str) -> str:
    """Return why a piece must not be used, else when to use it, with somebody or at all."""
    uses = page.edition.asset.guidance.use_with
    own = (one.when or one.why for one in uses if persona and one.persona == persona)
    when = (one.text for one in page.edition.compiled.guide.brief if one.label == "Use it when")
    return page.edition.notice or next(own, "") or page.edition.wording.told(next(when, ""))


def _in_use(known: Iterable[_Term], used: Iterable[tuple[_Term, ...]]) -> Iterator[_Term]:
    """Yield the terms in the order of the project, then those it never defined, by id."""
    listed = {one.id: one for one in known}
    others = {one.id: one for group in used for one in group if one.id not in listed}
    yield from listed.values()
    yield from (others[name] for name in sorted(others))


def _is_for(page: SetPage, persona: Persona) -> bool:
    return any(one.id == persona.id for one in page.edition.compiled.guide.personas)


def _is_at(page: SetPage, stage: Stage) -> bool:
    return any(one.id == stage.id for one in page.edition.compiled.guide.stages)


def _reached(page: SetPage, journey: dict[str, int]) -> int:
    """Return how far into the journey a piece is first of use; at the end where nobody said."""
    stages = page.edition.compiled.guide.stages
    return min((journey.get(one.id, len(journey)) for one in stages), default=len(journey))
