"""
The guidance of a published asset lacks fields that its type requires.

Why reps care: A guide that has a summary but no objections lets the rep down at the moment the
buyer objects. What a type requires is the least that a conversation needs.

Wrong:
    type: one-pager
    enablement:
      tldr: The whole offer on one page.
      use_with: [cfo]

Right:
    type: one-pager
    enablement:
      tldr: The whole offer on one page.
      use_with: [cfo]
      do_not_use_when: [They asked for security details.]
      pains: [late-payments]
      stages: [consideration]
      must_know: [Setup takes six weeks.]
      next: [roi-calculator]
      talk_track: [{persona: cfo, say: One page shows what it costs and what it saves.}]
      objections: [{they_say: Too dear., respond: Compare it with one disputed invoice.}]
      share: {forward: One page on why our invoices come back.}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.extend.guidance_gaps import leads_nowhere, names_no_moment, names_nobody
from enablekit.extend.rule import described
from enablekit.extend.whole_asset import guidance_of, is_in_use
from enablekit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.surroundings import Surroundings
    from enablekit.model.asset import Asset
    from enablekit.model.finding import Finding
    from enablekit.model.guidance import Guidance

RULE = described(__doc__, code="EK202", name="missing-section", severity=Severity.ERROR)


def check(asset: Asset, around: Surroundings) -> Iterator[Finding]:
    """Report the required fields that a guide lacks, all at once."""
    if not asset.has_guidance or not is_in_use(asset):
        return
    kind = around.config.asset_type(asset.type)
    told = _told_by_other_rules(asset.guidance)
    missing = [one for one in kind.requires if not getattr(asset.guidance, one, True)]
    missing = [one for one in missing if one not in told]
    if missing:
        drafted = [one for one in missing if getattr(asset.drafts, one)]
        listed = ", ".join(f"`{one}`" for one in missing)
        confirm = f"; drafts wait for you in {', '.join(drafted)}" if drafted else ""
        yield RULE.at(
            guidance_of(asset, around),
            f"the guide lacks {listed}",
            place="enablement",
            fix=f"{kind.label} guides need them: `enablekit fields` says what goes there{confirm}",
        )


def _told_by_other_rules(guidance: Guidance) -> set[str]:
    """Return the fields whose lack has a finding of its own, so that no gap is reported twice."""
    told: set[str] = set()
    if names_nobody(guidance):
        told.add("use_with")
    if names_no_moment(guidance):
        told.update(("stages", "trigger", "do_not_use_when"))
    if leads_nowhere(guidance):
        told.update(("next", "follow_up", "talk_to"))
    return told
