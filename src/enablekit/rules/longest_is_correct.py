"""
The right answer is much longer than every wrong one.

It has at least four words, and the longest wrong option has less than three quarters of its
characters.

Why reps care: Anybody who picks the longest option passes, so a manager believes that a rep is
ready who has read nothing.

Wrong:
    key: It shows which invoices were disputed, why, and since when
    distractors: [It sends reminders, It books payments]

Right:
    key: It shows which invoices were disputed
    distractors: [It sends reminders to late payers, It books payments as they come in]
"""

from __future__ import annotations

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
    code="EK405",
    name="longest-is-correct",
    severity=Severity.WARNING,
    profile=Profile.RECOMMENDED,
)

# The limits of criterion 5 of SAQUET (Moore et al. 2024).
_SHORT_KEY = 4  # words; among shorter keys, length gives nothing away
_SHARE = 0.75


def check(asset: Asset, around: Surroundings) -> Iterator[Finding]:
    """Report each right answer that its length gives away."""
    for one in asked(asset, around):
        key = one.key
        if key is None or not one.distractors or len(key.text.split()) < _SHORT_KEY:
            continue
        longest = max(len(option.text) for option in one.distractors)
        if longest < _SHARE * len(key.text):
            yield RULE.at(
                one.key_span(),
                f"“{short(key.text)}” is right and by far the longest option "
                f"({len(key.text)} characters; the next has {longest})",
                place=one.place,
                fix="Shorten it, or give the wrong answers as much detail",
            )
