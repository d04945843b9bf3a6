"""Q31: nobody judges a statement as true or false where a better question asks for the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.extend.item_parts import judges
from enablekit.extend.item_rule import Flaw
from enablekit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from enablekit.extend.item_rule import About
    from enablekit.model.item import Item

NUMBER = "Q31"
NAME = "needless-truth"


def flaws(items: Sequence[Item], about: About) -> Iterator[tuple[int, Flaw]]:  # noqa: ARG001 - a rule's contract
    """
    Yield each made item that judges a statement another item asks for.

    With two options, every second guess is right.
    """
    others = [one for one in items if one.written or not judges(one)]
    places = {_beginning(one) for one in others}
    tested = {one.tests for one in others if one.tests}
    for place, item in enumerate(items):
        if item.written or not judges(item):
            continue
        if _beginning(item) in places or item.tests in tested:
            yield (
                place,
                Flaw(
                    severity=Severity.ERROR,
                    message="another question asks for the same, and cannot be guessed as well",
                    fix="Leave it out",
                ),
            )


def _beginning(item: Item) -> tuple[str, int, int]:
    return (item.source.path, item.source.line, item.source.column)
