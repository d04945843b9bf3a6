"""Q25: every must-know is asked for, and no sentence more than twice."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from enablekit.extend.item_parts import asks_for_exception
from enablekit.extend.item_rule import Flaw
from enablekit.extend.short_quote import short
from enablekit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from enablekit.extend.item_rule import About
    from enablekit.model.guidance_entries import MustKnow
    from enablekit.model.item import Item

NUMBER = "Q25"
NAME = "coverage"

MOST_A_PLACE = 2


def flaws(items: Sequence[Item], about: About) -> Iterator[tuple[int, Flaw]]:
    """Yield each item that is the third about one place, and each must-know nobody is asked for."""
    places: Counter[tuple[str, int, int]] = Counter()
    for number, item in enumerate(items):
        if asks_for_exception(item):  # its answer stands in another piece
            continue
        place = place_of(item)
        places[place] += 1
        if not item.written and places[place] > MOST_A_PLACE:
            yield (
                number,
                Flaw(
                    severity=Severity.WARNING,
                    message="two questions ask about these lines already",
                    fix="Ask about something else",
                ),
            )
    for known in untested(items, about):
        yield (
            -1,
            Flaw(
                severity=Severity.WARNING,
                message=f"no question tests “{short(known.statement)}”",
                fix=f"Write a question with `tests: {known.id}`",
            ),
        )


def untested(items: Sequence[Item], about: About) -> tuple[MustKnow, ...]:
    """Return the must-knows with an id that no item tests."""
    tested = {item.tests for item in items}
    return tuple(one for one in about.asset.guidance.must_know if one.id and one.id not in tested)


def place_of(item: Item) -> tuple[str, int, int]:
    """Return where an item's fact begins."""
    return (item.source.path, item.source.line, item.source.column)
