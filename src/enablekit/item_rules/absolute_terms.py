"""Q16: no absolute word may set some options apart from the others."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from enablekit.extend.item_parts import CHOSEN
from enablekit.extend.item_rule import Flaw
from enablekit.extend.short_quote import short
from enablekit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.item_rule import About
    from enablekit.model.item import Item

NUMBER = "Q16"
NAME = "absolute-terms"

# “All-in-one” and “half of all” say nothing absolute. In what people write, `all`, `none` and
# `only` stand in too many answers that are simply true.
_ALWAYS = (
    r"always|never|completely|absolutely|totally|definitely|impossible|inevitably|inevitable"
    r"|under no circumstances|in every case|at all times"
)
_WRITTEN = re.compile(rf"\b(?:{_ALWAYS})\b", re.IGNORECASE)
_MADE = re.compile(rf"\b(?:{_ALWAYS}|(?<!of )all(?!-)|none|incapable)\b", re.IGNORECASE)
_LONGEST = 12  # words; in a longer written option one word gives nothing away


def flaws(item: Item, about: About) -> Iterator[Flaw]:
    """Yield each option that an absolute word sets apart; of a made item the first."""
    if not about.is_english or (not item.written and item.form not in CHOSEN):
        return
    pattern = _WRITTEN if item.written else _MADE
    hits = {place: pattern.search(option.text) for place, option in enumerate(item.options)}
    absolute = {place: hit[0] for place, hit in hits.items() if hit}
    if len(absolute) == len(item.options):
        return
    for place, word in absolute.items():
        text = item.options[place].text
        if item.written and len(text.split()) > _LONGEST:
            continue
        yield Flaw(
            severity=Severity.WARNING,
            message=f"“{word}” gives “{short(text)}” away",
            fix="Say it without the word, or say every option as strongly",
            option=place,
            words=word,
        )
        if not item.written:
            return
