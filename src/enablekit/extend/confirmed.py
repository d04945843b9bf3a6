"""Tells whether people's guidance confirms what the text of a piece says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.extend.answers import numbers
from enablekit.extend.guidance_texts import texts
from enablekit.extend.guided_claims import says_the_same
from enablekit.extend.said_by_piece import telling

if TYPE_CHECKING:
    from collections.abc import Iterable

    from enablekit.extend.guided_claims import Stated
    from enablekit.model.asset import Asset

_ENOUGH = 0.5  # of a statement's telling words, beside all of its numbers
_ASKS = frozenset({"check", "pulse"})


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


def is_told(text: str, asset: Asset) -> bool:
    """
    Tell whether one text of the guidance has at least half of a short text's telling words.

    Args:
        text: A step or a meaning.
        asset: The piece; what its check asks tells nothing.

    """
    roots = telling(text)
    return bool(roots) and any(
        len(roots & telling(one.text)) >= _ENOUGH * len(roots)
        for one in texts(asset)
        if one.part not in _ASKS
    )


def is_explained(term: str, meaning: str, asset: Asset) -> bool:
    """Tell whether a text of the guidance names a term and says at least half of what it means."""
    named, roots = telling(term), telling(meaning)
    return bool(named and roots) and any(
        named <= telling(one.text) and len(roots & telling(one.text)) >= _ENOUGH * len(roots)
        for one in texts(asset)
        if one.part not in _ASKS
    )
