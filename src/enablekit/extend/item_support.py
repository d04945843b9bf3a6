"""What an asset and its guidance say, to hold the answer to a question against."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from enablekit.extend.answers import canonical, numbers, roots_of
from enablekit.extend.guidance_texts import texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.model.asset import Asset

_ENOUGH = 0.6  # of the telling words of an answer, in one passage
_FEWEST = 3  # telling words; fewer may be said in too many other ways
_SMALL = 12  # up to a dozen, things are counted and not quoted
_COUNTED = re.compile(r"(?P<sign>[€$£] ?)?(?P<number>\d+(?:\.\d+)?)(?P<share> ?%)?")


class Said:
    """
    What an asset says.

    Attributes:
        numbers: Every number in its text, title, summary and guidance, in plain digits.

    """

    def __init__(self, asset: Asset) -> None:
        passages = list(_passages(asset))
        self.numbers = frozenset().union(*(numbers(text) for text in passages))
        self._passages = [canonical(text) for text in passages]
        self._roots = [roots_of(text) for text in passages]

    def supports(self, stem: str, answer: str) -> bool:
        """
        Tell whether a passage has most of the telling words of an answer, or its very words.

        An answer of few words is not judged; words of the question count as said.
        """
        wanted = roots_of(answer) - roots_of(stem)
        if len(wanted) < _FEWEST:
            return True
        if any(len(wanted & roots) >= _ENOUGH * len(wanted) for roots in self._roots):
            return True
        words = canonical(answer)
        return any(words in passage for passage in self._passages)


def counted(text: str) -> Iterator[str]:
    """Yield the numbers of an answer that are quoted rather than counted on one's fingers."""
    for hit in _COUNTED.finditer(canonical(text)):
        if hit["sign"] or hit["share"] or "." in hit["number"] or int(hit["number"]) > _SMALL:
            yield hit["number"]


def _passages(asset: Asset) -> Iterator[str]:
    yield asset.title
    yield asset.summary
    for block in asset.body.blocks:
        yield block.text
    for slide in asset.body.slides:
        yield f"{slide.title}\n{slide.text}"
    for note in asset.body.notes:
        yield note.text
    yield from (one.text for one in texts(asset) if one.part != "check")
