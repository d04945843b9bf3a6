"""Q18: a stem asks one thing, in few words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from enablekit.extend.item_parts import judges
from enablekit.extend.item_rule import Flaw
from enablekit.extend.short_quote import short
from enablekit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.item_rule import About
    from enablekit.model.item import Item

NUMBER = "Q18"
NAME = "focused-stem"

_FEWEST_WORDS, _MOST_WORDS = 5, 40
_ASKS = re.compile(r"[?？：:…]|_{2,}|\.\.\.|\[ ?\]")  # noqa: RUF001 - full-width signs end questions too
_DEMAND = re.compile(
    r"(?:^|[.!,] )(?:please )?(?:answer|arrange|calculate|check|choose|click|compare|complete"
    r"|decide|describe|estimate|explain|fill|find|give|identify|label|list|mark|match|name|note"
    r"|order|pick|place|put|rank|select|sort|spot|state|tell|tick|true or false|write)\b",
    re.IGNORECASE,
)


def flaws(item: Item, about: About) -> Iterator[Flaw]:  # noqa: ARG001 - a rule's contract
    """
    Yield whether a stem is no question, or a long one.

    In a made stem a long title or quotation counts, too; very few words ask for nothing.
    """
    stem = item.stem
    words = len(stem.split())
    if words > _MOST_WORDS:
        message = f"“{short(stem)}” has {words} words"
        fix = f"Say it in at most {_MOST_WORDS}; leave out what the answer does not need"
    elif stem and not _ASKS.search(stem) and not _DEMAND.search(stem) and not judges(item):
        message = f"“{short(stem)}” asks nothing"
        fix = "Write it as a question, or end it with a colon that the options complete"
    elif not item.written and words < _FEWEST_WORDS:
        message, fix = f"“{short(stem)}” has only {words} words", "Say what is asked for"
    else:
        return
    yield Flaw(severity=Severity.ERROR, message=message, fix=fix)
