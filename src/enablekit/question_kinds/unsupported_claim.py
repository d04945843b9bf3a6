"""Three claims of the piece and one of another stand together, and the learner spots the latter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.extend.guided_claims import has_figure, only_elsewhere, stated
from enablekit.extend.item_making import guided, likeness, single_choice, stems
from enablekit.model.phrase import phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.guided_claims import Stated
    from enablekit.extend.siblings import Siblings
    from enablekit.model.asset import Asset
    from enablekit.model.item import Item
    from enablekit.model.library import Library

NAME = "unsupported-claim"
BLOOM = "analyse"

_OWN = 3
_SHORTER, _LONGER = 0.75, 1.34  # of the key's length, so that length tells nothing
_TOO_ALIKE = 0.4


def candidates(asset: Asset, library: Library, siblings: Siblings) -> Iterator[Item]:  # noqa: ARG001 - a kind's contract
    """Make one item, of the nearest claim of another piece that three own ones can hide."""
    own = _own(asset)
    if len(own) < _OWN:
        return
    for foreign in only_elsewhere(
        stated(asset), siblings.says(asset), siblings.proof_points(asset)
    ):
        right = _beside(foreign, own)
        if len(right) == _OWN and not _stands_out(asset, foreign, right):
            yield _item(asset, foreign, right)
            return


def _own(asset: Asset) -> list[Stated]:
    """Return the statements that the text itself proves, as their sources say."""
    guidance = asset.guidance
    sourced = {one.statement for one in guidance.must_know if one.source}
    sourced |= {one.claim for one in guidance.proof_points if one.source}
    return [one for one in stated(asset) if one.text in sourced]


def _beside(foreign: Stated, own: list[Stated]) -> list[Stated]:
    """Choose own claims of about the same length that are not about the very same thing."""
    chosen: list[Stated] = []
    length = len(foreign.text)
    for one in sorted(own, key=lambda one: abs(len(one.text) - length)):
        if not _SHORTER <= length / len(one.text) <= _LONGER:
            continue
        if all(likeness(one.text, other.text) < _TOO_ALIKE for other in chosen):
            chosen.append(one)
        if len(chosen) == _OWN:
            break
    return chosen


def _stands_out(asset: Asset, foreign: Stated, right: list[Stated]) -> bool:
    """
    Tell whether the claim differs from all others in a way that can be seen unread.

    It does when it alone has a figure, or none, and when a word of the title stands in all others.
    """
    texts = [one.text for one in right]
    figures = [has_figure(text) for text in texts]
    in_all = stems(asset.title).intersection(*(stems(text) for text in texts))
    return has_figure(foreign.text) not in figures or not in_all <= stems(foreign.text)


def _item(asset: Asset, foreign: Stated, right: list[Stated]) -> Item:
    return single_choice(
        kind=NAME,
        bloom=BLOOM,
        asset=asset,
        fact=foreign.text,
        stem=phrase("Which of these does “{title}” NOT support?", title=asset.title),
        key=foreign.text,
        distractors=[one.text for one in right],
        rationale=guided(foreign.title, foreign.text),
        objective=phrase("Spot a claim that a piece does not support."),
        source=right[0].span,
        feedback={
            one.text: phrase("“{title}” does support it: {scope}", title=asset.title,
                             scope=one.scope)
            if one.scope
            else phrase("“{title}” does support it.", title=asset.title)
            for one in right
        },
    )  # fmt: skip
