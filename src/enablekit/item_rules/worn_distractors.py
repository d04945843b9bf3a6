"""Q29: no wrong answer stands in more than two items of one check."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from enablekit.extend.answers import canonical
from enablekit.extend.item_parts import CHOSEN, asks_for_exception, distractors, judges
from enablekit.extend.item_rule import Flaw
from enablekit.extend.quantities import kind_of
from enablekit.extend.short_quote import short
from enablekit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from enablekit.extend.item_rule import About
    from enablekit.model.item import Item

NUMBER = "Q29"
NAME = "worn-distractors"

_MOST = 2


def flaws(items: Sequence[Item], about: About) -> Iterator[tuple[int, Flaw]]:  # noqa: ARG001 - a rule's contract
    """
    Yield each made item with a wrong answer that two earlier ones have.

    Whoever has met it twice knows that it is wrong. Figures are met everywhere, and so are true and
    false; what an item asks the exception of are right answers.
    """
    met: Counter[str] = Counter()
    for place, item in enumerate(items):
        if item.form not in CHOSEN or judges(item) or asks_for_exception(item):
            continue
        wrong = [text for _, text in distractors(item) if kind_of(text) == "words"]
        worn = next((text for text in wrong if met[canonical(text)] >= _MOST), "")
        if worn and not item.written:
            yield (
                place,
                Flaw(
                    severity=Severity.ERROR,
                    message=f"“{short(worn)}” is wrong in two other questions already",
                    fix="Write another wrong answer",
                ),
            )
            continue
        met.update(canonical(text) for text in wrong)
