"""Results that belong to one customer, which nobody may put into another's mouth."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from enablekit.extend.guided_claims import claims, has_figure, only_elsewhere, stated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.guided_claims import Stated
    from enablekit.extend.siblings import Siblings
    from enablekit.model.asset import Asset

# What may not be said to a customer is no part of a story that is told.
_KEPT_INSIDE = frozenset({"none", "internal"})
# What was measured on many is nobody's own result.
_OF_MANY = re.compile(
    r"\b(?:median|average|survey|poll|n =|\d+ (?:customers|companies|suppliers|tests|respondents))",
    re.IGNORECASE,
)


def is_story(asset: Asset) -> bool:
    """Tell whether a piece tells of one customer, by name or without."""
    return asset.type == "case-study"


def results(asset: Asset) -> tuple[Stated, ...]:
    """Return the results in figures that belong to the customer of a story, and may be told."""
    if not is_story(asset):
        return ()
    kept = {one.claim for one in asset.guidance.proof_points if one.permission in _KEPT_INSIDE}
    return tuple(
        one
        for one in claims(asset)
        if one.text not in kept and has_figure(one.text) and not _OF_MANY.search(one.told)
    )


def results_of_others(asset: Asset, siblings: Siblings) -> Iterator[Stated]:
    """Yield the results of other stories that this piece does not state, nearest first."""
    others = (one for other in siblings.near(asset) for one in siblings.found_of(other, results))
    yield from only_elsewhere(stated(asset), siblings.says(asset), others)
