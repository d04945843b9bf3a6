"""Q08: all options must be one kind of thing, so that none stands out."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from enablekit.extend.item_parts import CHOSEN
from enablekit.extend.item_rule import Flaw
from enablekit.extend.quantities import kind_of
from enablekit.extend.short_quote import short
from enablekit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.item_rule import About
    from enablekit.model.item import Item

NUMBER = "Q08"
NAME = "homogeneous-type"

_FEWEST = 3  # options; of two, either stands out


def flaws(item: Item, about: About) -> Iterator[Flaw]:
    """
    Yield the option that is another kind of thing than all others, which are alike.

    A made item may not mix kinds at all; of a written one only the odd one out is reported.
    """
    if item.form not in CHOSEN or len(item.options) < _FEWEST:
        return
    kinds = [_kind(option.text, about) for option in item.options]
    count = Counter(kinds)
    usual, many = max(count.items(), key=lambda one: one[1])
    if len(count) == 1 or (item.written and many < len(kinds) - 1):
        return
    place = next(number for number, kind in enumerate(kinds) if kind != usual)
    yield Flaw(
        severity=Severity.ERROR,
        message=f"“{short(item.options[place].text)}” is {_NAMES[kinds[place]]}, "
        f"and the other options are {_MANY[usual]}",
        fix="Make all options the same kind of thing",
        option=place,
    )


_NAMES = {
    "percent": "a percentage",
    "money": "an amount of money",
    "year": "a year",
    "number": "a number",
    "date": "a date",
    "title": "a title",
    "words": "in words",
}
_MANY = {
    "percent": "percentages",
    "money": "amounts of money",
    "year": "years",
    "number": "numbers",
    "date": "dates",
    "title": "titles",
    "words": "in words",
}


def _kind(text: str, about: About) -> str:
    return "title" if text in about.titles else kind_of(text)
