"""Every objection of the library in the buyer's words, with its answers in short."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from enablekit.encoding.wording import speech
from enablekit.site.cards import one_line
from enablekit.site.entry_ids import objection_ids
from enablekit.site.facets import PERSONAS
from enablekit.site.letters import filing_key, letter_of
from enablekit.site.links import guide_path, href

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from markupsafe import Markup

    from enablekit.model.guide import Guide
    from enablekit.site.cards import Card
    from enablekit.site.frame import Frame
    from enablekit.site.markup import Linked


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """
    An answer to an objection, in short.

    Attributes:
        href: Where the whole answer stands: the objection on its guide.
        card: The guide.
        acknowledge: The sentence that shows it was heard; may be empty.
        respond: The answer, in one line; may be empty.
        personas: Whom the guide is for.

    """

    href: str
    card: Card
    acknowledge: str
    respond: str
    personas: tuple[Linked, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """
    What buyers say.

    Attributes:
        words: Their words.
        lang: The language of the words as attributes, where it is not the site's.
        letter: The letter they are filed under.
        replies: The answers, one for each guide that has one.

    """

    words: str
    lang: Markup
    letter: str
    replies: tuple[Reply, ...]


def heard(frame: Frame, root: str, among: Collection[str] | None = None) -> tuple[Heard, ...]:
    """
    Return the objections of all guides in use, in the order of their words.

    Args:
        frame: What all pages share.
        root: What leads from the page to the site's first folder.
        among: The guides to look at, by their cards' addresses; None for all.

    """
    found: dict[str, Heard] = {}
    for compiled in frame.publication.compiled:
        card = frame.cards[compiled.guide.asset.id]
        if card.in_use and (among is None or card.href in among):
            for key, one in _of_guide(frame, root, compiled.guide, card):
                first = found.setdefault(key, replace(one, replies=()))
                found[key] = replace(first, replies=(*first.replies, *one.replies))
    return tuple(
        one for _, one in sorted(found.items(), key=lambda item: (item[1].letter, item[0]))
    )


def _of_guide(frame: Frame, root: str, guide: Guide, card: Card) -> Iterator[tuple[str, Heard]]:
    guidance = guide.asset.guidance
    personas = tuple(frame.term(root, PERSONAS, persona.id) for persona in guide.personas)
    page = href(root, guide_path(guide.asset.id))
    for name, entry in zip(objection_ids(guidance), guidance.objections, strict=True):
        words = speech(entry.they_say)
        if not words:
            continue
        reply = Reply(
            href=f"{page}#{name}",
            card=card,
            acknowledge=one_line(entry.acknowledge),
            respond=one_line(entry.respond),
            personas=personas,
        )
        one = Heard(words=words, lang=card.lang, letter=letter_of(words), replies=(reply,))
        yield filing_key(words) or words, one
