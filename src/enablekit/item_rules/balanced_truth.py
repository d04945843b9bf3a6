"""Q30: among made items that ask for true or false, either answer is as often right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.extend.item_parts import judges, keys
from enablekit.extend.item_rule import Flaw
from enablekit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from enablekit.extend.item_rule import About
    from enablekit.model.item import Item

NUMBER = "Q30"
NAME = "balanced-truth"


def flaws(items: Sequence[Item], about: About) -> Iterator[tuple[int, Flaw]]:  # noqa: ARG001 - a rule's contract
    """Yield every made item that judges a statement, if one answer is the better guess."""
    made = {place: one for place, one in enumerate(items) if not one.written and judges(one)}
    first = sum(keys(one)[0][0] == 0 for one in made.values() if keys(one))
    if 2 * first == len(made):
        return
    for place in made:
        yield (
            place,
            Flaw(
                severity=Severity.ERROR,
                message="whoever always gives the same answer is right more often than not",
                fix="Ask for as many true statements as for changed ones",
            ),
        )
