"""
A proof point lacks its source, or has a number and does not say what it was measured on.

A proof point with a number and without a source is reported as `unsourced-statistic`.

Why reps care: “11 days sooner” is worth repeating only together with “median of 12 customers,
2025”. Without it a rep promises every buyer what twelve others got.

Wrong:
    proof_points:
      - claim: Matched invoices were paid 11 days sooner.
        source: "#results"

Right:
    proof_points:
      - claim: Matched invoices were paid 11 days sooner.
        source: "#results"
        scope: median of 12 customers, 2025
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.extend.claimed_figures import claimed
from enablekit.extend.rule import described
from enablekit.extend.where_written import stretch_in_entry
from enablekit.model.asset import Status
from enablekit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.surroundings import Surroundings
    from enablekit.model.asset import Asset
    from enablekit.model.finding import Finding

RULE = described(__doc__, code="EK710", name="proof-incomplete", severity=Severity.WARNING)

_SHOWN = 60  # characters


def check(asset: Asset, around: Surroundings) -> Iterator[Finding]:
    """Report each proof point that proves less than it seems to."""
    if asset.status is not Status.PUBLISHED:
        return
    for number, point in enumerate(asset.guidance.proof_points, 1):
        figure = next(claimed(point.claim), None)
        if figure is not None and not point.scope:
            words = point.claim[figure.start : figure.end].strip()
            yield RULE.at(
                stretch_in_entry(around, point.span, point.claim, figure.start, figure.end),
                f"nothing says what “{words}” was measured on",
                place=f"proof point {number}",
                fix="Add `scope:` such as `median of 12 customers, 2025`",
            )
        elif figure is None and point.claim and not point.source:
            yield RULE.at(
                stretch_in_entry(around, point.span, point.claim, 0, len(point.claim)),
                f"nothing proves “{_cut(point.claim)}”",
                place=f"proof point {number}",
                fix="Add `source:` with the anchor or the address that proves it",
            )


def _cut(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN].rstrip()}…"
