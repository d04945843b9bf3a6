"""Q24: no item may need, or give, the answer to another."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from enablekit.extend.answers import canonical, content_stems, numbers
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
_FEWEST_LETTERS = 4  # of a key; a shorter one turns up anywhere
_TELLING = 2  # telling words of a written key, which may well be the name of what is sold


def flaws(items: Sequence[Item], about: About) -> Iterator[tuple[int, Flaw]]:
    """Yield each item that points to another, and each whose stem says the answer of another."""
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
        told = next((words for one in others if (words := told_by(item, one, about))), "")
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
    """Return the answer of another item that a stem says; empty if it says none."""
    stem = f" {canonical(item.stem)} "
    if other.form == "numeric" and other.number is not None:
        answers = [f"{other.number.value} {other.number.unit}"] if other.number.unit else []
    elif other.form in {"single", "short"}:
        answers = [option.text for option in other.options if option.correct]
    else:
        answers = []
    return next(
        (
            text
            for text in answers
            if text not in about.titles
            and _tells(text, item)
            and f" {canonical(text)} " in stem
            and f" {canonical(text)} " not in f" {canonical(other.stem)} "
        ),
        "",
    )


def _tells(text: str, item: Item) -> bool:
    """Tell whether an answer is long enough to be recognised where it stands."""
    if not item.written:
        return len(text) >= _FEWEST_LETTERS or bool(numbers(text))
    words = len(content_stems(text))
    return words >= _TELLING or (words > 0 and bool(numbers(text)))
