"""Q21: options are written alike, so that none stands out by its form."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from enablekit.extend.item_parts import CHOSEN
from enablekit.extend.item_rule import Flaw
from enablekit.extend.short_quote import short
from enablekit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from enablekit.extend.item_rule import About
    from enablekit.model.item import Item

NUMBER = "Q21"
NAME = "parallel-form"

_FEWEST = 3  # options; of two, either stands out
_SENTENCE_END = re.compile(r"[.!?…]+[\"”’)]*\s*$")
_PRONOUN = re.compile(r"(?!IT\b)(?i:it|they|he|she|this|that|these|those|there|both)\b")
_ING = re.compile(r"(?!(?i:(?:any|every|no|some)?thing)\b)[A-Za-z]{2,}ing\b(?! \w+ly\b)")


def flaws(item: Item, about: About) -> Iterator[Flaw]:
    """
    Yield the option that ends, begins or opens otherwise than all others, which are alike.

    Of a made item any difference in form counts; titles and names have the form they have.
    """
    texts = [option.text.strip() for option in item.options]
    if item.form not in CHOSEN or len(texts) < _FEWEST or not all(texts):
        return
    if any(text in about.titles for text in texts):
        return
    for form, how in ((_ending, "ends"), (_case, "begins"), (_opening, "opens")):
        if form is _opening and not about.is_english:
            continue
        place = _odd(texts, form, strictly=not item.written)
        if place is not None:
            yield Flaw(
                severity=Severity.WARNING,
                message=f"“{short(texts[place])}” {how} otherwise than the other options",
                fix="Write all options in one form",
                option=place,
            )
            return


def _odd(texts: list[str], form: Callable[[str], str], *, strictly: bool) -> int | None:
    forms = [form(text) for text in texts]
    count = Counter(forms)
    usual, many = max(count.items(), key=lambda one: one[1])
    if len(count) == 1 or (not strictly and many < len(forms) - 1):
        return None
    return next(place for place, one in enumerate(forms) if one != usual)


def _ending(text: str) -> str:
    return "sentence" if _SENTENCE_END.search(text) else "words"


def _case(text: str) -> str:
    first = next((letter for letter in text if letter.isalnum()), "")
    return "small" if first.islower() else "capital"


def _opening(text: str) -> str:
    """Return what kind of word an option begins with, as far as its form tells."""
    if _PRONOUN.match(text):
        return "pronoun"
    if text[:3].casefold() == "to ":
        return "to"
    return "-ing" if _ING.match(text) else "other"
