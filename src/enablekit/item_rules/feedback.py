"""Q26: every item says why its answer is right, and where that stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.extend.item_rule import Flaw
from enablekit.extend.short_quote import short
from enablekit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.item_rule import About
    from enablekit.model.item import Item

NUMBER = "Q26"
NAME = "feedback"


def flaws(item: Item, about: About) -> Iterator[Flaw]:  # noqa: ARG001 - a rule's contract
    """Yield whether an item that can be marked is not explained; an option may do that, too."""
    can_be_marked = item.options or item.number is not None
    explains = item.rationale or any(option.feedback for option in item.options)
    if not can_be_marked or (explains and (item.written or item.source.path)):
        return
    yield Flaw(
        severity=Severity.ERROR,
        message=f"nothing says why the answer to “{short(item.stem)}” is right",
        fix="Add a sentence from the piece in a paragraph below the options"
        if item.in_order
        else "Add `rationale:` with a sentence from the piece",
    )
