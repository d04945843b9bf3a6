"""
The guidance of a published asset says nothing about what comes after it.

Why reps care: An asset that ends the talk was wasted. The rep needs the next thing to offer before
the buyer says “thanks, I will have a look”.

Wrong:
    enablement:
      tldr: What a disputed invoice costs.

Right:
    enablement:
      tldr: What a disputed invoice costs.
      next:
        - asset: roi-calculator
          when: They ask what it would save.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.extend.guidance_gaps import leads_nowhere
from enablekit.extend.rule import described
from enablekit.extend.short_quote import short
from enablekit.extend.whole_asset import guidance_of, is_in_use
from enablekit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.surroundings import Surroundings
    from enablekit.model.asset import Asset
    from enablekit.model.finding import Finding

RULE = described(__doc__, code="EK206", name="no-next-step", severity=Severity.WARNING)


def check(asset: Asset, around: Surroundings) -> Iterator[Finding]:
    """Report a guide that leads nowhere."""
    if asset.has_guidance and is_in_use(asset) and leads_nowhere(asset.guidance):
        yield RULE.at(
            guidance_of(asset, around),
            f"the guide does not say what comes after “{short(asset.title)}”",
            place="enablement",
            fix="Add `next:` with an asset and when it is time for it, or a `follow_up:`",
        )
