"""
An asset says what replaces it, and not why.

Why reps care: A rep with an open deal around the old piece must decide whether to send the new
one. “New survey, old numbers too low” settles that; a bare link does not.

Wrong:
    superseded_by: disputes-2026

Right:
    superseded_by: disputes-2026
    because: The survey of 2026 has three times as many suppliers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.extend.rule import described
from enablekit.extend.short_quote import short
from enablekit.model.asset import Status
from enablekit.model.diagnosis import Profile
from enablekit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.surroundings import Surroundings
    from enablekit.model.asset import Asset
    from enablekit.model.finding import Finding

RULE = described(
    __doc__,
    code="EK611",
    name="superseded-without-reason",
    severity=Severity.INFO,
    profile=Profile.RECOMMENDED,
)


def check(asset: Asset, _around: Surroundings) -> Iterator[Finding]:
    """Report an asset that does not say why it was replaced."""
    # `superseded_by` may also follow from what the newer asset says; nobody wrote it here then.
    written = dict(asset.places).get("superseded_by")
    if written and asset.superseded_by and not asset.because and asset.status is not Status.DRAFT:
        yield RULE.at(
            written,
            f"it is not said why `{asset.superseded_by}` replaces “{short(asset.title)}”",
            place="superseded_by",
            fix="Add `because:` with one sentence",
        )
