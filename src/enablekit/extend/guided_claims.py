"""What guidance states: must-knows and proof points, a piece's own and those only others make."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from enablekit.extend.answers import numbers
from enablekit.extend.item_making import content_words, likeness
from enablekit.extend.said_by_piece import telling

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from enablekit.extend.said_by_piece import Says
    from enablekit.extend.siblings import Siblings
    from enablekit.model.asset import Asset
    from enablekit.model.span import Span

_ALIKE = 0.5  # of all words of two statements: they say the same
_FEWEST_TELLING = 3  # words; what has fewer could be said of anything
_NEAR = 0.4  # of a claim's telling words are used by the piece; the topic rules others out
# What points at the piece it stands in makes no sense beside another.
_POINTING = re.compile(
    r"^(?:it|they|he|she|we|you)\b|\b(?:this|these|here)\b"
    r"|\bthe (?:page|paper|deck|video|mail|card|sheet|clip|post|piece|meeting|pack|plan|talk)\b",
    re.IGNORECASE,
)


class Stated(NamedTuple):
    """
    A statement of the guidance.

    Attributes:
        text: The words.
        span: Where the entry stands.
        title: The piece whose guidance it is.
        tests: The id of the must-know that says so; empty when it is a proof point alone.
        scope: For a proof point, what it was measured on; may be empty.

    """

    text: str
    span: Span
    title: str
    tests: str = ""
    scope: str = ""


def must_knows(asset: Asset) -> tuple[Stated, ...]:
    """Return what everyone must know who uses the piece."""
    return tuple(
        Stated(one.statement, one.span, asset.title, tests=one.id)
        for one in asset.guidance.must_know
        if one.statement
    )


def proof_points(asset: Asset) -> tuple[Stated, ...]:
    """Return the claims of a piece, each with the must-know that says the same if there is one."""
    known = must_knows(asset)
    return tuple(
        Stated(one.claim, one.span, asset.title, _tested(one.claim, known), one.scope)
        for one in asset.guidance.proof_points
        if one.claim
    )


def stated(asset: Asset) -> tuple[Stated, ...]:
    """Return must-knows and proof points, each statement once."""
    found: list[Stated] = []
    for one in (*must_knows(asset), *proof_points(asset)):
        if not any(says_the_same(one.text, other.text) for other in found):
            found.append(one)
    return tuple(found)


def only_elsewhere(
    asset: Asset,
    said: Says,
    siblings: Siblings,
    of: Callable[[Asset], Sequence[Stated]],
) -> Iterator[Stated]:
    """
    Yield what other pieces state about the same things and this one does not, nearest first.

    Args:
        asset: The piece.
        said: What it says.
        siblings: The pieces around it.
        of: Which statements of a piece to look at.

    """
    own = stated(asset)
    found = [
        (said.nearness(one.text), one)
        for other in siblings.near(asset)
        for one in of(other)
        if _stands_alone(one, said)
    ]
    found.sort(key=lambda pair: (-round(pair[0], 3), pair[1].title, pair[1].text))
    for nearness, one in found:
        if nearness < _NEAR:
            return
        if not said.may_state(one.text) and not any(
            says_the_same(one.text, mine.text) for mine in own
        ):
            yield one


def says_the_same(one: str, other: str) -> bool:
    """Tell whether two statements have most of their words and all of their numbers in common."""
    mine, theirs = numbers(one), numbers(other)
    return likeness(one, other) >= _ALIKE and (mine <= theirs or theirs <= mine)


def names_its_title(one: Stated) -> frozenset[str]:
    """Return the words that a statement shares with the title of its piece."""
    return content_words(one.text) & content_words(one.title)


def _stands_alone(one: Stated, said: Says) -> bool:
    """Tell whether a statement can be read beside another piece without ruling itself out."""
    return (
        len(telling(one.text)) >= _FEWEST_TELLING
        and not _POINTING.search(one.text)
        and said.knows(names_its_title(one))
        and said.knows_names_of(one.text)
    )


def _tested(claim: str, known: Sequence[Stated]) -> str:
    return next((one.tests for one in known if says_the_same(claim, one.text)), "")
