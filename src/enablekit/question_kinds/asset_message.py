"""A piece is named, and the learner says which message it carries: nothing is made of it yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.siblings import Siblings
    from enablekit.model.asset import Asset
    from enablekit.model.item import Item
    from enablekit.model.library import Library

NAME = "asset-message"
BLOOM = "understand"


def candidates(asset: Asset, library: Library, siblings: Siblings) -> Iterator[Item]:  # noqa: ARG001 - a kind's contract
    """
    Make nothing.

    Which point stands in which piece is a question of filing. Trainers who read such items found
    that nobody meets that task, and that the wrong answers are true and may be said. From the rep's
    side the question is what to say to somebody in a situation; for that, guidance would have to
    say of a must-know when it is to be told and to whom, and which statement of another piece would
    be wrong at that moment. The kind keeps its name, since stored answers and settings know it.
    """
    yield from ()
