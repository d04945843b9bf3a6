"""Situations to sort: use the asset, or leave it alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.extend.item_making import item_id, normalised, shuffled
from enablekit.model.item import Item, Option

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.siblings import Siblings
    from enablekit.model.asset import Asset
    from enablekit.model.library import Library

NAME = "do-dont"
BLOOM = "apply"

_EACH = 2
_FEWEST = 3


def candidates(asset: Asset, library: Library, siblings: Siblings) -> Iterator[Item]:  # noqa: ARG001 - a kind's contract
    """Make one sorting item where the guidance says both when and when not."""
    guidance = asset.guidance
    use = [one.when for one in guidance.use_with if one.when]
    use += [one.text for one in guidance.trigger if one.text]
    leave = [one for one in guidance.do_not_use_when if one.text]
    if not use or not leave or len(use[:_EACH]) + len(leave[:_EACH]) < _FEWEST:
        return
    options = [Option(text=text, correct=True) for text in use[:_EACH]]
    options += [Option(text=one.text, correct=False) for one in leave[:_EACH]]
    if len({normalised(option.text) for option in options}) < len(options):
        return
    identity = item_id(NAME, asset.path or asset.id, " ".join(one.text for one in options))
    yield Item(
        id=identity,
        kind=NAME,
        form="sorting",
        stem=f"When do you use “{asset.title}”, and when do you leave it alone?",
        options=shuffled(options, identity),
        groups=("Use it", "Leave it alone"),
        rationale=f"The guide says to leave it alone: {leave[0].text}",
        source=leave[0].span,
        objective="Tell when the piece helps and when it does harm.",
        bloom=BLOOM,
        topics=asset.topics,
    )
