"""A promise, limit or threshold loses its figure, and the learner types it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.extend.figures_by_heart import are_looked_up
from enablekit.extend.item_making import guided, item_id
from enablekit.extend.limits import limits
from enablekit.extend.one_figure import one_figure
from enablekit.model.item import Item, Number
from enablekit.model.phrase import phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.siblings import Siblings
    from enablekit.model.asset import Asset
    from enablekit.model.library import Library

NAME = "numeric-entry"
BLOOM = "recall"

_MOST = 3  # of an asset: what it is about matters more than its figures
_LONGEST = 30  # words of a statement


def candidates(asset: Asset, library: Library, siblings: Siblings) -> Iterator[Item]:  # noqa: ARG001 - a kind's contract
    """
    Make up to three items of must-knows that bind somebody by exactly one figure.

    Reps say such figures as they are. Results need their scope, which a gap does not ask for, and
    defaults are there to be replaced.
    """
    made = 0
    for one in limits(asset):
        figure = one_figure(one.text, asset.language)
        if figure is None or len(one.text.split()) > _LONGEST:
            continue
        if not made and are_looked_up(asset):
            return
        gap = f"{one.text[: figure.start]}____{one.text[figure.end :]}"
        yield Item(
            id=item_id(NAME, asset.path or asset.id, one.text),
            kind=NAME,
            form="numeric",
            stem=phrase(
                "Which number is missing, according to “{title}”? “{gap}”",
                title=asset.title,
                gap=gap,
            ),
            options=(),
            number=Number(value=figure.value, unit=figure.unit),
            rationale=guided(asset.title, one.text),
            source=one.span,
            tests=one.tests,
            objective=phrase("Recall a figure of the piece with what it measures."),
            bloom=BLOOM,
            topics=asset.topics,
        )
        made += 1
        if made == _MOST:
            return
