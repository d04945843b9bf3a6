"""Q07: no option may speak of the other options."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from enablekit.extend.item_rule import Flaw
from enablekit.extend.short_quote import short
from enablekit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.item_rule import About
    from enablekit.model.item import Item

NUMBER = "Q07"
NAME = "all-or-none"

_OF_OTHERS = re.compile(
    r"(?:(?:all|none|both|neither|any|each)(?: of)?(?: the)?(?: \w+)?"
    r" (?:above|below|these|other(?: options| answers)|options|answers)"
    r"|(?:both |neither )?\(?[a-d1-4]\)?,? (?:and|or|nor|&) \(?[a-d1-4]\)?(?: only)?"
    r"|(?:all|none|both) of (?:them|those))[.!]?",
    re.IGNORECASE,
)


def flaws(item: Item, about: About) -> Iterator[Flaw]:  # noqa: ARG001 - a rule's contract
    """Yield each option such as “all of the above”."""
    for place, option in enumerate(item.options):
        if _OF_OTHERS.fullmatch(option.text.strip()):
            yield Flaw(
                severity=Severity.ERROR,
                message=f"“{short(option.text)}” speaks of the other options",
                fix="Write a mistake that reps really make instead, or leave the option out",
                option=place,
            )
