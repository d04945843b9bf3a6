"""Q03: no two options may say the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.extend.answers import canonical
from enablekit.extend.item_parts import CHOSEN
from enablekit.extend.item_rule import Flaw
from enablekit.extend.short_quote import short
from enablekit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.item_rule import About
    from enablekit.model.item import Item, Option

NUMBER = "Q03"
NAME = "options-distinct"

_FORMS = CHOSEN | {"sorting", "ordering", "matching"}


def flaws(item: Item, about: About) -> Iterator[Flaw]:  # noqa: ARG001 - a rule's contract
    """
    Yield each option that repeats an earlier one.

    What a person wrote is compared word by word, since `A before B` is not `B before A`. Of made
    options it is enough that they have the same words: nobody has read them side by side.
    """
    if item.form not in _FORMS:
        return
    seen: dict[object, Option] = {}
    for place, option in enumerate(item.options):
        text = canonical(option.text) or option.text
        same = seen.setdefault(text if item.written else frozenset(text.split()), option)
        if same is not option and option.text:
            yield Flaw(
                severity=Severity.ERROR,
                message=f"“{short(option.text)}” is {_relation(option, same)}",
                fix="Write another wrong answer, or leave this one out; three options are enough",
                option=place,
            )


def _relation(option: Option, same: Option) -> str:
    again = "" if option.text == same.text else f", “{short(same.text)}”"
    if option.correct != same.correct:
        return f"both a right and a wrong answer{again}"
    return f"an option twice{again}"
