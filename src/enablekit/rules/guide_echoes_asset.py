"""
Most of the guidance is copied from the asset.

Why reps care: The rep has the asset already. The guide is there for what it does not say: for
whom, when, and how to bring it up.

Wrong:
    tldr: (the first paragraph once more)

Right:
    tldr: Use it when a finance chief names days sales outstanding, and ask for one invoice.

Options:
    `percent`: how many in a hundred of the words may stand in the asset in the same order (60).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.extend.guidance_texts import texts
from enablekit.extend.item_making import normalised
from enablekit.extend.rule import described
from enablekit.extend.whole_asset import guidance_of, is_in_use
from enablekit.model.diagnosis import Profile
from enablekit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.surroundings import Surroundings
    from enablekit.model.asset import Asset
    from enablekit.model.finding import Finding

RULE = described(
    __doc__,
    code="EK209",
    name="guide-echoes-asset",
    severity=Severity.WARNING,
    profile=Profile.STRICT,
)

# A claim, a statement to know and a question about them should be what the asset says.
_QUOTED = frozenset({"proof_points", "must_know", "check", "pains", "best_parts"})
_RUN = 5  # words in a row that are no accident
_FEWEST = 30  # words that are enough to judge by


def check(asset: Asset, around: Surroundings) -> Iterator[Finding]:
    """Report guidance that repeats the asset."""
    if not asset.has_guidance or not is_in_use(asset):
        return
    shown = normalised("\n".join(block.text for block in asset.body.blocks)).split()
    known = {tuple(shown[at : at + _RUN]) for at in range(len(shown) - _RUN + 1)}
    total = copied = 0
    for one in texts(asset):
        words = normalised(one.text).split()
        if one.part not in _QUOTED and len(words) >= _RUN:
            total += len(words)
            copied += len(_covered(words, known))
    most = around.number(RULE.name, "percent", 60)
    if total >= _FEWEST and copied * 100 > most * total:
        yield RULE.at(
            guidance_of(asset, around),
            f"{copied * 100 // total} % of the guide are copied from the asset",
            place="enablement",
            fix="Write what the asset does not say: for whom, when, and how to bring it up",
        )


def _covered(words: list[str], known: set[tuple[str, ...]]) -> set[int]:
    """Return the places of the words that stand in the asset in the same order."""
    starts = (at for at in range(len(words) - _RUN + 1) if tuple(words[at : at + _RUN]) in known)
    return {at + step for at in starts for step in range(_RUN)}
