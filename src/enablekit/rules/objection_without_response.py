"""
An objection in the guidance has no answer.

Why reps care: Reading the objection without an answer only makes the rep expect to lose.

Wrong:
    objections:
      - they_say: Our ERP does that.

Right:
    objections:
      - they_say: Our ERP does that.
        respond: It matches what you receive. Nothing checks what you send.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.extend.guidance_texts import numbered
from enablekit.extend.rule import described
from enablekit.extend.short_quote import short
from enablekit.extend.where_written import in_entry
from enablekit.extend.whole_asset import is_in_use
from enablekit.model.finding import Severity
from enablekit.model.guidance_entries import Objection

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.surroundings import Surroundings
    from enablekit.model.asset import Asset
    from enablekit.model.finding import Finding

RULE = described(__doc__, code="EK207", name="objection-without-response", severity=Severity.ERROR)


def check(asset: Asset, around: Surroundings) -> Iterator[Finding]:
    """Report each objection that the rep cannot answer."""
    if not is_in_use(asset):
        return
    for place, entry in numbered(asset, "objections"):
        if isinstance(entry, Objection) and entry.they_say and not entry.respond:
            yield RULE.at(
                in_entry(entry.span, entry.they_say, around, key="they_say"),
                f"no answer to “{short(entry.they_say)}”",
                place=place,
                fix="Add `respond:` with what to say, or take the objection out",
            )
