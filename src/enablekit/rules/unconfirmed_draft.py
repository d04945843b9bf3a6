"""
An entry that was proposed from the text waits for a person to confirm it.

Why reps care: Drafts never reach a guide. Good answers that nobody read once more help nobody.

Wrong:
    proof_points:
      - id: proof-1
        claim: Matched invoices were paid 11 days sooner.
        draft: true

Right:
    proof_points:
      - id: proof-1
        claim: Matched invoices were paid 11 days sooner.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.extend.guidance_texts import numbered
from enablekit.extend.rule import described
from enablekit.extend.where_written import in_entry
from enablekit.extend.whole_asset import is_in_use
from enablekit.model.diagnosis import Profile
from enablekit.model.field import described as described_fields
from enablekit.model.finding import Severity
from enablekit.model.guidance import Guidance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.surroundings import Surroundings
    from enablekit.model.asset import Asset
    from enablekit.model.finding import Finding

RULE = described(
    __doc__,
    code="EK212",
    name="unconfirmed-draft",
    severity=Severity.INFO,
    profile=Profile.STRICT,
)


def check(asset: Asset, around: Surroundings) -> Iterator[Finding]:
    """Report each entry that is still a draft."""
    if not is_in_use(asset):
        return
    for declared, _ in described_fields(Guidance):
        for place, entry in numbered(asset, declared.name, drafts=True):
            source = f" was drawn from line {entry.lines} and" if entry.lines else ""
            yield RULE.at(
                in_entry(entry.span, "true", around, key="draft"),
                f"{place}{source} waits for a person",
                place=place,
                fix="Hold it against the asset, mend it and delete `draft: true`",
            )
