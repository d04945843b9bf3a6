"""
Words that must stay inside stand where customers will read them.

Why reps care: A buyer who has once read the lowest discount will not pay a cent more.

Wrong:
    follow_up:
      subject: Our offer
      body: Here is the offer. Our margin leaves room for talks.

Right:
    follow_up:
      subject: Our offer
      body: Here is the offer. May I call you on Thursday?
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.extend.confidential_words import marks, prices
from enablekit.extend.guidance_texts import place_at, texts
from enablekit.extend.rule import described
from enablekit.extend.short_quote import short
from enablekit.extend.where_written import in_block, is_code
from enablekit.model.asset import Status
from enablekit.model.audience import Audience
from enablekit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.surroundings import Surroundings
    from enablekit.model.asset import Asset
    from enablekit.model.finding import Finding

RULE = described(__doc__, code="EK307", name="internal-leak", severity=Severity.ERROR)

# Written to be sent, whoever may read the guidance.
_SENT = frozenset({"follow_up", "share"})
_PROSE = frozenset({"heading", "paragraph", "list", "table", "figure"})


def check(asset: Asset, around: Surroundings) -> Iterator[Finding]:
    """Report what outsiders would read."""
    if asset.status is Status.RETIRED or not asset.language.casefold().startswith("en"):
        return
    for one in texts(asset):
        if one.part in _SENT or one.audience > Audience.INTERNAL:
            for start, end in sorted({*marks(one.text), *prices(one.text)}):
                words = one.text[start:end]
                fix = "Take it out, or mark the entry `audience: internal`"
                if one.part in _SENT:
                    fix = "Take it out: these words are sent as they are"
                span = place_at(one, start, end, around)
                yield RULE.at(span, _message(words), place=one.place, fix=fix)
    if asset.audience > Audience.INTERNAL:
        yield from _in_text(asset, around)


def _in_text(asset: Asset, around: Surroundings) -> Iterator[Finding]:
    for block in asset.body.blocks:
        if block.kind not in _PROSE or block.audience is Audience.INTERNAL:
            continue
        for start, end in marks(block.text):
            if not is_code(block, start, around):
                yield RULE.at(
                    in_block(block, start, end, around),
                    _message(block.text[start:end]),
                    fix="Take it out, or put it between `::: internal` and `:::`",
                    severity=Severity.WARNING,
                )


def _message(words: str) -> str:
    return f"“{short(words)}” stands where outsiders read it"
