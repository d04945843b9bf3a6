"""How well the words of a piece fit the words that were said."""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING

from enablekit.ranking.rules import LENGTH, SATURATION
from enablekit.ranking.words import telling, tokens

if TYPE_CHECKING:
    from collections.abc import Iterable

    from enablekit.ranking.catalogue import Entry


class Scores:
    """
    The words of a library, weighed.

    A word counts by how rare it is and by how often and where a piece has it (BM25, with each text
    repeated by its weight). Source: Robertson and Zaragoza, The Probabilistic Relevance Framework:
    BM25 and Beyond (2009), formulas 3.3 and 3.15; the rarity is ln(1 + (N - n + 0.5) / (n + 0.5)).

    Args:
        entries: Every piece.

    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._counts = {entry.id: _counted(entry) for entry in entries}
        self._having = Counter(word for counts in self._counts.values() for word in counts)
        sizes = [counts.total() for counts in self._counts.values()]
        self._mean = (sum(sizes) / len(sizes) if sizes else 0) or 1

    def rarity(self, word: str) -> float:
        """Return how telling a word is; one that no piece has is the most telling."""
        having = self._having[word]
        return math.log(1 + (len(self._counts) - having + 0.5) / (having + 0.5))

    def unknown(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """Return the words that no piece has, in the order they were said."""
        return tuple(word for word in words if not self._having[word])

    def matched(self, name: str, words: tuple[str, ...]) -> tuple[str, ...]:
        """Return the words that a piece has, in the order they were said."""
        return tuple(word for word in words if word in self._counts[name])

    def share(self, name: str, words: tuple[str, ...]) -> float:
        """Return how much of what was said a piece has, from 0 to 1, each word by its rarity."""
        whole = sum(self.rarity(word) for word in words)
        return sum(self.rarity(word) for word in self.matched(name, words)) / whole if whole else 0

    def score(self, name: str, words: tuple[str, ...]) -> float:
        """Return the BM25 score of a piece, rounded so that it is the same on every machine."""
        counts = self._counts[name]
        norm = 1 - LENGTH + LENGTH * counts.total() / self._mean
        found = 0.0
        for word in words:
            times = counts[word]
            found += self.rarity(word) * times * (SATURATION + 1) / (times + SATURATION * norm)
        return math.floor(found * 1000 + 0.5) / 1000


def _counted(entry: Entry) -> Counter[str]:
    counts: Counter[str] = Counter()
    for weight, text in entry.texts:
        for word in tokens(text):
            counts[word] += weight
    for word in set(counts) - set(telling(list(counts))):
        del counts[word]
    return counts
