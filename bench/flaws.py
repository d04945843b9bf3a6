"""
Reads comprehension items for flaws in a second way, which shares no code with the gate.

The tests are those of SAQUET that need no language model (Moore et al., EC-TEL 2023 and AIED 2024,
as described there), written from the descriptions. They are cruder than the gate on purpose: what
the gate lets through because it knows better shows up here and has to be looked at.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from enablekit.model.item import Item

_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_COMMON = frozenset({
    "about", "above", "after", "again", "also", "asks", "been", "before", "being", "below",
    "between", "buyer", "cannot", "could", "does", "doing", "each", "else", "from", "have",
    "having", "here", "into", "just", "like", "made", "make", "makes", "many", "means", "more",
    "most", "much", "must", "only", "other", "over", "piece", "pieces", "says", "shall", "should",
    "some", "such", "than", "that", "their", "them", "then", "there", "these", "they", "this",
    "those", "through", "under", "until", "upon", "used", "uses", "using", "very", "want",
    "wants", "what", "when", "where", "which", "while", "will", "with", "without", "would",
    "your", "yours",
})  # fmt: skip
_NEGATIVE = re.compile(
    r"\b(?:no|not|none|never|without|exclude|deny|refuse|oppose|dispute|can't|won't|isn't|aren't)\b"
    r"|\b(?:which|what)\b.*\b(?:false|incorrect|except)\b",
    re.IGNORECASE,
)
_VAGUE = re.compile(
    r"\b(?:frequently|occasionally|rarely|seldom|sometimes|usually|regularly|periodically"
    r"|infrequently|generally|nearly|more or less|somewhat|partly)\b",
    re.IGNORECASE,
)
_ABSOLUTE = re.compile(
    r"\b(?:always|never|none|all|completely|absolutely|totally|definitely|incapable|inevitable)\b",
    re.IGNORECASE,
)
_OTHERS = re.compile(r"\b(?:all|none|both|neither) of the (?:above|these)\b", re.IGNORECASE)
_QUESTION = re.compile(r"[?:]|____|\b(?:who|what|when|where|which|why|how)\b", re.IGNORECASE)
_QUOTED = re.compile(r"“[^”]*”")
_CHOICES = frozenset({"single", "multiple"})
_LONG_KEY = 4  # words
_SHORT_DISTRACTOR = 0.75
_RICH = 4.5  # CTTR, types over the root of twice the tokens


def flaws(item: Item) -> tuple[str, ...]:
    """Return the name of every flaw of an item."""
    return tuple(name for name, test in _TESTS.items() if test(item))


def _texts(item: Item) -> tuple[list[str], list[str]]:
    right = [one.text for one in item.options if one.correct]
    return right, [one.text for one in item.options if not one.correct]


def _words(text: str) -> set[str]:
    found = _WORD.findall(text.lower())
    return {word for word in found if len(word) > 3 and word not in _COMMON}


def _all_or_none(item: Item) -> bool:
    return any(_OTHERS.search(one.text) for one in item.options)


def _longest_correct(item: Item) -> bool:
    right, wrong = _texts(item)
    if item.form != "single" or not wrong:
        return False
    key = right[0]
    longest = max(map(len, wrong))
    return len(key.split()) >= _LONG_KEY and longest < _SHORT_DISTRACTOR * len(key)


def _negative_stem(item: Item) -> bool:
    # What a buyer or the piece is quoted as saying is no part of the question's own wording.
    return bool(_NEGATIVE.search(_QUOTED.sub("", item.stem)))


def _word_repeats(item: Item) -> bool:
    right, wrong = _texts(item)
    if item.form != "single" or not wrong:
        return False
    elsewhere = set().union(*map(_words, wrong))
    return bool((_words(item.stem) & _words(right[0])) - elsewhere)


def _lost_sequence(item: Item) -> bool:
    if item.form != "single":
        return False
    found = [_NUMBER.findall(one.text) for one in item.options]
    if not all(len(one) == 1 for one in found):
        return False
    values = [float(one[0].replace(",", "")) for one in found]
    return values not in (sorted(values), sorted(values, reverse=True))


def _vague(item: Item) -> bool:
    return bool(_VAGUE.search(item.stem)) or any(_VAGUE.search(one.text) for one in item.options)


def _unfocused(item: Item) -> bool:
    return not _QUESTION.search(item.stem)


def _absolute(item: Item) -> bool:
    if item.form not in _CHOICES:
        return False
    hits = [bool(_ABSOLUTE.search(one.text)) for one in item.options]
    return any(hits) and not all(hits)


def _true_or_false(item: Item) -> bool:
    return {one.text.lower() for one in item.options} in ({"true", "false"}, {"yes", "no"})


def _logical_cue(item: Item) -> bool:
    if item.form != "single" or not _NUMBER.search(item.stem):
        return False
    return sum(bool(_NUMBER.search(one.text)) for one in item.options) == 1


def _same_options(item: Item) -> bool:
    texts = [" ".join(sorted(_WORD.findall(one.text.lower()) + _NUMBER.findall(one.text)))
             for one in item.options]  # fmt: skip
    return len(set(texts)) < len(texts)


def _gratuitous(item: Item) -> bool:
    tokens = _WORD.findall(item.stem.lower())
    return len(set(tokens)) / max(1, 2 * len(tokens)) ** 0.5 > _RICH


def _too_few_options(item: Item) -> bool:
    return item.form == "single" and len(item.options) < 3


_TESTS: dict[str, Callable[[Item], bool]] = {
    "all or none of the above": _all_or_none,
    "longest is correct": _longest_correct,
    "negative stem": _negative_stem,
    "word of the stem only in the key": _word_repeats,
    "numbers out of order": _lost_sequence,
    "vague term": _vague,
    "unfocused stem": _unfocused,
    "absolute term in some options": _absolute,
    "true or false": _true_or_false,
    "number only in one option": _logical_cue,
    "the same option twice": _same_options,
    "more words than needed": _gratuitous,
    "fewer than three options": _too_few_options,
}


def names() -> Iterator[str]:
    """Yield the name of every test."""
    yield from _TESTS
