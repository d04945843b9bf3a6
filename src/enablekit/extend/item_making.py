"""What all question kinds share: stable ids, a stable order of options, comparison of texts."""

from __future__ import annotations

import functools
import hashlib
import re
import unicodedata
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from enablekit.extend.answers import content_stems
from enablekit.model.item import Item, Option
from enablekit.model.phrase import phrase

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from enablekit.model.asset import Asset
    from enablekit.model.evidence import Drawn
    from enablekit.model.phrase import Phrase
    from enablekit.model.span import Span

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_ASCII_WORDS = {sign: " " for sign in range(128) if not chr(sign).isalnum() and chr(sign) != "'"}
_ID_DIGITS = 12


def normalised(text: str) -> str:
    """Return a text's words alone, for comparison: case, accents' form and punctuation gone."""
    return " ".join(_normalised_words(text))


def _normalised_words(text: str) -> list[str]:
    text = unicodedata.normalize("NFKC", text).casefold()
    if not text.isascii():
        return _WORD.findall(text)
    # The same five times as fast, which tells with whole bodies: only what holds an apostrophe
    # has to be looked at more closely.
    found = text.translate(_ASCII_WORDS).split()
    if "'" not in text:
        return found
    return [word for part in found for word in (_WORD.findall(part) if "'" in part else (part,))]


@functools.lru_cache(maxsize=1 << 12)
def content_words(text: str) -> frozenset[str]:
    """Return the words of at least four letters, which carry what a text is about."""
    return content_words_of_all((text,))


def content_words_of_all(texts: Iterable[str]) -> frozenset[str]:
    """Return the same for several texts together, such as a whole body; these are not kept."""
    distinct = set(_normalised_words(" ".join(texts)))
    return frozenset(word for word in distinct if len(word) > 3)  # noqa: PLR2004 - said above


def likeness(one: str, other: str) -> float:
    """Return the share of words two texts have in common, 0 to 1 (Jaccard)."""
    left, right = words(one), words(other)
    shared = len(left & right)
    return shared / (len(left) + len(right) - shared) if left or right else 1.0


# The same titles and answers are compared again for every asset near them.
@functools.lru_cache(maxsize=1 << 12)
def words(text: str) -> frozenset[str]:
    """Return the words of a text, each once, for comparison."""
    return frozenset(_normalised_words(text))


@functools.lru_cache(maxsize=1 << 14)
def stems(text: str) -> frozenset[str]:
    """Return what the forms of the telling words of a text have in common."""
    return frozenset(content_stems(text))


def item_id(kind: str, path: str, fact: str) -> str:
    """Return an id that survives rewording elsewhere: only the fact itself changes it."""
    seed = "\n".join((kind, path, normalised(fact)))
    return hashlib.sha256(seed.encode("utf-8", "replace")).hexdigest()[:_ID_DIGITS]


def shuffled(options: Iterable[Option], seed: str) -> tuple[Option, ...]:
    """Order options in a way that looks random and is the same on every machine."""
    return tuple(
        sorted(
            options,
            key=lambda option: hashlib.sha256(f"{seed}\n{option.text}".encode()).digest(),
        )
    )


def distinct(texts: Sequence[str], *, unlike: str, limit: int) -> tuple[str, ...]:
    """
    Choose distractors that differ from the key and from each other.

    Args:
        texts: Candidates, best first.
        unlike: The key.
        limit: How many to return at most.

    """
    chosen: list[str] = []
    for text in texts:
        if all(likeness(text, other) < _TOO_ALIKE for other in (unlike, *chosen)):
            chosen.append(text)
        if len(chosen) == limit:
            break
    return tuple(chosen)


_TOO_ALIKE = 0.6
NO_FEEDBACK: Mapping[str, str] = MappingProxyType({})


def single_choice(  # noqa: PLR0913 - each argument is one part of an item
    *,
    kind: str,
    bloom: str,
    asset: Asset,
    fact: str,
    stem: str,
    key: str,
    distractors: Sequence[str],
    rationale: str,
    objective: str,
    source: Span,
    tests: str = "",
    feedback: Mapping[str, str] = NO_FEEDBACK,
) -> Item:
    """
    Put a single-choice item together.

    `tests` is the id of the must-know the key is; `feedback` says for options, by their words, what
    to tell whoever chose them.
    """
    identity = item_id(kind, asset.path or asset.id, fact)
    options = [Option(text=key, correct=True, feedback=feedback.get(key, ""))]
    options += [
        Option(text=text, correct=False, feedback=feedback.get(text, "")) for text in distractors
    ]
    return Item(
        id=identity,
        kind=kind,
        form="single",
        stem=stem,
        options=shuffled(options, identity),
        rationale=rationale,
        source=source,
        objective=objective,
        bloom=bloom,
        tests=tests,
        topics=asset.topics,
    )


def drawn_from_text(  # noqa: PLR0913 - each argument is one part of an item
    *,
    kind: str,
    bloom: str,
    asset: Asset,
    fact: str,
    stem: str,
    key: str,
    distractors: Sequence[str],
    objective: str,
    quoted: Drawn,
    in_order: Sequence[str] = (),
    feedback: Mapping[str, str] = NO_FEEDBACK,
) -> Item:
    """
    Put a single-choice item together that nobody's guidance stands behind.

    `quoted` are the words of the text that make the key right; `in_order` are all options when
    they have an order of their own, such as figures by size.
    """
    item = single_choice(
        kind=kind,
        bloom=bloom,
        asset=asset,
        fact=fact,
        stem=stem,
        key=key,
        distractors=distractors,
        rationale=quotation(asset, quoted.text),
        objective=objective,
        source=quoted.span,
        feedback=feedback,
    )
    options = {option.text: option for option in item.options}
    ordered = tuple(options[text] for text in in_order) or item.options
    return replace(item, options=ordered, in_order=bool(in_order), drawn=True)


def quotation(asset: Asset, text: str) -> str:
    """Say why an answer is right in the words of the piece."""
    return phrase("“{title}” says: “{text}”", title=asset.title, text=text)


def guided(title: str, text: str) -> Phrase:
    """Say why an answer is right in the words of the guidance."""
    return phrase("The guide to “{title}” says: “{text}”", title=title, text=text)
