"""What a piece says, to tell what it states itself from what only others state."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from enablekit.extend.answers import canonical, content_stems
from enablekit.extend.guidance_texts import texts
from enablekit.extend.item_making import content_words_of_all

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.model.asset import Asset

_ROOT = 5  # letters that the forms of a word share: propose, proposal
_SAME = 0.5  # of the telling words of a claim, in one passage: the passage may well say the same
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_SHARE = re.compile(r"(\d+(?:\.\d+)?)%")
# Names stand in capitals inside a sentence, or open it and are followed by a verb.
_NAME = re.compile(
    r"(?<=[\w,;:)’'] )[A-Z][\w&]{3,}|\b[A-Z][a-z]+[A-Z]\w+|^[A-Z]\w{3,}(?= (?:is|has|was|and|or)\b)"
)


class Says:
    """
    The passages of a piece and of its guidance.

    Args:
        passages: Its texts, each long enough to be understood by itself.

    """

    def __init__(self, passages: tuple[str, ...]) -> None:
        plain = [canonical(text) for text in passages]
        self._numbers = frozenset(number for text in plain for number in _NUMBER.findall(text))
        self._shares = frozenset(share for text in plain for share in _SHARE.findall(text))
        self._passages = [found for text in passages if (found := telling(text))]
        self._roots: frozenset[str] = frozenset().union(*self._passages)
        self._words = content_words_of_all(passages)

    def nearness(self, claim: str) -> float:
        """Return the share of a claim's telling words that the piece uses anywhere, 0 to 1."""
        roots = telling(claim)
        return len(roots & self._roots) / len(roots) if roots else 0.0

    def may_state(self, claim: str) -> bool:
        """
        Tell whether the piece may say what a claim says, in whatever words.

        It does not when a number of the claim stands nowhere in it and is no sum or difference of
        two of its percentages; without such a number it does when one passage has half of the
        claim's telling words.
        """
        plain = canonical(claim)
        missing = frozenset(_NUMBER.findall(plain)) - self._numbers
        shares = frozenset(_SHARE.findall(plain))
        if any(number not in shares or not self._follows(number) for number in missing):
            return False
        roots = telling(claim)
        return any(len(roots & passage) >= _SAME * len(roots) for passage in self._passages)

    def has_number(self, number: str) -> bool:
        """Tell whether a number in plain digits stands anywhere in the piece."""
        return number in self._numbers

    def knows_names_of(self, text: str) -> bool:
        """Tell whether every name in a text stands in the piece; another rules itself out."""
        return content_words_of_all(_NAME.findall(text)) <= self._words

    def knows(self, words: frozenset[str]) -> bool:
        """Tell whether the piece uses all of these words."""
        return words <= self._words

    def says_of(self, name: str, claim: str) -> bool:
        """Tell whether a passage that has a name may say of it what a claim says of another."""
        named, roots = telling(name), telling(claim) - telling(name)
        return any(
            named <= passage and len(roots & passage) >= _SAME * len(roots)
            for passage in self._passages
        )

    def _follows(self, share: str) -> bool:
        """Tell whether a percentage is the sum or the difference of two of the piece's own."""
        whole = _hundredths(share)
        known = {_hundredths(one) for one in self._shares}
        return any(whole - one in known or whole + one in known for one in known)


def says(asset: Asset) -> Says:
    """Return what a piece and its guidance say."""
    return _says(tuple(text for text in _texts(asset) if text))


# Several question kinds ask about the same piece, one after the other.
@functools.lru_cache(maxsize=4)
def _says(passages: tuple[str, ...]) -> Says:
    return Says(passages)


# Every piece is compared with the claims of its neighbours, and they with those of theirs.
@functools.lru_cache(maxsize=1 << 12)
def telling(text: str) -> frozenset[str]:
    """Return the roots of the words that carry what a text is about."""
    return frozenset(word[:_ROOT] for word in content_stems(text).values())


def _texts(asset: Asset) -> Iterator[str]:
    yield asset.title
    yield asset.summary
    for block in asset.body.blocks:
        yield block.text
    for slide in asset.body.slides:
        yield f"{slide.title}\n{slide.text}"
    for note in asset.body.notes:
        yield note.text
    yield from (one.text for one in texts(asset) if one.part not in ("check", "pulse"))


def _hundredths(share: str) -> int:
    return round(float(share) * 100)
