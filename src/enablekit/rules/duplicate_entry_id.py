"""
Two proof points, or two statements everybody must know, have one id.

Why reps care: An answer that leans on `proof-1` shows the wrong proof beside it.

Wrong:
    proof_points:
      - {id: proof-1, claim: Paid 11 days sooner.}
      - {id: proof-1, claim: Half as many disputes.}

Right:
    proof_points:
      - {id: proof-1, claim: Paid 11 days sooner.}
      - {id: proof-2, claim: Half as many disputes.}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.extend.guidance_texts import numbered
from enablekit.extend.rule import described
from enablekit.extend.where_written import in_entry
from enablekit.model.asset import Status
from enablekit.model.diagnosis import Profile
from enablekit.model.finding import Severity
from enablekit.model.guidance_entries import MustKnow, ProofPoint

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.surroundings import Surroundings
    from enablekit.model.asset import Asset
    from enablekit.model.finding import Finding

RULE = described(
    __doc__,
    code="EK213",
    name="duplicate-entry-id",
    severity=Severity.ERROR,
    profile=Profile.MINIMAL,
)


def check(asset: Asset, around: Surroundings) -> Iterator[Finding]:
    """Report each id that an entry above has already."""
    if asset.status is Status.RETIRED:
        return
    for name in ("proof_points", "must_know"):
        first: dict[str, str] = {}
        for place, entry in numbered(asset, name):
            if not isinstance(entry, (ProofPoint, MustKnow)) or not entry.id:
                continue
            above = first.setdefault(entry.id, place)
            if above != place:
                yield RULE.at(
                    in_entry(entry.span, entry.id, around, key="id"),
                    f"{above} and {place} are both called `{entry.id}`",
                    place=place,
                    fix="Give one of them another id, and name it where it is meant",
                )
