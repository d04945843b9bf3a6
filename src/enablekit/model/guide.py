"""The guide of one asset: the authored layer, the drawn layer and what is computed, kept apart."""

from __future__ import annotations

from dataclasses import dataclass

from enablekit.model.asset import Asset
from enablekit.model.body import Section
from enablekit.model.library import Badge
from enablekit.model.span import Span
from enablekit.model.vocabulary import Pain, Person, Persona, Stage, Term


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefLine:
    """
    One line of the one-minute brief.

    Attributes:
        label: `Use it when`, `Say`, `Ask`, `Send` or `Don't`.
        text: The words.
        drawn: Whether the tool took them from the asset; False for an author's words.
        span: Where they stand.

    """

    label: str
    text: str
    drawn: bool
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """
    Something the guidance lacks, put as a question to the owner.

    Attributes:
        field: The field an author would fill.
        question: The question.

    """

    field: str
    question: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbour:
    """Another asset a guide leads to."""

    id: str
    title: str
    type_label: str
    when: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Likely:
    """An asset on the same topics, proposed as what comes next because nobody named one."""

    asset: Neighbour
    topics: tuple[Term, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedPain:
    """A pain with the buyer's words: the author's where written, else the vocabulary's."""

    term: Pain
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide:
    """
    Everything a guide page shows.

    The authored layer is `asset.guidance`, the drawn layer `asset.evidence`; both already hold
    only what the audience may read.

    Attributes:
        asset: The asset.
        type_label: The type as people read it.
        badge: Whether it can be trusted today.
        owner: Who is accountable, or None.
        talk_to: Whom a rep or a buyer can talk to: as written, else the owner; or None.
        brief: The one-minute brief, in order; only lines there are words for.
        personas: Whom it is for.
        stages: Where in the buyer's journey.
        pains: The pains it answers.
        topics: What it is about.
        products: What it sells.
        outline: The sections of the asset.
        next: What to use next, as an author named it.
        likely_next: What shares its topics; empty where an author named what comes next.
        replaced_by: The asset that replaces this one, or None.
        replaces: The assets this one replaces.
        missing: What the guidance lacks, as questions to the owner.
        required: How many fields the type requires.
        filled: How many of those are filled.

    """

    asset: Asset
    type_label: str
    badge: Badge = Badge()
    owner: Person | None = None
    talk_to: Person | None = None
    brief: tuple[BriefLine, ...] = ()
    personas: tuple[Persona, ...] = ()
    stages: tuple[Stage, ...] = ()
    pains: tuple[NamedPain, ...] = ()
    topics: tuple[Term, ...] = ()
    products: tuple[Term, ...] = ()
    outline: tuple[Section, ...] = ()
    next: tuple[Neighbour, ...] = ()
    likely_next: tuple[Likely, ...] = ()
    replaced_by: Neighbour | None = None
    replaces: tuple[Neighbour, ...] = ()
    missing: tuple[Missing, ...] = ()
    required: int = 0
    filled: int = 0
