"""Tells whether people's guidance confirms what the text of a piece says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.extend.answers import numbers
from enablekit.extend.guided_claims import says_the_same
from enablekit.extend.said_by_piece import telling

if TYPE_CHECKING:
    from collections.abc import Iterable

    from enablekit.extend.guided_claims import Stated

_ENOUGH = 0.5  # of a statement's telling words, beside all of its numbers


def confirming(text: str, stands: Iterable[Stated]) -> Stated | None:
    """
    Return the first statement of the guidance that says what a sentence of the text says.

    Args:
        text: The sentence.
        stands: What the guidance states: must-knows and proof points.

    """
    return next((one for one in stands if _says(one.text, text)), None)


def _says(statement: str, text: str) -> bool:
    if says_the_same(text, statement):
        return True
    roots = telling(statement)
    return (
        bool(numbers(statement))
        and numbers(statement) == numbers(text)
        and len(roots & telling(text)) >= _ENOUGH * len(roots)
    )
