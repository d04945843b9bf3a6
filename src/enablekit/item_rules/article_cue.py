"""Q20: neither an article nor a number before the blank may point to some options."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from enablekit.extend.item_parts import CHOSEN
from enablekit.extend.item_rule import Flaw
from enablekit.extend.short_quote import short
from enablekit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.item_rule import About
    from enablekit.model.item import Item

NUMBER = "Q20"
NAME = "article-cue"

_BEFORE = re.compile(
    r"\b(?P<word>an?|two|three|four|five|six|several|many|these|those)(?:\s+_{2,}|\s*[:…]?\s*$)",
    re.IGNORECASE,
)
_VOWEL = re.compile(r"[\"“'(]*(?:[aeiou]|hour|honest|honou?r|heir|8|11\b|18\b)", re.IGNORECASE)
_NO_VOWEL = re.compile(
    r"[\"“'(]*(?:uni(?!n|m)|use|usu|util|eu|one\b|once\b|u[ks]\b)", re.IGNORECASE
)
# Letters whose names begin with a vowel, as in `an SLA`.
_SPELLED = re.compile(r"[\"“'(]*(?:[AEFHILMNORSX][A-Z0-9]+\b)")
_ARTICLES = frozenset({"a", "an"})


def flaws(item: Item, about: About) -> Iterator[Flaw]:
    """Yield the first option that does not follow on the word before the blank or the colon."""
    hit = _BEFORE.search(item.stem) if about.is_english and item.form in CHOSEN else None
    if hit is None:
        return
    word = hit["word"].casefold()
    for place, option in enumerate(item.options):
        if option.text and not _follows(option.text, word):
            yield Flaw(
                severity=Severity.ERROR,
                message=f"“{short(option.text)}” cannot follow “{hit['word']}”",
                fix="Put the article into each option, or write “a(n)”"
                if word in _ARTICLES
                else "Give every option the same number",
                option=place,
            )
            return


def _follows(text: str, word: str) -> bool:
    """Tell whether an option can stand behind an article or a word for several."""
    if word in _ARTICLES:
        return _has_vowel_sound(text) == (word == "an")
    return _is_plural(text)


def _has_vowel_sound(text: str) -> bool:
    if _SPELLED.match(text):
        return True
    return bool(_VOWEL.match(text)) and not _NO_VOWEL.match(text)


def _is_plural(text: str) -> bool:
    head = text.split(maxsplit=1)[0].rstrip(".,;")
    return head.endswith("s") or text.rstrip(" .,;").endswith("s")
