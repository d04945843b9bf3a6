"""Words for counting and comparing: lower case, without punctuation."""

from __future__ import annotations

import re
from functools import lru_cache


def word_set(words_on_a_line: str) -> frozenset[str]:
    """Return the words of a list that is written on one line, so that it reads as a list."""
    return frozenset(words_on_a_line.split())


_BREAKS = b'\t\n\r !"#$%&()*+,./:;<=>?@[\\]^_`{|}~'
_FOLD = bytes.maketrans(
    b"ABCDEFGHIJKLMNOPQRSTUVWXYZ" + _BREAKS,
    b"abcdefghijklmnopqrstuvwxyz" + b" " * len(_BREAKS),
)

COMMON = word_set(
    "a about above after again against all almost along already also although always am among an"
    " and another any are aren't around as at away be became because become becomes been before"
    " being below best better between both but by came can can't cannot come comes could couldn't"
    " did didn't different do does doesn't doing don't done down during each easily either else"
    " enough especially etc even ever every everyone everything example far few find first for"
    " from full fully further get gets getting give given gives go goes going good got great had"
    " has hasn't have haven't having he help helps her here high highly him his how however i i'd"
    " i'll i'm i've if in instead into is isn't it it's its just keep key know large last less let"
    " let's like likely little long look lot lots made main make makes making many may maybe me"
    " mean means might more most much must my need needs never new next no not nothing now of off"
    " offer offers often on once one ones only onto or other others our out over own part per"
    " perhaps possible provide provides providing quickly quite range rather re really right same"
    " say says see several she should simple simply since so some something still such sure take"
    " takes than that that's the their them then there there's these they they're thing things"
    " this those though through throughout time to today together too towards two under unless"
    " until up upon us use used user users uses using various very via want wants was wasn't way"
    " ways we we'd we'll we're we've well were what what's when where whether which while who"
    " whole whose why will with within without won't work works would yes yet you you'd you'll"
    " you're you've your yourself"
)
"""English words that say nothing about what a text is about."""


_APOSTROPHE = "\u2019".encode()
_GENERAL_PUNCTUATION = "\u2010".encode()[:2]  # the bytes that dashes and curly marks start with
_MARKS = tuple(mark.encode() for mark in ("\u201c", "\u201d", "\u2013", "\u2014", "\u2026"))
# The look-behind comes after the letters, so that the scan can skip to them.
_DEPARTMENT = re.compile(r"IT(?<=\bIT)\b")


def words(text: str) -> list[str]:
    """
    Return the words of `text` in lower case (of ASCII), in order.

    Hyphens and apostrophes stay inside words; typographic apostrophes become straight ones. The
    department `IT` becomes `i-t`, so that nobody takes it for the pronoun.
    """
    if "IT" in text:
        text = _DEPARTMENT.sub("i-t", text)
    data = text.encode("utf-8", "replace")
    if len(data) != len(text):
        data = data.replace(_APOSTROPHE, b"'")
        if _GENERAL_PUNCTUATION in data:
            for mark in _MARKS:
                data = data.replace(mark, b" ")
    return data.translate(_FOLD).decode("utf-8").split()


def content_words(found: list[str]) -> set[str]:
    """Return the distinct words that carry meaning."""
    return set(found) - COMMON


@lru_cache(maxsize=64)
def forms(text: str) -> frozenset[str]:
    """
    Return the content words of a title or heading, each with and without a plural `s`.

    Several kinds of evidence ask for the same title and headings in turn, so the last are kept.
    """
    found: list[str] = []
    for word in content_words(words(text)):
        bare = word.removesuffix("'s").removesuffix("s")
        found += (bare, bare + "s", bare + "'s")
    return frozenset(found)
