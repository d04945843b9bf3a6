"""
A proof point names a customer and does not say whether the customer may be named.

Customers are those whom the project lists, and the one in `customer:` in the front matter.

Why reps care: A rep cannot tell a reference that may be dropped in any meeting from one that was
given in confidence, and finds out when the customer calls.

Wrong:
    customer: Hallmann
    enablement:
      proof_points:
        - claim: Hallmann was paid 11 days sooner.

Right:
    customer: Hallmann
    enablement:
      proof_points:
        - claim: Hallmann was paid 11 days sooner.
          permission: named-public

Options:
    `customers`: names of customers, such as `[Hallmann, Tarn & Vale]`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from enablekit.extend.rule import described
from enablekit.extend.where_written import in_entry
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
    code="EK512",
    name="permission-missing",
    severity=Severity.WARNING,
    profile=Profile.STRICT,
)

_SHORTEST = 3  # a name of two letters is found in too much


def check(asset: Asset, around: Surroundings) -> Iterator[Finding]:
    """Report proof points that name a customer without permission."""
    points = asset.guidance.proof_points
    if asset.status is not Status.PUBLISHED or all(point.permission for point in points):
        return
    named = _customers(asset, around)
    for number, point in enumerate(points, start=1):
        found = named.search(f"{point.claim}\n{point.scope}")
        if found is not None and not point.permission:
            yield RULE.at(
                in_entry(point.span, found[0], around),
                f"“{found[0]}” is named, and it is not said whether that is allowed",
                place=f"proof point {number}",
                fix="Add `permission:`: named-public, named-private, anonymised, internal or none",
            )


def _customers(asset: Asset, around: Surroundings) -> re.Pattern[str]:
    names = {*around.words(RULE.name, "customers"), dict(asset.extra).get("customer", "")}
    known = sorted(
        (one for one in names if len(one) >= _SHORTEST), key=lambda one: (-len(one), one)
    )
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, known)) or '(?!)'})(?!\w)")
