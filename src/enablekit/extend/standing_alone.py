"""Tells whether a sentence can be read by itself, away from the text it stands in."""

from __future__ import annotations

import functools
import re

# Openings that go on with what stood before.
_OPENING = re.compile(
    r"\W*(?:it|its|this|that|these|those|they|them|their|he|she|his|her|you|your|here|there|both"
    r"|and|but|so|also|or|however|therefore|then|instead|otherwise|such|of these|of those|one of"
    r"|some|others?|another|neither|either|each|most|the (?:figures?|project|numbers?|results?"
    r"|rest|same|firsts?|second|third|other|others|former|latter|rate|share|team|company"
    r"|customer|price|answer|reason|test|poll|survey|plan|text|wait|idea|point|cause|case|next"
    r"|story|talk|remaining)|in \d+|of \d+)\b",
    re.IGNORECASE,
)
# What points outside wherever it stands.
_POINTING = re.compile(
    r"\b(?:this|these|those) [a-z]|\b(?:here|above|below|the other|the others|the former"
    r"|the latter|the same)\b|\b(?:they|them|there)\b(?! (?:is|are|was|were|will be)\b)",
    re.IGNORECASE,
)
_ANTECEDENT = re.compile(r"\b[a-z]{3,}s\b[^.!?]*\b(?:they|them)\b|,? there (?:is|are)\b", re.IGNORECASE)
_PRONOUN = re.compile(r"\b(?:they|them)\b", re.IGNORECASE)
# A verb in a form that makes a sentence; a list of such words errs on the side of refusing.
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|do|does|did|can|could|will|would|may|might|must|shall"
    r"|should|cannot|[a-z]{2,}(?:ed|s)|[a-z]+n't|fell|rose|grew|cut|took|made|held|sent|paid|kept"
    r"|found|lost|won|cost|came|went|gave|got|saw|said|put|set|ran|began|stood|left|met|told"
    r"|spent|built|need|take|make|compare|check|work|use|run|send|pay|hold|keep|cause|advise"
    r"|leave|lose|count|go|look|show|ask|give|start|write|read|answer|match|fall|sell)\b"
)


@functools.lru_cache(maxsize=1 << 14)
def stands_alone(text: str) -> bool:
    """
    Tell whether a sentence names what it speaks of and has a verb.

    English is what is known here; in other languages only the signs that they share are seen.
    """
    if _OPENING.match(text):
        return False
    hit = _POINTING.search(text)
    if hit and not (_PRONOUN.fullmatch(hit[0]) and _ANTECEDENT.search(text[: hit.end()])):
        return False
    return has_verb(text)


def has_verb(text: str) -> bool:
    """Tell whether a text has a word that can be a finite verb behind its first word."""
    return _FINITE.search(text.partition(" ")[2].lower()) is not None
