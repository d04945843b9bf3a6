"""Q03: no two options may say the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.extend.answers import canonical, content_stems, numbers
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

_TELLING = 4  # words; fewer are the same by chance
_ALIKE = 0.75
_FORMS = CHOSEN | {"sorting", "ordering", "matching"}


def flaws(item: Item, about: About) -> Iterator[Flaw]:
    """
    Yield each option that repeats an earlier one.

    What a person wrote is compared word by word, since `A before B` is not `B before A`. Of made
    options it is enough that they have the same words, or nearly the same telling ones: nobody has
    read them side by side.
    """
    if item.form not in _FORMS:
        return
    if not item.written and item.form in CHOSEN:
        yield from _nearly_same(item, about)
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


def _nearly_same(item: Item, about: About) -> Iterator[Flaw]:
    """Yield the first option whose telling words and numbers are nearly those of an earlier one."""
    known: list[tuple[str, frozenset[str], frozenset[str]]] = []
    for place, option in enumerate(item.options):
        telling, figures = frozenset(content_stems(option.text)), numbers(option.text)
        if option.text in about.titles or len(telling) < _TELLING:
            continue
        for text, others, theirs in known:
            if figures == theirs and len(telling & others) >= _ALIKE * len(telling | others):
                yield Flaw(
                    severity=Severity.ERROR,
                    message=f"“{short(option.text)}” says as good as the same as “{short(text)}”",
                    fix="Write another wrong answer, or leave this one out",
                    option=place,
                )
                return
        known.append((option.text, telling, figures))


def _relation(option: Option, same: Option) -> str:
    again = "" if option.text == same.text else f", “{short(same.text)}”"
    if option.correct != same.correct:
        return f"both a right and a wrong answer{again}"
    return f"an option twice{again}"
