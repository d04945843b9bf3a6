"""Whether texts to be told say the same: by their longer words, their figures and their names."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from enablekit.model.notes import Cue

_ALIKE = 0.6  # of the longer words of the shorter of two texts stand in both
_SAME = 0.8
_TWO = 2
_FEWEST = 3  # such words; fewer stand together by chance
_WORD = re.compile(r"[^\W_]*\d[\d.,]*\d|[^\W_]{4,}|\d")


def unlike(cues: Iterable[Cue], others: Iterable[Cue]) -> list[Cue]:
    """Return the cues that do not say what others say already, nor an earlier one of them."""
    known = [words_of(one.text) for one in others]
    kept = []
    for cue in cues:
        words = words_of(cue.text)
        if any(_is_alike(words, one) for one in known):
            continue
        known.append(words)
        kept.append(cue)
    return kept


def untold(cues: Iterable[Cue], others: Sequence[Cue]) -> list[Cue]:
    """Return the cues that others do not say in nearly the same words and of the same names."""
    return [cue for cue in cues if not any(_repeats(cue.text, one.text) for one in others)]


def _repeats(text: str, other: str) -> bool:
    one, two = words_of(text), words_of(other)
    fewest = min(len(one), len(two))
    if one != two and (fewest < _FEWEST or len(one & two) < _SAME * fewest):
        return False
    return not (_names(text) - two and _names(other) - one)


def _names(text: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in _WORD.findall(text) if word[0].isupper())


def figures_again(cues: Iterable[Cue], others: Iterable[Cue]) -> list[Cue]:
    """Return the cues that say the same with the same figures as others do."""
    return [cue for cue in cues if any(_says_figures(cue.text, one.text) for one in others)]


def _says_figures(text: str, other: str) -> bool:
    one, two = words_of(text), words_of(other)
    if not _figures(one) or _figures(one) != _figures(two):
        return False
    return _repeats(text, other) or _has_same_figures(one, two)


def _is_alike(one: frozenset[str], other: frozenset[str]) -> bool:
    fewest, shared = min(len(one), len(other)), one & other
    if one == other or (fewest >= _FEWEST and len(shared) >= _ALIKE * fewest):
        return True
    return _has_same_figures(one, other)


def _has_same_figures(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether there are two figures or more, all the same: `23 days before, 9 now`."""
    figures = _figures(one)
    telling = len(figures) >= _TWO and figures == _figures(other)
    return telling and len((one & other) - figures) >= _TWO


def _figures(words: frozenset[str]) -> frozenset[str]:
    return frozenset(word for word in words if word[0].isdigit())


# Each cue of a piece is held against all its others.
@functools.lru_cache(maxsize=1 << 12)
def words_of(text: str) -> frozenset[str]:
    """Return the longer words and the figures of a text."""
    return frozenset(_WORD.findall(text.casefold()))
