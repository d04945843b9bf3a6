"""Q13: where something fell, no option may let it rise, nor the other way round."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from enablekit.extend.item_parts import CHOSEN
from enablekit.extend.item_rule import Flaw
from enablekit.extend.quantities import quantity
from enablekit.extend.short_quote import short
from enablekit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from enablekit.extend.item_rule import About
    from enablekit.model.item import Item

NUMBER = "Q13"
NAME = "direction"

_DOWN = re.compile(
    r"\b(?:cut|cuts|fall|falls|fell|fallen|drop\w*|reduc\w+|sav(?:e|ed|es|ing)|decreas\w+|declin\w+"
    r"|lower\w*|shrank|shrunk|shrink\w*|down)\b",
    re.IGNORECASE,
)
_UP = re.compile(
    r"\b(?:gr[eo]w\w*|rise\w*|rose|rising|increas\w+|climb\w*|gain\w*|rais\w+|up)\b", re.IGNORECASE
)
_END = r"(?:_{2,}|[€$£]? ?\d[\d.,]*(?: ?%)?)"
_FROM_TO = re.compile(
    rf"\bfrom (?P<before>{_END})[^.;]{{0,30}}? to (?P<after>{_END})", re.IGNORECASE
)


def flaws(item: Item, about: About) -> Iterator[Flaw]:
    """Yield each option that turns `from … to …` against its verb."""
    hit = _FROM_TO.search(item.stem) if about.is_english and item.form in CHOSEN else None
    falls = bool(_DOWN.search(item.stem))
    if hit is None or falls == bool(_UP.search(item.stem)):
        return
    before, after = (quantity(hit[name].rstrip(".,")) for name in ("before", "after"))
    if (before is None) == (after is None):
        return
    for place, option in enumerate(item.options):
        value = quantity(option.text)
        if value is None:
            continue
        start: Decimal = before.value if before else value.value
        end: Decimal = after.value if after else value.value
        if start == end or (end < start) != falls:
            yield Flaw(
                severity=Severity.ERROR,
                message=f"“{short(option.text)}” would be no {'fall' if falls else 'rise'}",
                fix="Write a figure that goes the way the question says",
                option=place,
            )
