"""Q11: no question is asked twice, and none has another answer elsewhere."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from enablekit.extend.answers import canonical, content_stems, numbers
from enablekit.extend.item_making import likeness
from enablekit.extend.item_parts import CHOSEN, distractors
from enablekit.extend.item_rule import Flaw
from enablekit.extend.short_quote import short
from enablekit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from enablekit.extend.item_rule import About
    from enablekit.model.item import Item

NUMBER = "Q11"
NAME = "unique-stem"

_ALIKE = 0.75  # of the telling words of two stems that have the same answer
_SAME_FRAME = 0.6  # of all their words, so that `before` is told from `after`
_COMPARED = 20  # items with the same answer that a further one is held against
_OF_OPTIONS = re.compile(
    r"\b(?:these|following|which (?:one|option|statement|claim|sentence)|true)\b", re.IGNORECASE
)
"""What a question says that its options make another question each time."""


def flaws(items: Sequence[Item], about: About) -> Iterator[tuple[int, Flaw]]:
    """Yield each item that was asked before, and each made one with another answer nearby."""
    repeated = dict(repeats(items))
    elsewhere = about.once(_asked_elsewhere)
    for place, item in enumerate(items):
        message = ""
        if place in repeated:
            message = f"“{short(item.stem)}” was asked before"
        elif not item.written and not _names(item, about):
            message = _otherwise(item, elsewhere)
        if message:
            fix = "Leave one of the two out, or ask for something else"
            yield place, Flaw(severity=Severity.ERROR, message=message, fix=fix)


def repeats(items: Sequence[Item]) -> Iterator[tuple[int, int]]:
    """Yield the place of each item that repeats an earlier one, with the place of that."""
    by_stem: dict[str, int] = {}
    by_keys: dict[tuple[str, ...], list[int]] = {}
    for place, item in enumerate(items):
        stem, answer = canonical(item.stem), _keys(item)
        alike = by_keys.setdefault(answer, []) if answer else []
        earlier = next((one for one in alike if _alike(item, items[one])), None)
        if earlier is None and stem in by_stem and _asks_the_same(item, items[by_stem[stem]]):
            earlier = by_stem[stem]
        if earlier is not None:
            yield place, earlier
            continue
        by_stem[stem] = place
        if len(alike) < _COMPARED:
            alike.append(place)


def _asks_the_same(item: Item, other: Item) -> bool:
    """
    Tell whether items with one stem are one question with two answers.

    The options of a made item belong to its question: it is another one unless it counts the key of
    the other as wrong.
    """
    if item.written or item.form not in CHOSEN:
        return bool(canonical(item.stem)) and not _OF_OPTIONS.search(item.stem)
    return any(
        key in {canonical(text) for _, text in distractors(two)}
        for one, two in ((item, other), (other, item))
        for key in _keys(one)
    )


def _keys(item: Item) -> tuple[str, ...]:
    return tuple(sorted(canonical(option.text) for option in item.options if option.correct))


def _alike(one: Item, other: Item) -> bool:
    left, right = one.stem, other.stem
    if canonical(left) == canonical(right):
        return True
    first, second = content_stems(left).keys(), content_stems(right).keys()
    shared = len(first & second)
    return (
        shared >= _ALIKE * len(first | second) > 0
        and numbers(left) == numbers(right)
        and likeness(left, right) >= _SAME_FRAME
    )


def _names(item: Item, about: About) -> bool:
    """Tell whether the stem says which piece it is about."""
    return about.asset.title in item.stem


def _otherwise(item: Item, elsewhere: dict[str, frozenset[str]]) -> str:
    """Return what is wrong when another piece asks the same words and answers otherwise."""
    for quoted in re.findall(r"“([^“”]+)”", item.stem):
        answers = elsewhere.get(canonical(quoted))
        if answers and answers.isdisjoint(
            canonical(one.text) for one in item.options if one.correct
        ):
            return f"another piece answers “{short(quoted)}” otherwise"
    return ""


def _asked_elsewhere(about: About) -> dict[str, frozenset[str]]:
    """Return the answers of other pieces by what they answer: objections and terms."""
    answers: dict[str, set[str]] = {}
    for other in about.near:
        for objection in other.guidance.objections:
            if objection.respond:
                answers.setdefault(canonical(objection.they_say), set()).add(objection.respond)
        for definition in other.evidence.definitions:
            answers.setdefault(canonical(definition.term), set()).add(definition.gloss)
    return {words: frozenset(map(canonical, texts)) for words, texts in answers.items()}
