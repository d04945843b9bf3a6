"""Tells whether abbreviations are explained: in an asset, or by the words of the project."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from enablekit.extend.guidance_texts import texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.surroundings import Surroundings
    from enablekit.model.asset import Asset

_WORD = re.compile(r"[^\W_]+")
_EXPLAINED = re.compile(
    r"\(([A-Z0-9]{2,6})s?\)"
    r"|\b([A-Z0-9]{2,6})s?\b ?(?:\((?!\d)|[–—=]|: |(?:is|are|means|stands for)\b)"
)
_FUNCTION_WORDS = frozenset({"of", "the", "and", "for", "to", "in", "on", "a", "an"})


class SpelledOut:
    """
    The abbreviations whose meaning readers of an asset can find out.

    Args:
        asset: The asset, with its text.
        around: What lies around it.

    """

    def __init__(self, asset: Asset, around: Surroundings) -> None:
        self._known = around.once(_of_the_project)
        self._explained: set[str] = set()
        self._shouted: set[str] = set()
        every: list[str] = []
        telling: list[str] = []
        for text in _texts(asset):
            self._explained.update(one or other for one, other in _EXPLAINED.findall(text))
            words = _WORD.findall(text)
            self._shouted.update(word for word in words if word.islower())
            every += [word[0] for word in words]
            telling += [word[0] for word in words if word not in _FUNCTION_WORDS]
            for letters in (every, telling):
                letters.append(" ")
        self._initials = ("".join(every).casefold(), "".join(telling).casefold())

    def has(self, word: str) -> bool:
        """
        Tell whether an abbreviation can be understood.

        It can when the project's words or a definition of the library have it, when it stands in
        brackets or before brackets or a dash, or when words that begin with its letters stand in a
        row. A word that the asset has in small letters too is shouted and no abbreviation.
        """
        low = word.casefold()
        if low in self._known or low in self._shouted or word in self._explained:
            return True
        return any(low in initials for initials in self._initials)


def _texts(asset: Asset) -> Iterator[str]:
    yield asset.title
    yield asset.summary
    for block in asset.body.blocks:
        yield block.text
    for text in texts(asset):
        yield text.text


def _of_the_project(around: Surroundings) -> frozenset[str]:
    vocabulary = around.config.vocabulary
    lists = (
        vocabulary.personas, vocabulary.stages, vocabulary.pains, vocabulary.topics,
        vocabulary.products, vocabulary.competitors,
    )  # fmt: skip
    words = {
        word.casefold()
        for terms in lists
        for term in terms
        for word in (term.id, *_WORD.findall(term.name))
    }
    for asset in around.library.assets:
        words.update(one.term.casefold() for one in asset.evidence.definitions)
    return frozenset(words)
