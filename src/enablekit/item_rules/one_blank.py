"""Q19: a sentence to complete has one blank, and words before it that say what goes there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from enablekit.extend.item_parts import gaps
from enablekit.extend.item_rule import Flaw
from enablekit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.item_rule import About
    from enablekit.model.item import Item

NUMBER = "Q19"
NAME = "one-blank"

_EARLY = 3  # words of the sentence
_GAP = re.compile(r"_{2,}")
_SENTENCE = re.compile(r"“([^”]*_{2,}[^”]*)”")


def flaws(item: Item, about: About) -> Iterator[Flaw]:  # noqa: ARG001 - a rule's contract
    """Yield whether a made stem has several blanks, or begins with one."""
    count = gaps(item.stem)
    if item.written or not count:
        return
    if count > 1:
        yield Flaw(
            severity=Severity.ERROR,
            message=f"there are {count} blanks to fill",
            fix="Leave one thing out",
        )
        return
    quoted = _SENTENCE.search(item.stem)
    words = (quoted[1] if quoted else item.stem).split()
    if any(_GAP.search(word) for word in words[:_EARLY]):
        yield Flaw(
            severity=Severity.WARNING,
            message="the sentence begins with the blank",
            fix="Leave out something that stands later",
            words="____",
        )
