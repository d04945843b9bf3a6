"""Where sentences start and end in running text."""

from __future__ import annotations

import re

from enablekit.parsing.evidence.terms import word_set

_END = re.compile(r"([.!?…][\"')\]”’»]*+)\s++(?=[^\sa-z])")
"""
A terminator, what closes with it, and a space before something that is not lower case.

Terminator first, everything else is checked after: a look-behind at every character would cost
eight times as much. Possessive quantifiers leave nothing to try twice.
"""

_ANY_END = re.compile(
    rf"{_END.pattern}|([\u3002\uff01\uff1f][\u300d\u300f\uff09\u201d]*+)\s*+(?=\S)"
)
"""The same, or an ideographic full stop, which no space follows."""

_TITLES = word_set("Mr Mrs Ms Dr Prof Sr Jr St Capt Sgt")
_NEVER_LAST = word_set(
    "e.g i.e eg ie vs v approx ca cf al fig figs eq resp incl excl dept eds pp jan feb apr aug sept"
    " oct nov dec z.b d.h bzw u.a ggf vgl p.ej"
)
"""Abbreviations that something always follows; lower case, without the last full stop."""

_MAY_BE_LAST = word_set("inc ltd corp co bros llc plc gmbh u.s u.k e.u u.n d.c a.m p.m")
"""Abbreviations that may close a sentence; the next word decides."""

_BEFORE_A_NUMBER = word_set("no nos art nr p sec ch")

_ABBREVIATIONS = (
    frozenset(title.lower() for title in _TITLES) | _NEVER_LAST | _MAY_BE_LAST | _BEFORE_A_NUMBER
)
_LONGEST = 6  # characters of the longest abbreviation above

_STARTERS = word_set(
    "The A An In On At By For From With We You They It He She I Our Your Their This That These"
    " Those There Here But And So If When While As After Before To Since Once However Each Every"
    " All Most Many Some No Not What How Why Where Who"
)
"""Words that, capitalised, open a sentence rather than carry on a name."""


def split(text: str) -> list[tuple[int, int]]:
    """
    Return where each sentence starts and ends in `text`, in characters.

    Abbreviations, initials, decimals and list numbers do not end a sentence. White space around a
    sentence is left out. Time grows linearly with the text.
    """
    pattern = _END
    if not text.isascii() and _is_ideographic(text):
        pattern = _ANY_END
    found: list[tuple[int, int]] = []
    start, end = 0, len(text)
    if text[:1].isspace() or text[-1:].isspace():
        end = len(text.rstrip())
        start = len(text) - len(text.lstrip())
    for match in pattern.finditer(text, start, end):
        stop = match.start()
        if text[stop] == "." and _goes_on(text, start, stop, match.end()):
            continue
        found.append((start, match.end(match.lastindex or 0)))
        start = match.end()
    if end > start:
        found.append((start, end))
    return found


def _is_ideographic(text: str) -> bool:
    """Tell whether a text has a full stop that no space follows; quicker than a loop."""
    return "\u3002" in text or "\uff01" in text or "\uff1f" in text


def _goes_on(text: str, start: int, stop: int, following: int) -> bool:
    """Tell whether the full stop at `stop` belongs to a word rather than ends a sentence."""
    last = text[max(start, stop - _LONGEST - 2) : stop].rsplit(None, 1)
    if not last:
        return False
    word = last[-1].lstrip("(\"'“‘[")
    lowered = word.lower()
    if len(word) > 1 and lowered not in _ABBREVIATIONS and not word.isdigit():
        return False  # most sentences end so
    if word in _TITLES or lowered in _NEVER_LAST:
        return True
    if lowered in _BEFORE_A_NUMBER:
        return text[following].isdigit()
    if lowered in _MAY_BE_LAST or (len(word) == 1 and word.isalpha() and word != "I"):
        return _word_at(text, following) not in _STARTERS
    return word.isdigit() and stop - len(word) == start


def _word_at(text: str, start: int) -> str:
    """Return the word at `start`, of at most twenty characters."""
    return text[start : start + 20].split(maxsplit=1)[0].rstrip(",.;:")
