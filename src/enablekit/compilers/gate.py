"""The gate: made items are let through or dropped, each with the rules that dropped it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from enablekit.item_rules import (
    ITEM_RULES,
    balanced_truth,
    coverage,
    needless_truth,
    unique_stem,
    worn_distractors,
)
from enablekit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from enablekit.extend.item_rule import About, CheckRule, Flaw
    from enablekit.model.item import Item

# One flaw is acceptable, two are not: SAQUET's threshold (Moore et al. 2024).
_WARNINGS = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """
    Why an item was dropped.

    Attributes:
        rule: The number of the rule, such as `Q05`.
        name: Its name, such as `key-length`.
        flaw: What it found.

    """

    rule: str
    name: str
    flaw: Flaw


@dataclass(frozen=True, slots=True, kw_only=True)
class Dropped:
    """An item that nobody is asked, and why."""

    item: Item
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sifted:
    """What the gate let through and what it dropped, each in the order it came."""

    kept: tuple[Item, ...]
    dropped: tuple[Dropped, ...]


NOTHING = Sifted(kept=(), dropped=())


def sift(items: Iterable[Item], written: Sequence[Item], about: About) -> Sifted:
    """
    Judge made items, each by itself and then beside those that people wrote and the earlier ones.

    An error drops an item, and so does more than one warning.
    """
    kept: list[Item] = []
    dropped: list[Dropped] = []
    for item in items:
        reasons = judged(item, about)
        if is_refused(reasons):
            dropped.append(Dropped(item=item, reasons=reasons))
        else:
            kept.append(item)
    # What one of them drops counts for the next.
    for rules in ((coverage, unique_stem), (worn_distractors, needless_truth), (balanced_truth,)):
        reasons_beside = _beside((*written, *kept), about, rules)
        for place, reason in reasons_beside.items():
            dropped.append(Dropped(item=kept[place - len(written)], reasons=(reason,)))
        places = enumerate(kept, len(written))
        kept = [item for place, item in places if place not in reasons_beside]
    return Sifted(kept=tuple(kept), dropped=tuple(dropped))


def judged(item: Item, about: About) -> tuple[Reason, ...]:
    """Return everything the rules have to say about an item by itself."""
    return tuple(
        Reason(rule=rule.NUMBER, name=rule.NAME, flaw=flaw)
        for rule in ITEM_RULES
        for flaw in rule.flaws(item, about)
    )


def is_refused(reasons: Sequence[Reason]) -> bool:
    """Tell whether flaws weigh so much that nobody may be asked."""
    warnings = sum(one.flaw.severity is not Severity.ERROR for one in reasons)
    return warnings < len(reasons) or warnings > _WARNINGS


def _beside(items: Sequence[Item], about: About, rules: Iterable[CheckRule]) -> dict[int, Reason]:
    """Return why made items cannot stand beside the others, by their places."""
    return {
        place: Reason(rule=rule.NUMBER, name=rule.NAME, flaw=flaw)
        for rule in rules
        for place, flaw in rule.flaws(items, about)
        if place >= 0 and not items[place].written
    }
