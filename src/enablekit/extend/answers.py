"""Compares answers: what says the same in other letters, which numbers and words they hold."""

from __future__ import annotations

import functools
import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_UP_TO_NINETEEN = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
    " fifteen sixteen seventeen eighteen nineteen"
)
_BY_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_SMALL, _TENS = _UP_TO_NINETEEN.split(), _BY_TENS.split()
_VALUES = {word: number for number, word in enumerate(_SMALL)} | {
    word: 10 * number for number, word in enumerate(_TENS, start=2)
}
_SPELLED = re.compile(
    rf"\b(?:({'|'.join(_TENS)})(?:[- ]({'|'.join(_SMALL[1:10])}))?|({'|'.join(_SMALL)}))\b"
)
_NUMBER_WORDS = frozenset((*_SMALL, *_TENS))
_GROUPED = re.compile(r"(?<![\d.])\d{1,3}(?:[,' ]\d{3})+(?!\d)")
_SCALED = re.compile(r"(\d+(?:\.\d+)?)(?:k\b| ?(thousand|million|billion|mn|bn)\b)")
_SCALES = {"": 10**3, "thousand": 10**3, "million": 10**6, "mn": 10**6, "billion": 10**9,
           "bn": 10**9}  # fmt: skip
# Only zeros are dropped: 4.10 may be a version after 4.9, and 12.000 twelve thousand.
_WHOLE = re.compile(r"(?<![\d.])(\d+)\.0{1,2}(?![\d.])")
_MONEY = re.compile(r"([€$£] ?\d+(?:\.\d+)?) ?([mb])\b")
_PERCENT = re.compile(r"\s*(?:%|\bper ?cent\b)")
_DIGIT = re.compile(r"\d")
_PUNCTUATION = re.compile(r"[.,;:!?](?!\d)|[\"'’‘“”()\[\]…]|(?<=[^\W\d])-(?=[^\W\d])|\s-\s")
_PLAIN = str.maketrans({"’": "'", "–": "-", "—": "-", "\u2212": "-"})
_ARTICLE = re.compile(r"^(?:an?|the) ")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_WORD = re.compile(r"[^\W\d_]{3,}")
_SHORTEST_WORD = 3
_ASCII_LETTERS = {sign: " " for sign in range(128) if not chr(sign).isalpha()}
_ENDINGS = ("ing", "ied", "ed", "ies", "es", "s")
_SHORTEST_STEM = 4
_ROOT = 5  # letters that the forms of a word share: propose, proposal
_NOTHING = frozenset({""})

_GRAMMAR = """
about according after again against all also and any are because been before being best between both
but can could did does doing done down each every few first for from get gets got had has have
having her here hers him his how into its itself just less like made make makes many may might more
most much must near next nor not now off once one only other ought our ours out over own per put
right same say says shall she should since some such take takes than that the their theirs them then
there these they thing things this those through too two under until upon use used uses using very
via was way well were what when where whether which while who whom whose why will with within
without would yet you your yours
"""
_FUNCTION_WORDS = frozenset(_GRAMMAR.split())


# Claims and answers are compared again for every asset near them, and for every item.
@functools.lru_cache(maxsize=1 << 13)
def canonical(text: str) -> str:
    """
    Return an answer so that answers which say the same are equal.

    Case, punctuation, articles, forms of letters and ways to write a number do not count: `12k`
    is `12,000`, `thirty` is `30`, `5 percent` is `5%`. Signs such as `+`, `<` and `€` do.
    """
    text = unicodedata.normalize("NFKC", text).casefold().translate(_PLAIN)
    # Most sentences have no figure, and each of these looks at every character for one.
    if _DIGIT.search(text):
        text = _GROUPED.sub(lambda hit: re.sub(r"\D", "", hit[0]), text)
    if not _NUMBER_WORDS.isdisjoint(_letters(text)):
        text = _SPELLED.sub(_in_digits, text)
    if _DIGIT.search(text):
        text = _MONEY.sub(r"\1 \2n", text)
        text = _SCALED.sub(_without_scale, text)
        text = _WHOLE.sub(r"\1", text)
    if "%" in text or "cent" in text:
        text = _PERCENT.sub("% ", text)
    return _ARTICLE.sub("", " ".join(_PUNCTUATION.sub(" ", f"{text} ").split()))


@functools.lru_cache(maxsize=1 << 13)
def numbers(text: str) -> frozenset[str]:
    """Return the numbers in a text, spelled out or not, in plain digits."""
    return frozenset(_NUMBER.findall(canonical(text)))


def content_stems(text: str) -> dict[str, str]:
    """
    Return the words that carry what a text is about: each by what its forms have in common.

    The common part is what is left without an ending of English inflection and a final e.
    """
    return {_stem(word): word for word in long_words(text) if word not in _FUNCTION_WORDS}


def roots_of(text: str) -> frozenset[str]:
    """Return the first letters that the forms of each telling word of a text share."""
    return roots_of_words(long_words(text))


def roots_of_words(words: Iterable[str]) -> frozenset[str]:
    """Return the same for words in lower case."""
    return frozenset(map(_root, words)) - _NOTHING


def long_words(text: str) -> list[str]:
    """Return the words of a text of at least three letters, in order and in lower case."""
    return _letters(unicodedata.normalize("NFKC", text).casefold())


def _letters(text: str) -> list[str]:
    if not text.isascii():
        return _WORD.findall(text)
    # The same twice as fast.
    return [word for word in text.translate(_ASCII_LETTERS).split() if len(word) >= _SHORTEST_WORD]


# A library has few thousand words, and each stands in it hundreds of times.
@functools.lru_cache(maxsize=1 << 14)
def _root(word: str) -> str:
    return "" if word in _FUNCTION_WORDS else _stem(word)[:_ROOT]


@functools.lru_cache(maxsize=1 << 14)
def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            word = word.removesuffix(ending)
            break
    if word[-1] == word[-2] and len(word) > _SHORTEST_STEM:
        return word[:-1]
    return word.removesuffix("e").removesuffix("y")


def _in_digits(hit: re.Match[str]) -> str:
    tens, unit, small = hit.groups()
    if small:
        return str(_VALUES[small])
    return str(_VALUES[tens] + (_VALUES[unit] if unit else 0))


def _without_scale(hit: re.Match[str]) -> str:
    whole = float(hit[1]) * _SCALES[hit[2] or ""]
    return f"{whole:.6f}".rstrip("0").rstrip(".")
