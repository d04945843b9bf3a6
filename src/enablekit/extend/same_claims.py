"""Finds claims of different assets that say the same with different numbers."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from enablekit.extend.claimed_figures import claimed
from enablekit.model.asset import Status

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from enablekit.extend.surroundings import Surroundings
    from enablekit.model.asset import Asset
    from enablekit.model.guidance_entries import GuidanceEntry
    from enablekit.model.span import Span

_ALIKE = 0.8  # of all words of two claims stand in both
_FEWEST = 4  # words a claim must have besides its numbers
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_NAME = re.compile(r"(?<=[\w,;:] )[A-Z][^\W\d_]+")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """
    A claim with a number.

    Attributes:
        asset: The id of the asset that makes it.
        title: The asset's title.
        text: The words.
        place: The entry in words, such as `proof point 2`.
        span: Where the entry stands.
        words: Its words without the numbers.
        names: The names among them, which tell whom it is about.
        years: The years it gives, its scope's too.
        scope: What it was measured on, without case; empty where it does not say.
        values: Its numbers; for each what it may be read as.
        figure: Where its first number starts and ends in the text.

    """

    asset: str
    title: str
    text: str
    place: str
    span: Span
    words: frozenset[str]
    names: frozenset[str]
    years: frozenset[str]
    scope: str
    values: tuple[frozenset[Decimal], ...]
    figure: tuple[int, int]

    @property
    def written(self) -> str:
        """The first number as written."""
        return self.text[slice(*self.figure)].strip()

    def contradicts(self, other: Claim) -> bool:
        """Tell whether another claim says the same about the same with another number."""
        if self.asset == other.asset or self.names != other.names:
            return False
        if _differ(self.years, other.years) or _differ(self.scope, other.scope):
            return False
        shared = len(self.words & other.words)
        if shared < _ALIKE * (len(self.words) + len(other.words) - shared):
            return False
        return len(self.values) == len(other.values) and any(
            not mine & theirs for mine, theirs in zip(self.values, other.values, strict=True)
        )


def _differ(one: object, other: object) -> bool:
    """Tell whether both are given and are not the same."""
    return bool(one and other and one != other)


def conflicts(around: Surroundings) -> dict[str, tuple[tuple[Claim, Claim], ...]]:
    """
    Return, for each asset by id, its claims that another asset contradicts, with that other claim.

    A claim is compared only with those that share one of its rarest words: two claims alike in
    four of five words cannot differ in all of those.
    """
    every = [claim for asset in around.library.assets for claim in _claims(asset)]
    common = Counter(word for claim in every for word in claim.words)
    by_word: dict[str, list[Claim]] = defaultdict(list)
    found: dict[str, dict[Span, tuple[Claim, Claim]]] = defaultdict(dict)
    for claim in every:
        rarest = sorted(claim.words, key=lambda word: (common[word], word))
        deciding = rarest[: int(len(rarest) * (1 - _ALIKE)) + 1]
        near = {id(other): other for word in deciding for other in by_word[word][-_NEAR:]}
        for other in near.values():
            if claim.contradicts(other):
                found[claim.asset].setdefault(claim.span, (claim, other))
                found[other.asset].setdefault(other.span, (other, claim))
        for word in deciding:
            by_word[word].append(claim)
    return {name: tuple(pairs.values()) for name, pairs in found.items()}


_NEAR = 200  # claims that share a rare word; more share it only where the text is boilerplate


def _claims(asset: Asset) -> Iterator[Claim]:
    english = asset.language.lower().startswith("en")
    if asset.status is not Status.PUBLISHED or asset.superseded_by or not english:
        return
    for number, point in enumerate(asset.guidance.proof_points, 1):
        yield from _claim(asset, point, point.claim, point.scope, f"proof point {number}")
    for number, known in enumerate(asset.guidance.must_know, 1):
        yield from _claim(asset, known, known.statement, "", f"must-know {number}")


def _claim(
    asset: Asset, entry: GuidanceEntry, text: str, scope: str, place: str
) -> Iterator[Claim]:
    numbers = [one for one in claimed(text) if not _YEAR.fullmatch(text[one.start : one.end])]
    bare = list(text)
    for one in numbers:
        bare[one.start : one.end] = " " * (one.end - one.start)
    words = frozenset(word.casefold() for word in _WORD.findall("".join(bare)))
    if numbers and len(words) >= _FEWEST:
        yield Claim(
            asset=asset.id,
            title=asset.title,
            text=text,
            place=place,
            span=entry.span,
            words=words,
            names=_names(asset, text),
            years=frozenset(_YEAR.findall(f"{text} {scope}")),
            scope=" ".join(scope.split()).casefold(),
            values=tuple(one.values for one in numbers),
            figure=(numbers[0].start, numbers[0].end),
        )


def _names(asset: Asset, text: str) -> frozenset[str]:
    """Return whom a claim is about; in a case study that names nobody, its own customer."""
    names = frozenset(_NAME.findall(text))
    first = _WORD.match(text)
    if first is not None and first.group()[:1].isupper() and first.group() in asset.title.split():
        names |= {first.group()}
    if not names and asset.type == "case-study":
        names = frozenset({asset.id})
    return names
