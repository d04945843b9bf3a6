"""What a piece says, to tell what it states itself from what only others state."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from enablekit.extend.answers import canonical, roots_of
from enablekit.extend.guidance_texts import texts
from enablekit.extend.imprint_making import NUMBER, figures_of, imprint, of_body
from enablekit.extend.item_making import content_words_of_all
from enablekit.model.imprint import Imprint

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.model.asset import Asset

SAME = 0.5  # of the telling words of a claim, in one passage: the passage may well say the same
_SMALL = 12  # up to a dozen, numbers are on everybody's lips
_SHARE = re.compile(r"(\d+(?:\.\d+)?)%")
# Names stand in capitals inside a sentence, or open it and are followed by a verb.
_NAME = re.compile(
    r"(?<=[\w,;:)’'] )[A-Z][\w&]{3,}|\b[A-Z][a-z]+[A-Z]\w+|^[A-Z]\w{3,}(?= (?:is|has|was|and|or)\b)"
)


class Says:
    """
    The passages of a piece and of its guidance.

    Args:
        whole: The words and figures of all its texts, by passage.

    """

    def __init__(self, whole: Imprint) -> None:
        self._figures = frozenset(whole.figures)
        self._numbers = frozenset(whole.numbers)
        self._shares = frozenset(one[:-1] for one in whole.figures if one.endswith("%"))
        self._passages = [frozenset(line.split()) for line in whole.passages]
        self._roots: frozenset[str] = frozenset().union(*self._passages)
        self._words = frozenset(whole.words.split())

    def nearness(self, claim: str) -> float:
        """Return the share of a claim's telling words that the piece uses anywhere, 0 to 1."""
        roots = telling(claim)
        return len(roots & self._roots) / len(roots) if roots else 0.0

    def may_state(self, claim: str, *, at: float = SAME) -> bool:
        """
        Tell whether the piece may say what a claim says, in whatever words.

        It does when it has every figure of the claim, each counting the same. It does not when it
        has none of its numbers, nor percentages that add up to one. Otherwise, and when the numbers
        are small ones, it does when one passage has half of the claim's telling words.

        Args:
            claim: The claim.
            at: Another share than half, for when not all is known that the piece says.

        """
        found, shares = _numbers_in(claim)
        figures = _figures_in(claim)
        if any(not one.isdigit() for one in figures) and figures <= self._figures:
            return True
        missing = {
            number
            for number in found
            if number not in self._numbers and not (number in shares and self._follows(number))
        }
        telling_ones = {one for one in found if one in shares or not _is_small(one)}
        if telling_ones and telling_ones <= missing:
            return False
        roots = telling(claim)
        return any(len(roots & passage) >= at * len(roots) for passage in self._passages)

    def has_number(self, number: str) -> bool:
        """Tell whether a number in plain digits stands anywhere in the piece."""
        return number in self._numbers

    def knows_names_of(self, text: str) -> bool:
        """Tell whether every name in a text stands in the piece; another rules itself out."""
        return names_in(text) <= self._words

    def knows(self, words: frozenset[str]) -> bool:
        """Tell whether the piece uses all of these words."""
        return words <= self._words

    def names(self, name: str) -> bool:
        """Tell whether a passage has a name."""
        return any(telling(name) <= passage for passage in self._passages)

    def says_of(self, name: str, claim: str) -> bool:
        """Tell whether a passage that has a name may say of it what a claim says of another."""
        named, roots = telling(name), telling(claim) - telling(name)
        return any(
            named <= passage and len(roots & passage) >= SAME * len(roots)
            for passage in self._passages
        )

    def _follows(self, share: str) -> bool:
        """Tell whether a percentage is the sum or the difference of two of the piece's own."""
        whole = _hundredths(share)
        known = {_hundredths(one) for one in self._shares}
        return any(whole - one in known or whole + one in known for one in known)


def says(asset: Asset) -> Says:
    """Return what a piece and its guidance say."""
    inside, body = imprint(_texts(asset)), of_body(asset)
    return Says(
        Imprint(
            passages=(*inside.passages, *body.passages),
            words=f"{inside.words} {body.words}",
            figures=(*inside.figures, *body.figures),
            numbers=(*inside.numbers, *body.numbers),
        )
    )


# Every piece is compared with the claims of its neighbours, and they with those of theirs.
@functools.lru_cache(maxsize=1 << 14)
def telling(text: str) -> frozenset[str]:
    """Return the roots of the words that carry what a text is about."""
    return roots_of(text)


@functools.lru_cache(maxsize=1 << 14)
def names_in(text: str) -> frozenset[str]:
    """Return the names in a sentence, in lower case; whom it is about may rule it out unread."""
    return content_words_of_all(_NAME.findall(text))


def _texts(asset: Asset) -> Iterator[str]:
    yield asset.title
    yield asset.summary
    for block in asset.body.blocks:
        if block.is_marked:
            yield block.text
    for drawn in (*asset.evidence.key_sentences, *asset.evidence.statistics):
        yield drawn.text
    for slide in asset.body.slides:
        if slide.audience is not None:
            yield f"{slide.title}\n{slide.text}"
    for note in asset.body.notes:
        yield note.text
    yield from (one.text for one in texts(asset) if one.part not in ("check", "pulse"))


@functools.lru_cache(maxsize=1 << 14)
def _numbers_in(claim: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the numbers of a claim, and those of them that are percentages."""
    plain = canonical(claim)
    return frozenset(NUMBER.findall(plain)), frozenset(_SHARE.findall(plain))


@functools.lru_cache(maxsize=1 << 14)
def _figures_in(claim: str) -> frozenset[str]:
    """Return the figures of a claim with what they count."""
    return frozenset(figures_of(canonical(claim)))


def _is_small(number: str) -> bool:
    """Tell whether a number is one of those that stand everywhere."""
    return number.isdigit() and int(number) <= _SMALL


def _hundredths(share: str) -> int:
    return round(float(share) * 100)
