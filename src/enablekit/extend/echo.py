"""Hears what a question and its answer have in common, however the words are formed."""

from __future__ import annotations

import functools
import re
import unicodedata
from typing import TYPE_CHECKING

from enablekit.extend.answers import content_stems, numbers

if TYPE_CHECKING:
    from collections.abc import Sequence

_SHARED = 4  # letters that one word has to have of another: mail, email; form, Formstack
_ROOT = 5  # letters with which related words begin: dispute, disputing
_CAPITALS = re.compile(r"[A-Z]{3,}")  # GPT in H2oGPT, LLM in AnythingLLM
# Forms of one verb that have too little in common.
_FORMS = {"held": "hold", "sent": "send", "told": "tell", "paid": "pay", "kept": "keep",
          "lost": "lose", "spent": "spend", "bought": "buy", "sold": "sell", "gave": "give",
          "reps": "rep", "days": "day", "kits": "kit", "apps": "app"}  # fmt: skip


def echoes(asked: str, key: str, wrong: Sequence[str]) -> str:
    """Return the first word or number that question and key share, and no wrong answer has."""
    elsewhere = [_words(text) for text in wrong]
    told = _words(asked)
    for word in sorted(_words(key)):
        if any(_related(word, other) for other in told) and not any(
            _related(word, other) for words in elsewhere for other in words
        ):
            return word
    figures = numbers(asked) & numbers(key)
    if figures and not any(figures & numbers(text) for text in wrong):
        return min(figures)
    shared = set(_CAPITALS.findall(asked)) & set(_CAPITALS.findall(key))
    return next((one for one in sorted(shared) if not any(one in text for text in wrong)), "")


@functools.lru_cache(maxsize=1 << 13)
def _words(text: str) -> frozenset[str]:
    plain = unicodedata.normalize("NFKC", text)
    return frozenset(_FORMS.get(word, word) for word in content_stems(plain).values())


@functools.lru_cache(maxsize=1 << 16)
def _related(one: str, other: str) -> bool:
    """Tell whether two words are forms of one, or one is in the other."""
    if one == other or one[:_ROOT] == other[:_ROOT]:
        return True
    short, long = sorted((_stem(one), _stem(other)), key=len)
    if short == long:
        return True
    return len(short) >= _SHARED and (long.startswith(short) or long.endswith(short))


def _stem(word: str) -> str:
    return next(iter(content_stems(word)), word)
