"""Q12: a question can be understood by itself, wherever it is asked."""

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

NUMBER = "Q12"
NAME = "self-contained"

# `This product` and `these companies` stand for themselves no better than `it` does; but `these`
# before a colon, or with a question word, points to the options.
_LEANING = re.compile(
    r"\W*(?P<word>(?!IT\b)(?i:it|its|this|that|these|those|they|them|their|he|she|his|her|such"
    r"|the former|the latter|the above|as above"
    r"|(?:here|above|below)(?=[,:]| (?:is|are|you|we)\b)))\b"
)
# What a sentence can only go on with, when something stood before it. Only in words of others.
_GOING_ON = re.compile(
    r"\W*(?P<word>but|so|and|or|however|therefore|thus|otherwise|instead|also|then|yet|still"
    r"|for example|for instance|in addition|additionally|furthermore|moreover|as a result"
    r"|on the other hand|both|either|there,)\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"“([^”]*)”")


def flaws(item: Item, about: About) -> Iterator[Flaw]:
    """Yield the word with which a stem, or a sentence it quotes, points to what stood before."""
    if not about.is_english:
        return
    hit = _LEANING.match(item.stem)
    if hit is not None and item.written and _points_to_options(item):
        return
    if hit is None and not item.written:
        quoted = [one for one in _QUOTED.findall(own_words(item.stem)) if one not in about.titles]
        hits = (_LEANING.match(one) or _GOING_ON.match(one) for one in quoted if " " in one)
        hit = next((one for one in hits if one), None)
    if hit is not None:
        yield Flaw(
            severity=Severity.ERROR,
            message=f"“{hit['word']}” points to something the question does not name",
            fix="Name what is meant: the question may be read alone",
            words=hit["word"],
        )


def _points_to_options(item: Item) -> bool:
    """Tell whether the stem points ahead, as in “These are the causes:”."""
    return item.stem.rstrip().endswith((":", "…", "...")) or "__" in item.stem
