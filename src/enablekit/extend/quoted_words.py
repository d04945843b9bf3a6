"""Quotations inside a text, and the stretch of another text that is most like one."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from difflib import SequenceMatcher
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_QUOTED = re.compile(
    r"“([^“”]{1,600})”|„([^„“”]{1,600})[“”]|«([^«»]{1,600})»"
    r"|(?<![\w\"])\"(?=\S)([^\"]{1,600}?)\"(?!\w)"
    r"|(?<![\w'’])['‘](?=\w)((?:[^'‘’]|(?<=\w)['’](?=\w)){1,600})['’](?!\w)"
)
_LEFT_OUT = re.compile(r"\[[^\]]*\]|\((?:\.\.\.|…)\)|\.\.\.|…")
_WORD = re.compile(r"[^\W_]+(?:['’.,][^\W_]+)*%?")
_ALIKE = 0.7  # of the words of a quotation that stand in the same order
_AROUND = 3  # words beside the stretch that a longer wording may need


class Quoted(NamedTuple):
    """
    Words in quotation marks.

    Attributes:
        text: The words without the marks.
        start: Where they start in the text.
        end: Where they end.

    """

    text: str
    start: int
    end: int


def quotations(text: str, *, words: int) -> Iterator[Quoted]:
    """Yield what stands in quotation marks and has at least that many words."""
    for found in _QUOTED.finditer(text):
        start, end = found.span(found.lastindex or 0)
        if len(_WORD.findall(text, start, end)) >= words:
            yield Quoted(text[start:end], start, end)


class Original:
    """
    A text that may be quoted.

    Args:
        text: The text.

    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._places = [found.span() for found in _WORD.finditer(text)]
        self._words = tuple(_plain(text[start:end]) for start, end in self._places)
        self._pairs: dict[tuple[str, str], list[int]] = defaultdict(list)
        for at, pair in enumerate(pairwise(self._words)):
            self._pairs[pair].append(at)

    def has(self, quotation: str) -> bool:
        """Tell whether each part of a quotation between marks of omission stands here."""
        parts = (_words(part) for part in _LEFT_OUT.split(quotation))
        return all(self._has(part) for part in parts if part)

    def altered(self, quotation: str) -> str:
        """Return the words here that a quotation has changed; empty when it is nothing of here."""
        if self.has(quotation):
            return ""
        for part in _LEFT_OUT.split(quotation):
            words = _words(part)
            if words and not self._has(words):
                return self._nearest(words)
        return ""

    def _has(self, words: Sequence[str]) -> bool:
        if len(words) == 1:
            return words[0] in self._words
        starts = self._pairs.get((words[0], words[1]), [])
        return any(self._words[at : at + len(words)] == tuple(words) for at in starts)

    def _nearest(self, words: Sequence[str]) -> str:
        """Return the stretch that shares most pairs of words in the same order."""
        votes: Counter[int] = Counter()
        for offset, pair in enumerate(pairwise(words)):
            for at in self._pairs.get(pair, ())[:_MOST]:
                votes[at - offset] += 1
        if not votes:
            return ""
        start = max(sorted(votes), key=lambda one: votes[one] + votes[one - 1] + votes[one + 1])
        low = max(0, start - _AROUND)
        window = self._words[low : start + len(words) + _AROUND]
        blocks = [
            one
            for one in SequenceMatcher(None, window, words, autojunk=False).get_matching_blocks()
            if one.size
        ]
        if sum(one.size for one in blocks) < _ALIKE * len(words):
            return ""
        first, last = low + blocks[0].a - blocks[0].b, low + blocks[-1].a + blocks[-1].size
        last += len(words) - blocks[-1].b - blocks[-1].size
        first, last = max(first, 0), min(last, len(self._places))
        return " ".join(self._text[self._places[first][0] : self._places[last - 1][1]].split())


_MOST = 50  # places of a pair of words that are looked at, so that `of the` costs no more


def _words(text: str) -> tuple[str, ...]:
    return tuple(_plain(word) for word in _WORD.findall(text))


def _plain(word: str) -> str:
    return word.replace("’", "'").casefold()
