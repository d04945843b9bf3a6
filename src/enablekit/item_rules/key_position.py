"""Q23: the place of the right answer may not be guessed."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from enablekit.extend.item_rule import Flaw
from enablekit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from enablekit.extend.item_rule import About
    from enablekit.model.item import Item

NUMBER = "Q23"
NAME = "key-position"

_LONGEST_RUN = 3
# What chi-square exceeds by chance once in a hundred times, by degrees of freedom:
# NIST/SEMATECH e-Handbook, 1.3.6.7.4,
# https://www.itl.nist.gov/div898/handbook/eda/section3/eda3674.htm
_ONCE_IN_A_HUNDRED = {1: 6.635, 2: 9.210, 3: 11.345, 4: 13.277}
# For people's own order: with fewer items, the same place three times is chance; `Yes` and `No`
# have an order of their own.
_FEWEST_ITEMS, _FEWEST_OPTIONS = 4, 3
_MOST = 0.75
_ORDINALS = ("first", "second", "third", "fourth", "fifth")


def flaws(items: Sequence[Item], about: About) -> Iterator[tuple[int, Flaw]]:  # noqa: ARG001 - a rule's contract
    """Yield whether the keys prefer a place, or stand at one more than three times on end."""
    placed = [
        (number, place) for number, item in enumerate(items) if (place := place_of(item)) >= 0
    ]
    if _is_uneven([items[number] for number, _ in placed]):
        yield -1, _flaw("the right answers prefer one place")
    run = 0
    for index, (number, place) in enumerate(placed):
        run = run + 1 if index and placed[index - 1][1] == place else 1
        if run > _LONGEST_RUN:
            yield number, _flaw(f"{run} right answers on end stand at the same place")
            return


def favoured(items: Sequence[Item]) -> tuple[str, int, int, int] | None:
    """
    Return the place at which at least three quarters of the keys stand in the order people chose.

    Returns:
        The place in words, how many keys stand there, of how many, and the first such item.

    """
    marked = [
        (number, place_of(item))
        for number, item in enumerate(items)
        if item.in_order and place_of(item) >= 0 and len(item.options) >= _FEWEST_OPTIONS
    ]
    places = Counter(place for _, place in marked)
    if len(marked) < _FEWEST_ITEMS:
        return None
    place, many = min(places.items(), key=lambda one: (-one[1], one[0]))
    if many < _MOST * len(marked) or place >= len(_ORDINALS):
        return None
    first = next(number for number, one in marked if one == place)
    return _ORDINALS[place], many, len(marked), first


def place_of(item: Item) -> int:
    """Return the place of the key of a single choice, counted from 0; -1 for anything else."""
    right = [place for place, option in enumerate(item.options) if option.correct]
    return right[0] if item.form == "single" and len(right) == 1 else -1


def _is_uneven(items: Sequence[Item]) -> bool:
    places = Counter(place_of(item) for item in items)
    most = max((len(item.options) for item in items), default=0)
    expected = [
        sum(1 / len(item.options) for item in items if place < len(item.options))
        for place in range(most)
    ]
    found = sum((places[place] - wanted) ** 2 / wanted for place, wanted in enumerate(expected))
    return found > _ONCE_IN_A_HUNDRED.get(most - 1, max(_ONCE_IN_A_HUNDRED.values()) + most)


def _flaw(message: str) -> Flaw:
    fix = "Move some of the right answers to other places"
    return Flaw(severity=Severity.ERROR, message=message, fix=fix)
