"""Q10: the question may not hold its own answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.extend.answers import canonical
from enablekit.extend.item_parts import CHOSEN, TRUTH, distractors, keys
from enablekit.extend.item_rule import Flaw
from enablekit.extend.short_quote import short
from enablekit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.item_rule import About
    from enablekit.model.item import Item

NUMBER = "Q10"
NAME = "leak-free-stem"


def flaws(item: Item, about: About) -> Iterator[Flaw]:
    """
    Yield each right answer that the stem, or the title above it, says while it names no wrong one.

    Where the options are titles, one of them is the piece's own, which stands above its check.
    """
    shown = [item.stem]
    if not item.written and not any(text in about.titles for _, text in keys(item)):
        shown.append(about.asset.title)
    for part in shown:
        beside = f" {canonical(part)} "
        if item.form in CHOSEN and any(_stands(text, beside) for _, text in distractors(item)):
            continue
        for text in _answers(item):
            if _stands(text, beside):
                yield Flaw(
                    severity=Severity.ERROR,
                    message=f"the question says its answer, “{short(text)}”",
                    fix="Ask without the words of the answer",
                    words=text,
                )
                return


def _answers(item: Item) -> Iterator[str]:
    if item.form in CHOSEN or item.form == "short":
        yield from (text for _, text in keys(item))
    elif item.form == "numeric" and item.number is not None and item.number.unit:
        yield f"{item.number.value} {item.number.unit}"


def _stands(text: str, beside: str) -> bool:
    words = canonical(text)
    return bool(words) and words not in TRUTH and f" {words} " in beside
