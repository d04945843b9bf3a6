"""Q02: no wrong answer may be what the piece, or one about the same product, says as well."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from enablekit.extend.answers import canonical
from enablekit.extend.item_parts import CHOSEN, distractors, filled, gaps, judges, keys
from enablekit.extend.item_rule import Flaw
from enablekit.extend.short_quote import short
from enablekit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from enablekit.extend.item_rule import About
    from enablekit.model.item import Item

NUMBER = "Q02"
NAME = "distractor-unsupported"

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+|\n")
_SHORTEST = 4  # words of a sentence; fewer may stand anywhere and mean anything


def flaws(item: Item, about: About) -> Iterator[Flaw]:
    """
    Yield each wrong answer that makes the stem a sentence of the piece.

    Where options are statements, it is enough that the text says a wrong one just as it says the
    key. Sentences are compared by their words, whatever their order, with numbers written alike.
    What other pieces about the same product say counts where the stem does not say which is meant.
    """
    if item.form not in CHOSEN or judges(item):
        return
    has_gap = gaps(item.stem) == 1
    wrong = [
        (place, text, _words(filled(item.stem, text) if has_gap else text))
        for place, text in distractors(item)
    ]
    wrong = [one for one in wrong if len(one[2]) >= _SHORTEST]
    if not wrong:
        return
    said = about.once(_own if about.asset.title in item.stem else _own_and_near)
    if not has_gap and not any(_words(text) in said for _, text in keys(item)):
        return
    for place, text, words in wrong:
        if words in said:
            yield Flaw(
                severity=Severity.ERROR,
                message=f"the piece says “{short(text)}”, too, and it counts as wrong",
                fix="Write a wrong answer that the piece does not give",
                option=place,
            )


def _words(text: str) -> frozenset[str]:
    return frozenset(canonical(text).split())


def _own(about: About) -> frozenset[frozenset[str]]:
    """Return the sentences of the text, each as its words."""
    return _sentences(block.text for block in about.asset.body.blocks)


def _own_and_near(about: About) -> frozenset[frozenset[str]]:
    """Return the same with what is at hand of other pieces about the same product."""
    products = set(about.asset.products)
    others = (one for one in about.near if products.intersection(one.products))
    return about.once(_own) | _sentences(
        one.text
        for other in others
        for one in (*other.evidence.statistics, *other.evidence.key_sentences)
    )


def _sentences(texts: Iterable[str]) -> frozenset[frozenset[str]]:
    return frozenset(
        words
        for text in texts
        for sentence in _SENTENCE_END.split(text)
        if len(words := _words(sentence)) >= _SHORTEST
    )
