"""What guidance states: must-knows and proof points, a piece's own and those only others make."""

from __future__ import annotations

import functools
import re
from itertools import permutations
from typing import TYPE_CHECKING, NamedTuple

from enablekit.extend.answers import numbers
from enablekit.extend.item_making import content_words, distinct, likeness, stems
from enablekit.extend.said_by_piece import telling

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from enablekit.extend.said_by_piece import Says
    from enablekit.model.asset import Asset
    from enablekit.model.span import Span

_ALIKE = 0.5  # of all words of two statements: they say the same
_SHORTER, _LONGER = 0.65, 1.5  # of the key's length
_LONG_ENOUGH, _SHORT_ENOUGH = 0.85, 1.2  # for the longest, and for the shortest of them
_LIKE_FIGURES = 0.2  # worth as much as a fifth of all words in common
_LOOKED_AT = 48  # statements of others; beyond, the nearest are compared for nothing
_FEWEST_TELLING = 3  # words; what has fewer could be said of anything
_NEAR = 0.4  # of a claim's telling words are used by the piece; the topic rules others out
# What points at the piece it stands in makes no sense beside another.
_POINTING = re.compile(
    r"^(?:it|they|he|she|you)\b|\b(?:this|these|here)\b"
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


def only_elsewhere(own: Sequence[Stated], said: Says, others: Iterable[Stated]) -> Iterator[Stated]:
    """
    Yield what other pieces state about the same things and this one does not, nearest first.

    At most 48 are enough to choose from.

    Args:
        own: The statements of the piece.
        said: What it says.
        others: Statements of the pieces around it.

    """
    near = ((said.nearness(one.text), one) for one in others)
    found = [pair for pair in near if pair[0] >= _NEAR and _stands_alone(pair[1], said)]
    found.sort(key=lambda pair: (-round(pair[0], 3), pair[1].title, pair[1].text))
    left = _LOOKED_AT
    for _, one in found:
        if not left:
            return
        if not said.may_state(one.text) and not any(
            says_the_same(one.text, mine.text) for mine in own
        ):
            left -= 1
            yield one


def beside(key: str, title: str, elsewhere: Sequence[Stated]) -> tuple[str, ...]:
    """
    Return two statements that can stand beside a key, or nothing.

    Their lengths leave the key neither the longest nor the shortest by far; those that share most
    of its telling words, and have figures if it has, come first. What the key shares with the
    title of its piece, such as a product's name, has to be in one of them, too.
    """
    fitting = [one.text for one in elsewhere if _SHORTER <= len(one.text) / len(key) <= _LONGER]
    fitting.sort(key=lambda text: (-_temptation(text, key), text))
    shared = stems(key) & stems(title)
    for first, second in permutations(fitting, 2):
        lengths = [len(first) / len(key), len(second) / len(key)]
        if (
            shared <= stems(first) | stems(second)
            and max(lengths) >= _LONG_ENOUGH
            and min(lengths) <= _SHORT_ENOUGH
            and len(distinct([first, second], unlike=key, limit=2)) == 2  # noqa: PLR2004 - both
        ):
            return first, second
    return ()


def _temptation(text: str, key: str) -> float:
    shared, together = telling(text) & telling(key), telling(text) | telling(key)
    alike = len(shared) / len(together) if together else 0.0
    return alike + (_LIKE_FIGURES if has_figure(text) == has_figure(key) else 0.0)


def has_figure(text: str) -> bool:
    """Tell whether a text has a number in digits."""
    return any(sign.isdigit() for sign in text)


def says_the_same(one: str, other: str) -> bool:
    """Tell whether two statements have most of their words and all of their numbers in common."""
    if likeness(one, other) < _ALIKE:
        return False
    mine, theirs = numbers(one), numbers(other)
    return mine <= theirs or theirs <= mine


def names_its_title(one: Stated) -> frozenset[str]:
    """Return the words that a statement shares with the title of its piece."""
    return content_words(one.text) & content_words(one.title)


def _stands_alone(one: Stated, said: Says) -> bool:
    """Tell whether a statement can be read beside another piece without ruling itself out."""
    return (
        len(telling(one.text)) >= _FEWEST_TELLING
        and not _points(one.text)
        and said.knows(names_its_title(one))
        and said.knows_names_of(one.text)
    )


@functools.lru_cache(maxsize=1 << 14)
def _points(text: str) -> bool:
    return _POINTING.search(text) is not None


def _tested(claim: str, known: Sequence[Stated]) -> str:
    return next((one.tests for one in known if says_the_same(claim, one.text)), "")
