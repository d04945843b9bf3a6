"""
Some but not all options of a question hold a word such as “always” or “never”.

Why reps care: Such options are nearly always wrong, and everybody who ever took a test knows it.
The rep passes by rule of thumb and not by knowing the piece.

Wrong:
    distractors: [It always pays back in a quarter]

Right:
    distractors: [It pays back in a quarter]
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
    code="EK408",
    name="absolute-cue",
    severity=Severity.WARNING,
    profile=Profile.STRICT,
)

# `all`, `none` and `only` are left out: they stand in too many answers that are simply true.
_ABSOLUTE = re.compile(
    r"\b(?:always|never|completely|absolutely|totally|definitely|impossible|inevitably"
    r"|inevitable|under no circumstances|in every case|at all times)\b",
    re.IGNORECASE,
)

_LONGEST = 12  # words; in a longer option one word gives nothing away


def check(asset: Asset, around: Surroundings) -> Iterator[Finding]:
    """Report each option that an absolute word sets apart from the others."""
    if not asset.language.startswith("en"):
        return
    for one in asked(asset, around):
        options = one.item.options
        hits = {number: _ABSOLUTE.search(option.text) for number, option in enumerate(options)}
        absolute = {number: hit[0] for number, hit in hits.items() if hit}
        if len(absolute) == len(options):
            continue
        for number, word in absolute.items():
            if len(options[number].text.split()) > _LONGEST:
                continue
            yield RULE.at(
                one.in_option(number, word),
                f"“{word}” gives “{short(options[number].text)}” away",
                place=one.place,
                fix="Say it without the word, or say every option as strongly",
            )
