"""Q28: what an item quotes must still stand where it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.extend.item_making import normalised
from enablekit.extend.item_rule import Flaw
from enablekit.extend.short_quote import short
from enablekit.model.finding import Severity
from enablekit.model.phrase import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.item_rule import About
    from enablekit.model.item import Item

NUMBER = "Q28"
NAME = "stale-source"


def flaws(item: Item, about: About) -> Iterator[Flaw]:
    """
    Yield whether the lines of an item no longer hold what its rationale quotes.

    Items are made anew from the text each time, so that no hash has to be kept: the words
    themselves are looked for in the lines. What a person quotes is a matter for other rules.
    """
    if not item.drawn or not about.asset.body.blocks or not isinstance(item.rationale, Phrase):
        return
    quoted = item.rationale.values.get("text", "")
    here = normalised(" ".join(about.standing_at(item.source)))
    if isinstance(quoted, str) and quoted and normalised(quoted) not in here:
        yield Flaw(
            severity=Severity.ERROR,
            message=f"“{short(quoted)}” does not stand in {item.source.lines}",
            fix="Make the item anew from the text as it is",
        )
