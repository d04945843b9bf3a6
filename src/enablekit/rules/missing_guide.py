"""
A published asset has no guidance, or only drafts that nobody confirmed.

Why reps care: A file without a word on whom it is for and what to say gets mailed to everybody or
to nobody. The rep who needs it ten minutes before a call closes it again.

Wrong:
    title: Pricing 2026
    owner: ana

Right:
    title: Pricing 2026
    owner: ana
    enablement:
      tldr: Two prices, no extras. Use it when somebody asks what a pilot costs.
"""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

from enablekit.extend.rule import described
from enablekit.extend.short_quote import short
from enablekit.extend.whole_asset import is_empty, is_in_use, title_of
from enablekit.model.finding import Severity
from enablekit.model.guidance import Guidance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.surroundings import Surroundings
    from enablekit.model.asset import Asset
    from enablekit.model.finding import Finding

RULE = described(__doc__, code="EK201", name="missing-guide", severity=Severity.ERROR)


def check(asset: Asset, around: Surroundings) -> Iterator[Finding]:
    """Report a published asset that says nothing about its use."""
    if asset.has_guidance or is_empty(asset) or not is_in_use(asset):
        return
    if asset.drafts != Guidance():
        yield RULE.at(
            title_of(asset, around),
            f"“{short(asset.title)}” has only drafts for a guide",
            fix="Read each entry, mend it and delete its `draft: true`",
        )
        return
    # `draft` proposes what the text says; where it says nothing, only a person can begin.
    draft = f"`enablekit draft {shlex.quote(asset.path)}` proposes a guide from the text"
    begin = "Write `enablement:`; `enablekit fields` lists what goes there"
    yield RULE.at(
        title_of(asset, around),
        f"nothing says how to use “{short(asset.title)}”",
        fix=draft if asset.evidence.key_sentences else begin,
    )
