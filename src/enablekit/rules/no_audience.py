"""
The guidance of a published asset names no kind of person to use it with.

Why reps care: A paper for the finance chief bores the engineer, and the next mail stays unread.

Wrong:
    enablement:
      tldr: What a disputed invoice costs, for buyers.

Right:
    enablement:
      tldr: What a disputed invoice costs.
      use_with:
        - persona: cfo
          why: Late invoices are his working capital.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.extend.guidance_gaps import names_nobody
from enablekit.extend.rule import described
from enablekit.extend.short_quote import short
from enablekit.extend.whole_asset import guidance_of, is_in_use
from enablekit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.surroundings import Surroundings
    from enablekit.model.asset import Asset
    from enablekit.model.finding import Finding

RULE = described(__doc__, code="EK204", name="no-audience", severity=Severity.WARNING)


def check(asset: Asset, around: Surroundings) -> Iterator[Finding]:
    """Report a guide that does not say for whom."""
    if asset.has_guidance and is_in_use(asset) and names_nobody(asset.guidance):
        known = [persona.id for persona in around.config.vocabulary.personas]
        yield RULE.at(
            guidance_of(asset, around),
            f"the guide does not say with whom to use “{short(asset.title)}”",
            place="enablement",
            fix=f"Add `use_with:` with a persona: {', '.join(known[:12])}"
            if known
            else "Add `use_with:` with a persona, such as `cfo`, and why this person cares",
        )
