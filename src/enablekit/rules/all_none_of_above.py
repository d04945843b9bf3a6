"""
An option speaks of the other options, such as “all of the above” or “both A and B”.

Why reps care: Whoever knows that two options are right picks “all of the above” without knowing
the rest, so the check no longer shows who is ready. Options are also mixed: nothing is above.

Wrong:
    distractors: [Price, Quantity, All of the above]

Right:
    distractors: [Price, Quantity, Damage in transit]
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from enablekit.extend.rule import described
from enablekit.extend.short_quote import short
from enablekit.extend.written_items import asked
from enablekit.model.finding import Profile, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.surroundings import Surroundings
    from enablekit.model.asset import Asset
    from enablekit.model.finding import Finding

RULE = described(
    __doc__,
    code="EK404",
    name="all-none-of-above",
    severity=Severity.WARNING,
    profile=Profile.RECOMMENDED,
)

_OF_OTHERS = re.compile(
    r"(?:(?:all|none|both|neither|any|each)(?: of)?(?: the)?(?: \w+)?"
    r" (?:above|below|these|other(?: options| answers)|options|answers)"
    r"|(?:both |neither )?\(?[a-d1-4]\)?,? (?:and|or|nor|&) \(?[a-d1-4]\)?(?: only)?"
    r"|(?:all|none|both) of (?:them|those))[.!]?",
    re.IGNORECASE,
)


def check(asset: Asset, around: Surroundings) -> Iterator[Finding]:
    """Report each option that speaks of the others."""
    for one in asked(asset, around):
        for number, option in enumerate(one.item.options):
            if _OF_OTHERS.fullmatch(option.text.strip()):
                yield RULE.at(
                    one.option_span(number),
                    f"“{short(option.text)}” speaks of the other options",
                    place=one.place,
                    fix="Write a mistake that reps really make instead, or leave the option out",
                )
