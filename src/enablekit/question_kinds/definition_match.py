"""A term of the text is named, and the learner picks what the text says it means."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from enablekit.extend.confirmed import is_explained
from enablekit.extend.echo import echoes
from enablekit.extend.item_making import (
    content_words,
    distinct,
    drawn_from_text,
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


def candidates(asset: Asset, library: Library, siblings: Siblings) -> Iterator[Item]:
    """
    Make an item of the first definition that two others of the same genus can stand beside.

    Guidance names the term and says what it means; a page without guidance makes nothing.
    """
    own = asset.evidence.definitions
    elsewhere = [one for other in siblings.near(asset) for one in other.evidence.definitions]
    for definition in own:
        if (
            not _can_be_asked(definition)
            or _is_everywhere(definition, elsewhere)
            or not _is_the_subject(definition, asset, library)
            or not is_explained(definition.term, definition.gloss, asset)
        ):
            continue
        wrong = distinct(
            _wrong_meanings(definition, own, elsewhere),
            unlike=definition.gloss,
            limit=_DISTRACTORS,
        )
        stem = phrase(
            "How does “{title}” explain “{term}”?", term=definition.term, title=asset.title
        )
        if len(wrong) < _DISTRACTORS or echoes(stem, definition.gloss, wrong):
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
        return


def _is_the_subject(definition: Definition, asset: Asset, library: Library) -> bool:
    """
    Tell whether the term is what the page is about, or a word of the project that heads a part.

    What a page says of something it mentions by the way is of no use to anybody who sells.
    """
    term = words(definition.term)
    headings = (asset.title, *(one.title for one in asset.body.sections))
    if not any(term <= words(heading) for heading in headings):
        return False
    lists = library.vocabulary
    listed = (*lists.topics, *lists.products, *lists.competitors)
    mine = {*asset.topics, *asset.products, *asset.competitors}
    named = any(words(one.name) == term for one in listed if one.known or one.id in mine)
    return named or term == words(asset.title)


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
        and _family(other.gloss) == _family(right.gloss)
        and not _says_the_same(other.gloss, right.gloss)
        and not _is_alias(other.term, right.term)
        and _SHORTER <= len(other.gloss) / len(right.gloss) <= _LONGER
    )


def _is_alias(one: str, other: str) -> bool:
    """Tell whether one term is the other in letters, as ITIL is of IT Infrastructure Library."""
    short, long = sorted((one, other), key=len)
    letters = "".join(sign for sign in long if sign.isupper())
    return short.strip("()") == letters or words(short) <= words(long)


def _says_the_same(one: str, other: str) -> bool:
    """Tell whether two meanings of one genus go on about the same things."""
    mine, theirs = telling(one), telling(other)
    return len(mine & theirs) >= _SAME_MEANING * min(len(mine), len(theirs))


def _family(gloss: str) -> str:
    """Return what a meaning says its term is; tools of all kinds are one kind."""
    hit = _HEAD.match(gloss)
    genus = (hit["head"] if hit else "").rpartition(" ")[2].casefold()
    return "tool" if genus in _TOOLS else genus


_SAME_MEANING = 0.4
_HEAD = re.compile(
    r"(?P<head>[^.;:()]+?)(?=,|\.|\s(?:that|which|who|for|of|in|to|used|where|designed|on|with|from"
    r"|by|when|aimed|built|between|at|intended)\b|$)"
)
_TOOLS = frozenset(
    {"tool", "tools", "platform", "app", "application", "software", "solution", "system", "product"}
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
