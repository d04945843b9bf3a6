"""
Words as the finder compares them.

The site's `rank.js` does the same, and tests hold both against each other: whatever changes here
changes there.
"""

from __future__ import annotations

import re
import unicodedata

# Words that a sentence about a buyer is full of and that no piece is about; `doesn` is what the
# apostrophe of `doesn’t` leaves.
_EMPTY_WORDS = """
    a about again all already also always am an and any anything are aren as ask asked asks at
    be because been being but by can come comes could couldn did didn do does doesn doing don
    done each even every everything for from get gets give gives go goes going got had hadn has
    hasn have haven having he her here him his how if in into is isn it its just keep know knows
    let like likes ll long look looks lot make makes many may me more most much must my need
    needs never no not now of often on one only or other our out own re really said same say
    saying says see she should shouldn so some something still such take takes tell tells than
    that the their them then there these they thing things think thinks this those to told too
    try up us use used uses using ve very want wants was wasn way we well were weren what when
    where which who why will with would wouldn yet you your
"""
_RUN = re.compile(r"[^\W_]+")
# A sign between the thousands of a number, as 8,000 and 8.000 and 8 000 have it.
_THOUSANDS = re.compile(r"(?<=[0-9])[., \u00a0\u202f'\u2019](?=[0-9]{3}(?![0-9]))")
# Scripts written without spaces: kana, Han and Hangul.
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")


def spoken(text: str) -> list[tuple[str, str]]:
    """
    Return the words of a text in order, each as it is compared and as it was written.

    They are compared in small letters, without accents, as singulars, and numbers without signs
    between their thousands. Single letters are left out; text in a script without spaces becomes
    pairs of characters.
    """
    bare = "".join(
        one for one in unicodedata.normalize("NFKD", text) if unicodedata.category(one)[0] != "M"
    )
    found: list[tuple[str, str]] = []
    for run in _RUN.findall(_THOUSANDS.sub("", unicodedata.normalize("NFKC", bare).lower())):
        if _UNSPACED.search(run):
            pairs = (run[at : at + 2] for at in range(max(1, len(run) - 1)))
            found += [(pair, pair) for pair in pairs]
        elif len(run) > 1 or run.isdigit():
            found.append((singular(run), run))
    return found


def tokens(text: str) -> list[str]:
    """Return the words of a text in order, as they are compared; see `spoken`."""
    return [word for word, _ in spoken(text)]


def telling(words: list[str]) -> list[str]:
    """Return the words without those that no piece is about, each once, in order."""
    return [one for one in dict.fromkeys(words) if one not in STOP]


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


EMPTY = frozenset(_EMPTY_WORDS.split())
# As they are compared, so that `this` is found among them.
STOP = frozenset(map(singular, EMPTY))
