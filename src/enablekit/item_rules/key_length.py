"""Q05: the right answer may not be told by its length."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.extend.item_parts import distractors, only_key
from enablekit.extend.item_rule import Flaw
from enablekit.extend.short_quote import short
from enablekit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.item_rule import About
    from enablekit.model.item import Item

NUMBER = "Q05"
NAME = "key-length"

_SHORT_KEY = 4  # words; among shorter keys, length gives nothing away
# The limits of criterion 5 of SAQUET: 0.75 (Moore et al. 2024), 0.8 (2023).
_SHARE_WRITTEN, _SHARE_MADE = 0.75, 0.8
_SHARE_SHORT = 0.5


def flaws(item: Item, about: About) -> Iterator[Flaw]:
    """
    Yield whether the key is much longer, or, of a made item, much shorter than every distractor.

    Titles have the length they have: nobody made them longer to make them right.
    """
    key = only_key(item)
    if key is None or key[1] in about.titles:
        return
    place, text = key
    lengths = [len(one) for _, one in distractors(item)]
    longest, shortest = max(lengths), min(lengths)
    share = _SHARE_WRITTEN if item.written else _SHARE_MADE
    if len(text.split()) >= _SHORT_KEY and longest < share * len(text):
        yield Flaw(
            severity=Severity.ERROR,
            message=f"“{short(text)}” is right and by far the longest option "
            f"({len(text)} characters; the next has {longest})",
            fix="Shorten it, or give the wrong answers as much detail",
            option=place,
        )
    elif not item.written and len(text) < _SHARE_SHORT * shortest:
        yield Flaw(
            severity=Severity.WARNING,
            message=f"“{short(text)}” is right and by far the shortest option",
            fix="Give it as much detail as the wrong answers have",
            option=place,
        )
