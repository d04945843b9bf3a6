"""Q17: no word such as “sometimes”, which is right for whoever reads it so."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from enablekit.extend.item_parts import own_words
from enablekit.extend.item_rule import Flaw
from enablekit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.item_rule import About
    from enablekit.model.item import Item

NUMBER = "Q17"
NAME = "vague-terms"

# Criterion 9 of SAQUET (Moore et al. 2024).
_VAGUE = re.compile(
    r"\b(?:frequently|occasionally|rarely|seldom|sometimes|usually|regularly|periodically"
    r"|infrequently|generally|nearly|more or less|somewhat|partly)\b",
    re.IGNORECASE,
)
_LONGEST = 12  # words; a longer written option is about something else, too


def flaws(item: Item, about: About) -> Iterator[Flaw]:
    """
    Yield the first vague word of a written item's short options, or of anything in a made item.

    In a question that a person wrote, “usually” asks for the usual case.
    """
    if not about.is_english:
        return
    texts = [(place, option.text) for place, option in enumerate(item.options)]
    if item.written:
        texts = [(place, text) for place, text in texts if len(text.split()) <= _LONGEST]
    found = ((place, hit[0]) for place, text in texts if (hit := _VAGUE.search(text)))
    in_stem = None if item.written else _VAGUE.search(own_words(item.stem))
    first = next(found, None) or ((None, in_stem[0]) if in_stem else None)
    if first is not None:
        yield Flaw(
            severity=Severity.WARNING,
            message=f"“{first[1]}” means more to one reader and less to another",
            fix="Say how often, or leave the word out",
            option=first[0],
            words=first[1],
        )
