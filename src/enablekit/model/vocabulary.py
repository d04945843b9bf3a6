"""The words a project agreed on, from personas and pains to rivals, people and claims."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from enablekit.model.field import about
from enablekit.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """
    A word with an id.

    Attributes:
        id: The word in references.
        span: Where it is defined.
        known: Whether the project defined it; False for a word only seen in an asset.

    """

    shorthand: ClassVar[str] = "name"

    id: str
    span: Span
    known: bool = True
    name: str = about("What people call it.", default="")
    synonyms: tuple[str, ...] = about("What else people call it.", default=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Persona(Term):
    """A kind of person reps talk to."""

    cares_about: str = about("What keeps this person busy.", default="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage(Term):
    """A step of the buyer's journey."""

    means: str = about("What the buyer is doing at this step.", default="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pain(Term):
    """Something that hurts a buyer."""

    says: str = about("How a buyer says it, in the buyer's own words.", default="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim(Term):
    """A price, a number or a promise that several assets repeat."""

    says: str = about("The claim as it may be said, with its number.", default="")
    source: str = about("Where it comes from.", default="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Term):
    """Somebody in the company."""

    role: str = about("What the person does.", default="")
    email: str = about("Where to write to.", default="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """
    All the words, each list in the order of the project file.

    The order of `stages` is the order of the buyer's journey.
    """

    personas: tuple[Persona, ...] = about("The people reps talk to.", default=())
    stages: tuple[Stage, ...] = about("The steps of the buyer's journey, in order.", default=())
    pains: tuple[Pain, ...] = about("What hurts buyers, in their own words.", default=())
    topics: tuple[Term, ...] = about("What assets are about.", default=())
    products: tuple[Term, ...] = about("What you sell.", default=())
    competitors: tuple[Term, ...] = about("Who else sells it.", default=())
    claims: tuple[Claim, ...] = about("Prices and promises that assets rest on.", default=())
    people: tuple[Person, ...] = about("Owners, deputies and experts.", default=())


def name_from_id(word: str) -> str:
    """Return an id as people would read it: `late-payments` is “Late payments”."""
    spaced = word.replace("-", " ").replace("_", " ").strip()
    return spaced[:1].upper() + spaced[1:]
