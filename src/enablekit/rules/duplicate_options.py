"""
Two options of a question say the same, but for case, punctuation or the way to write a number.

Why reps care: When the key and a wrong answer are the same, a rep is marked wrong for being right.

Wrong:
    key: 12,000 invoices
    distractors: [12k invoices, 30 invoices]

Right:
    key: 12,000 invoices
    distractors: [1,200 invoices, 30 invoices]
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.extend.answers import canonical
from enablekit.extend.rule import described
from enablekit.extend.short_quote import short
from enablekit.extend.written_items import asked
from enablekit.model.finding import Profile, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.surroundings import Surroundings
    from enablekit.model.asset import Asset
    from enablekit.model.finding import Finding
    from enablekit.model.item import Option

RULE = described(
    __doc__,
    code="EK403",
    name="duplicate-options",
    severity=Severity.ERROR,
    profile=Profile.MINIMAL,
)


def check(asset: Asset, around: Surroundings) -> Iterator[Finding]:
    """Report each option that repeats an earlier one of the same question."""
    for one in asked(asset, around):
        seen: dict[str, Option] = {}
        for number, option in enumerate(one.item.options):
            same = seen.setdefault(canonical(option.text) or option.text, option)
            if same is not option and option.text:
                yield RULE.at(
                    one.option_span(number),
                    f"“{short(option.text)}” is {_relation(option, same)}",
                    place=one.place,
                    fix="Write another wrong answer, or leave this one out; three options are "
                    "enough",
                )


def _relation(option: Option, same: Option) -> str:
    again = "" if option.text == same.text else f", “{short(same.text)}”"
    if option.correct != same.correct:
        return f"both a right and a wrong answer{again}"
    return f"an option twice{again}"
