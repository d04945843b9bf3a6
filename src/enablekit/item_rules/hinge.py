"""Q24: no item may need, or give, the answer to another."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from enablekit.extend.answers import canonical, content_stems, numbers
from enablekit.extend.item_making import words
from enablekit.extend.item_parts import filled, gaps, judges, own_words
from enablekit.extend.item_rule import Flaw
from enablekit.extend.short_quote import short
from enablekit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from enablekit.extend.item_rule import About
    from enablekit.model.item import Item

NUMBER = "Q24"
NAME = "hinge"

_NEEDS = re.compile(
    r"\b(?:the (?:previous|last|preceding|earlier) (?:question|answer|item)"
    r"|(?:your|the) (?:previous |last )?answer (?:above|before|to question)"
    r"|(?:question|item) \d+|you (?:chose|picked|answered|gave) (?:above|before|in))\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"“([^“”]+)”")
_FACT = 4  # words; fewer stand together by chance
_SAME = 0.6
_FEWEST_LETTERS = 4  # of a key; a shorter one turns up anywhere
_TELLING = 2  # telling words of a written key, which may well be the name of what is sold


def flaws(items: Sequence[Item], about: About) -> Iterator[tuple[int, Flaw]]:
    """Yield each item that points to another, and each that says the answer of another."""
    for place, item in enumerate(items):
        hit = _NEEDS.search(item.stem) if about.is_english else None
        if hit is not None:
            yield (
                place,
                Flaw(
                    severity=Severity.ERROR,
                    message=f"“{hit[0]}” is needed to answer this one, and questions are mixed",
                    fix="Say in the question what has to be known",
                    words=hit[0],
                ),
            )
            continue
        others = (one for number, one in enumerate(items) if number != place)
        told = next((text for one in others if (text := told_by(item, one, about))), "")
        if told:
            yield (
                place,
                Flaw(
                    severity=Severity.ERROR,
                    message=f"it says “{short(told)}”, which is the answer to another question",
                    fix="Leave the words out, or ask only one of the two",
                    words=told,
                ),
            )


def told_by(item: Item, other: Item, about: About) -> str:
    """
    Return the answer of another item that an item says; empty if it says none.

    A stem says an answer in its very words. A made item must not show the whole fact either, in
    nearly the same words, where the other leaves out a part of it or asks for the claim.
    """
    stem = f" {canonical(item.stem)} "
    theirs = f" {canonical(other.stem)} "
    for text in _answers(other):
        said = f" {canonical(text)} "
        if text in about.titles or not _tells(text, item):
            continue
        if said in stem and said not in theirs:
            return text
    fact = "" if item.written or other.written else _fact(other)
    if not fact or fact in about.titles:
        return ""
    telling = _telling(fact)
    shown = (*_QUOTED.findall(item.stem), *(option.text for option in item.options))
    return fact if any(_same(telling, _telling(text)) for text in shown) else ""


def _answers(item: Item) -> list[str]:
    if item.form == "numeric" and item.number is not None and item.number.unit:
        return [f"{item.number.value} {item.number.unit}"]
    if item.form in {"single", "short"} and not judges(item):
        return [option.text for option in item.options if option.correct]
    return []


def _tells(text: str, item: Item) -> bool:
    """Tell whether an answer is long enough to be recognised where it stands."""
    if not item.written:
        return len(text) >= _FEWEST_LETTERS or bool(numbers(text))
    words = len(content_stems(text))
    return words >= _TELLING or (words > 0 and bool(numbers(text)))


def _fact(item: Item) -> str:
    """Return the sentence that an item asks for; empty where it asks what to say or to use."""
    if own_words(item.stem) != item.stem:
        return ""
    quoted = max(_QUOTED.findall(item.stem), key=len, default="")
    if judges(item):
        return quoted
    if gaps(item.stem):
        answer = item.number.value if item.number else next(iter(_answers(item)), "")
        return filled(item.stem, answer)
    return next(iter(_answers(item)), "") if item.form == "single" else ""


def _telling(text: str) -> frozenset[str]:
    return frozenset(word for word in words(text) if not word[0].isdigit())


def _same(fact: frozenset[str], shown: frozenset[str]) -> bool:
    return len(fact) >= _FACT and len(fact & shown) >= _SAME * len(fact | shown)
