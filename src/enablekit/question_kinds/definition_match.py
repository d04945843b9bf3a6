"""A term of the text is named, and the learner picks what the text says it means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.extend.item_making import (
    content_words,
    distinct,
    drawn_from_text,
    gives_itself_away,
    likeness,
    words,
)
from enablekit.extend.said_by_piece import telling
from enablekit.model.phrase import phrase

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from enablekit.extend.siblings import Siblings
    from enablekit.model.asset import Asset
    from enablekit.model.evidence import Definition
    from enablekit.model.item import Item
    from enablekit.model.library import Library

NAME = "definition-match"
BLOOM = "recall"

_DISTRACTORS = 2
_OFTEN = 2  # other pieces near this one
_SHORTEST, _LONGEST = 4, 25  # words of a meaning
_SHORTER, _LONGER = 0.8, 1.34  # of the right meaning's length, so that length tells nothing


def candidates(asset: Asset, library: Library, siblings: Siblings) -> Iterator[Item]:  # noqa: ARG001 - a kind's contract
    """Make an item of each definition that two others of the same form can stand beside."""
    own = asset.evidence.definitions
    elsewhere = [one for other in siblings.near(asset) for one in other.evidence.definitions]
    for definition in own:
        if not _can_be_asked(definition) or _is_everywhere(definition, elsewhere):
            continue
        wrong = distinct(
            _wrong_meanings(definition, own, elsewhere),
            unlike=definition.gloss,
            limit=_DISTRACTORS,
        )
        stem = phrase(
            "How does “{title}” explain “{term}”?", term=definition.term, title=asset.title
        )
        if len(wrong) < _DISTRACTORS or gives_itself_away(definition.gloss, wrong, beside=stem):
            continue
        yield drawn_from_text(
            kind=NAME,
            bloom=BLOOM,
            asset=asset,
            fact=definition.text,
            stem=stem,
            key=definition.gloss,
            distractors=wrong,
            objective=phrase("Say what a term of the piece means."),
            quoted=definition,
            feedback={
                one.gloss: phrase("That is “{term}”.", term=one.term)
                for one in (*own, *elsewhere)
                if one.gloss in wrong
            },
        )


def _can_be_asked(definition: Definition) -> bool:
    """Tell whether the meaning can be read by itself and does not name the term."""
    length = len(definition.gloss.split())
    return (
        bool(definition.term)
        and _SHORTEST <= length <= _LONGEST
        and not content_words(definition.term) & content_words(definition.gloss)
    )


def _is_everywhere(definition: Definition, elsewhere: list[Definition]) -> bool:
    """Tell whether other pieces explain the same: what each of them says teaches nothing here."""
    term = words(definition.term)
    return sum(words(one.term) == term for one in elsewhere) >= _OFTEN


def _wrong_meanings(
    right: Definition, own: Sequence[Definition], elsewhere: list[Definition]
) -> list[str]:
    """Return meanings of other terms, one of each; what all pieces explain is known to all."""
    found: dict[frozenset[str], str] = {}
    for one in (*own, *elsewhere):
        if _is_wrong(one, right) and not _is_everywhere(one, elsewhere):
            found.setdefault(words(one.term), one.gloss)
    near = telling(right.gloss)
    meanings = sorted(found.values(), key=lambda gloss: -len(near & telling(gloss)))
    # Where none is about the same things, the topic alone tells which is right.
    return meanings if meanings and near & telling(meanings[0]) else []


def _is_wrong(other: Definition, right: Definition) -> bool:
    """Tell whether another term's meaning looks like the right one and is not."""
    return (
        _can_be_asked(other)
        and words(other.term) != words(right.term)
        and likeness(other.term, right.term) < _SAME_TERM
        and not content_words(right.term) & content_words(other.gloss)
        and _opening(other.gloss) == _opening(right.gloss)
        and _SHORTER <= len(other.gloss) / len(right.gloss) <= _LONGER
    )


_SAME_TERM = 0.5
_ARTICLES = frozenset({"a", "an", "the", "any"})
_OPENINGS = frozenset({"to", "used", "when", "how", "that", "what"})


def _opening(gloss: str) -> str:
    """Return what kind of phrase it is: options of one item all begin alike."""
    first = gloss.split(maxsplit=1)[0].casefold()
    if first in _ARTICLES:
        return "a"
    return "ing" if first.endswith("ing") else first if first in _OPENINGS else ""
