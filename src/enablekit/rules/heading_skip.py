"""
A heading skips a level, or a text that is no deck has several headings of the first level.

Why reps care: The guide's table of contents is made of the headings. One that skips a level stands
under the wrong part, and the rep who jumps to it in a call lands in another story.

Wrong:
    ## What it costs
    #### People

Right:
    ## What it costs
    ### People
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.extend.rule import described
from enablekit.extend.short_quote import short
from enablekit.extend.where_written import in_block
from enablekit.model.asset import Status
from enablekit.model.diagnosis import Profile
from enablekit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.surroundings import Surroundings
    from enablekit.model.asset import Asset
    from enablekit.model.body import Block
    from enablekit.model.finding import Finding

RULE = described(
    __doc__, code="EK805", name="heading-skip", severity=Severity.INFO, profile=Profile.STRICT
)


def check(asset: Asset, around: Surroundings) -> Iterator[Finding]:
    """Report headings that break the order of levels; each slide of a deck starts anew."""
    if asset.status is Status.RETIRED or asset.body.slides:
        return
    before = 0
    has_first = False
    for block in asset.body.blocks:
        if block.kind != "heading" or not block.level:
            continue
        if before and block.level > before + 1:
            message = f"“{short(block.text)}” jumps from level {before} to {block.level}"
            yield _finding(block, around, message, f"Write it with {before + 1} number signs")
        elif block.level == 1 and has_first:
            message = f"“{short(block.text)}” is another heading of the first level"
            yield _finding(
                block, around, message, "Keep one for the title; write the others with `##`"
            )
        has_first = has_first or block.level == 1
        before = block.level


def _finding(block: Block, around: Surroundings, message: str, fix: str) -> Finding:
    return RULE.at(in_block(block, 0, max(1, len(block.text)), around), message, fix=fix)
