"""
Words as the finder compares them.

The site's `rank.js` does the same, and tests hold both against each other: whatever changes here
changes there.
"""

from __future__ import annotations

import re
import unicodedata

# Words that a sentence about a buyer is full of and that no piece is about.
STOP = tuple(
    """
    a about all also always am an and any are as at be been being but by can could did do does for
    from get gets got had has have he her him his how if in into is it its just me my no not of on
    or our out own said say saying says she should so some tell tells than that the their them then
    there these they this those to told too us very was we were what when where which who why will
    with would you your
    """.split()  # noqa: SIM905 - a paragraph of words is easier to keep than a column
)

_STOP = frozenset(STOP)
_RUN = re.compile(r"[^\W_]+")
# Scripts written without spaces: kana, Han and Hangul.
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")


def tokens(text: str) -> list[str]:
    """
    Return the words of a text in order: small letters, no accents, singular.

    Single letters are left out; text in a script without spaces becomes pairs of characters.
    """
    bare = "".join(
        one for one in unicodedata.normalize("NFKD", text) if unicodedata.category(one)[0] != "M"
    )
    found: list[str] = []
    for run in _RUN.findall(unicodedata.normalize("NFKC", bare).lower()):
        if _UNSPACED.search(run):
            found += [run[at : at + 2] for at in range(max(1, len(run) - 1))]
        elif len(run) > 1 or run.isdigit():
            found.append(singular(run))
    return found


def telling(words: list[str]) -> list[str]:
    """Return the words without those that no piece is about, each once, in order."""
    return [one for one in dict.fromkeys(words) if one not in _STOP]


_SHORTEST = 3  # letters; `gas` and `bus` are no plurals


def singular(word: str) -> str:
    """
    Return a word without the ending of an English plural.

    Source: the s-stemmer of D. Harman, How effective is suffixing?, JASIS 42 (1991), table 1.
    """
    if len(word) <= _SHORTEST or not word.endswith("s"):
        return word
    if word.endswith("ies"):
        return word if word.endswith(("eies", "aies")) else f"{word[:-3]}y"
    if word.endswith("es"):
        return word if word.endswith(("aes", "ees", "oes")) else word[:-1]
    return word if word.endswith(("us", "ss")) else word[:-1]
