"""Q27: options are short enough to be held side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.extend.item_rule import Flaw
from enablekit.extend.short_quote import short
from enablekit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.item_rule import About
    from enablekit.model.item import Item

NUMBER = "Q27"
NAME = "readability"

_MOST_WORDS = 25  # of an option; a long stem is looked for with what it asks


def flaws(item: Item, about: About) -> Iterator[Flaw]:  # noqa: ARG001 - a rule's contract
    """Yield the longest option when it has too many words."""
    lengths = [len(option.text.split()) for option in item.options]
    longest = max(lengths, default=0)
    if longest <= _MOST_WORDS:
        return
    place = lengths.index(longest)
    yield Flaw(
        severity=Severity.WARNING,
        message=f"“{short(item.options[place].text)}” has {longest} words",
        fix=f"Say it in at most {_MOST_WORDS}, or make two questions of it",
        option=place,
    )
