"""Three results of a customer and one of another stand together; the learner spots the latter."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from enablekit.extend.guided_claims import (
    could_be_mistaken,
    has_figure,
    repeated_figure,
)
from enablekit.extend.item_making import guided, likeness, single_choice
from enablekit.extend.said_by_piece import names_in, telling
from enablekit.extend.stories import results, results_of_others
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
_TOUCHED = 2  # own claims that share a telling word with the key


def candidates(asset: Asset, library: Library, siblings: Siblings) -> Iterator[Item]:  # noqa: ARG001 - a kind's contract
    """
    Make one item, of the nearest result of another customer that three own ones can hide.

    Claims that are nobody's own may be made with any piece, so they are not asked for.
    """
    own = results(asset)
    if len(own) < _OWN:
        return
    for foreign in results_of_others(asset, siblings):
        right = _beside(foreign, own)
        if len(right) == _OWN and not _stands_out(asset, foreign, right):
            yield _item(asset, foreign, right)
            return


def _beside(foreign: Stated, own: tuple[Stated, ...]) -> list[Stated]:
    """Choose own claims of about the same length that are not about the very same thing."""
    chosen: list[Stated] = []
    length = len(foreign.told)
    for one in sorted(own, key=lambda one: abs(len(one.told) - length)):
        together = [other.text for other in (foreign, *chosen, one)]
        if (
            _SHORTER <= length / len(one.told) <= _LONGER
            and bool(one.scope) == bool(foreign.scope)
            and not repeated_figure(together)
            and all(likeness(one.text, other.text) < _TOO_ALIKE for other in chosen)
        ):
            chosen.append(one)
        if len(chosen) == _OWN:
            break
    return chosen


def _stands_out(asset: Asset, foreign: Stated, right: list[Stated]) -> bool:
    """
    Tell whether the claim differs from all others in a way that can be seen unread.

    It does when it alone has a figure, or none, when a word or a name stands in all others, and
    when it shares nothing with two of them: then it is the odd one out.
    """
    texts = [one.told for one in right]
    figures = [has_figure(text) for text in texts]
    roots = [telling(text) for text in texts]
    mine = telling(foreign.told)
    in_two = set().union(*(one & other for one, other in combinations(roots, 2)))
    named = names_in(foreign.told) | mine
    return (
        has_figure(foreign.text) not in figures
        or not frozenset.intersection(*roots) <= mine
        or not (in_two & telling(asset.title)) <= named
        or sum(could_be_mistaken(foreign.text, one.text) for one in right) < _TOUCHED
    )


def _item(asset: Asset, foreign: Stated, right: list[Stated]) -> Item:
    return single_choice(
        kind=NAME,
        bloom=BLOOM,
        asset=asset,
        fact=foreign.text,
        stem=phrase(
            "You are telling the story “{title}”. Which of these results is NOT that customer's?",
            title=asset.title,
        ),
        key=foreign.told,
        distractors=[one.told for one in right],
        rationale=guided(foreign.title, foreign.text),
        objective=phrase("Spot a claim that a piece does not support."),
        source=right[0].span,
        feedback={
            one.told: phrase("That result belongs to “{title}”.", title=asset.title)
            for one in right
        },
    )
