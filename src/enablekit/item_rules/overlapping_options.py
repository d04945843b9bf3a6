"""Q22: no option may hold another, or be put together from the others."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from enablekit.extend.answers import canonical
from enablekit.extend.item_parts import CHOSEN
from enablekit.extend.item_rule import Flaw
from enablekit.extend.short_quote import short
from enablekit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.item_rule import About
    from enablekit.model.item import Item

NUMBER = "Q22"
NAME = "overlapping-options"

_BETWEEN = re.compile(r"\s*(?:,|;|\+|&|/)\s*(?:(?:and|or)\s+)?|\s+(?:and|or|und|oder)\s+")


def flaws(item: Item, about: About) -> Iterator[Flaw]:  # noqa: ARG001 - a rule's contract
    """
    Yield the first option that another one is a part of.

    Of a written item the other must be one of the things it lists: “More than 14 days” holds
    “14 days” and says the opposite.
    """
    if item.form not in CHOSEN:
        return
    texts = [canonical(option.text) for option in item.options]
    for place, option in enumerate(item.options):
        part = _part_of(place, option.text, texts, strictly=not item.written)
        if part is not None:
            yield Flaw(
                severity=Severity.ERROR,
                message=f"“{short(option.text)}” holds another option, "
                f"“{short(item.options[part].text)}”",
                fix="Write options that exclude each other",
                option=place,
            )
            return


def _part_of(place: int, text: str, texts: list[str], *, strictly: bool) -> int | None:
    """Return the place of another option that is part of this one."""
    pieces = [canonical(piece) for piece in _BETWEEN.split(text.casefold())]
    for other, part in enumerate(texts):
        if other == place or not part or part == texts[place]:
            continue
        if (len(pieces) > 1 and part in pieces) or (
            strictly and f" {part} " in f" {texts[place]} "
        ):
            return other
    return None
