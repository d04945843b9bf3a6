"""
Several written questions test the same must-know of a piece, and another must-know has none.

Why reps care: What is never asked is the first to be forgotten, while the check asks for something
else twice.

Wrong:
    must_know:
      - id: pay
        statement: A disputed invoice is paid 14 days later.
      - id: share
        statement: Three causes make up most disputes.
    check:
      items:
        - stem: How much later is a disputed invoice paid?
          tests: pay
        - stem: Which invoices are paid 14 days later?
          tests: pay

Right:
    must_know:
      - id: pay
        statement: A disputed invoice is paid 14 days later.
      - id: share
        statement: Three causes make up most disputes.
    check:
      items:
        - stem: How much later is a disputed invoice paid?
          tests: pay
        - stem: How many causes make up most disputes?
          tests: share
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from enablekit.extend.item_findings import about_written, items_of
from enablekit.extend.rule import described
from enablekit.extend.short_quote import short
from enablekit.extend.where_written import first_line
from enablekit.extend.written_items import asked
from enablekit.item_rules import coverage
from enablekit.model.diagnosis import Profile
from enablekit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.surroundings import Surroundings
    from enablekit.model.asset import Asset
    from enablekit.model.finding import Finding

RULE = described(
    __doc__,
    code="EK424",
    name="untested-must-know",
    severity=Severity.INFO,
    profile=Profile.STRICT,
)


def check(asset: Asset, around: Surroundings) -> Iterator[Finding]:
    """Report each must-know that no written question tests, where others have several."""
    items = items_of(asked(asset, around, every_form=True), asset)
    tested = Counter(item.tests for item in items if item.tests)
    # A must-know without a written question is asked for by one that is made, where that can be.
    if max(tested.values(), default=0) <= 1:
        return
    for known in coverage.untested(items, about_written(asset, around)):
        yield RULE.at(
            first_line(known.span, around),
            f"no question tests “{short(known.statement)}”",
            place=f"must_know {known.id}",
            fix=f"Write a question with `tests: {known.id}`",
        )
