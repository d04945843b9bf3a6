"""A misspelt sentence as it was probably meant, from the words that the library knows."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

from enablekit.ranking.rules import ONE_SLIP, TWO_SLIPS
from enablekit.ranking.words import EMPTY, singular, spoken

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.ranking.catalogue import Catalogue

_RUN = re.compile(r"[^\W_]+")


def corrected(sentence: str, unknown: tuple[str, ...], known: Catalogue) -> str:
    """
    Return a sentence with its misspelt words put right, or an empty text if there are none.

    Args:
        sentence: What was typed.
        unknown: The words of it that no piece has, as they are compared.
        known: The library.

    """
    if not unknown:
        return ""
    words = _known_words(known)
    compared = set(map(singular, words))
    typed = dict(reversed(spoken(sentence)))
    fixes = {
        typed[word]: meant
        for word in unknown
        if word in typed and word not in compared and (meant := _meant(typed[word], words))
    }
    as_typed = unicodedata.normalize("NFC", sentence)
    meant = _RUN.sub(lambda run: fixes.get(_written(run[0]), run[0]), as_typed)
    return meant if meant != as_typed else ""


def slips(word: str, other: str) -> int:
    """
    Return how many letters were added, left out, taken for another, or swapped with the next.

    Source: the optimal string alignment of F. Damerau, A technique for computer detection and
    correction of spelling errors, CACM 7 (1964), https://doi.org/10.1145/363958.363994.
    """
    before: list[int] = []
    last = list(range(len(other) + 1))
    for down, letter in enumerate(word, 1):
        row = [down]
        for across, its in enumerate(other, 1):
            step = min(last[across] + 1, row[-1] + 1, last[across - 1] + (letter != its))
            swapped = down > 1 and across > 1 and letter == other[across - 2]
            if swapped and word[down - 2] == its:
                step = min(step, before[across - 2] + 1)
            row.append(step)
        before, last = last, row
    return last[-1]


def _meant(word: str, words: dict[str, int]) -> str:
    """
    Return the known word that is nearest; empty if none is near enough.

    Of several the one with the same first letter, then a word that every sentence has, then the
    one that most pieces have, then the first in the alphabet.
    """
    most = 2 if len(word) >= TWO_SLIPS else 1
    if len(word) < ONE_SLIP or not word.isalpha():
        return ""
    letters = set(word)
    near = (
        (away, word[0] != one[0], one not in EMPTY, -many, one)
        for one, many in words.items()
        # Two slips change at most four letters of both words; most words differ in more.
        if abs(len(one) - len(word)) <= most and len(letters.symmetric_difference(one)) <= 2 * most
        if one.isalpha() and (away := slips(word, one)) <= most
    )
    return min(near, default=(0, False, False, 0, ""))[-1]


def _known_words(known: Catalogue) -> dict[str, int]:
    """Return every word as it is written, with the number of pieces that have it."""
    words: Counter[str] = Counter()
    for entry in known.entries:
        words.update({written for _, text in entry.texts for _, written in spoken(text)})
    for text in (*EMPTY, *_names(known)):
        words.update({written: 0 for _, written in spoken(text)})
    return words


def _names(known: Catalogue) -> Iterator[str]:
    for terms in (known.personas, known.stages, known.pains, known.channels, known.competitors):
        for term in terms:
            yield from term.names


def _written(run: str) -> str:
    pairs = spoken(run)
    return pairs[0][1] if len(pairs) == 1 else ""
