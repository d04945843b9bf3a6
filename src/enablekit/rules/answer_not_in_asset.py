"""
Neither the piece nor its guidance says what a question takes for right.

It is an error when the answer holds a number that stands nowhere; otherwise, when no passage has
most of its words, a warning.

Why reps care: A check teaches. A number that was changed in the piece and not in the question is
learned, and said to a buyer.

Wrong:
    check:
      items:
        - stem: How much later is a disputed invoice paid?
          key: 17 days

Right:
    check:
      items:
        - stem: How much later is a disputed invoice paid?
          key: 14 days
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.extend.answers import numbers
from enablekit.extend.item_support import Said, counted
from enablekit.extend.rule import described
from enablekit.extend.short_quote import short
from enablekit.extend.written_items import asked
from enablekit.model.finding import Profile, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.surroundings import Surroundings
    from enablekit.extend.written_items import Asked
    from enablekit.model.asset import Asset
    from enablekit.model.finding import Finding

RULE = described(
    __doc__,
    code="EK409",
    name="answer-not-in-asset",
    severity=Severity.ERROR,
    profile=Profile.RECOMMENDED,
)


def check(asset: Asset, around: Surroundings) -> Iterator[Finding]:
    """Report each right answer that nothing supports; of text that can be read only."""
    items = asked(asset, around)
    if not items or not asset.body.blocks:
        return
    said = Said(asset)
    for one in items:
        for number, option in enumerate(one.item.options):
            if not option.correct:
                continue
            absent = [figure for figure in counted(option.text) if figure not in said.numbers]
            if absent and not _is_worked_out(one, said):
                yield RULE.at(
                    one.in_option(number, absent[0]),
                    f"neither the piece nor its guidance has the number in “{short(option.text)}”",
                    place=one.place,
                    fix="Correct the answer, or the piece if the number is new",
                )
            elif asset.language.startswith("en") and not absent and not said.supports(one, option):
                yield RULE.at(
                    one.option_span(number),
                    f"nothing in the piece or its guidance says “{short(option.text)}”",
                    place=one.place,
                    fix="Use the words of the piece, or add what is asked to `must_know:`",
                    severity=Severity.WARNING,
                )


def _is_worked_out(one: Asked, said: Said) -> bool:
    """Tell whether the answer is calculated, from figures of the question or of the rationale."""
    why = numbers(one.item.rationale)
    return bool(numbers(one.item.stem)) or len(why & said.numbers) > 1
