"""Sentences that set one thing against another: before and after, this instead of that."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from enablekit.parsing.evidence.announcements import announces
from enablekit.parsing.evidence.passages import place
from enablekit.parsing.evidence.terms import word_set
from enablekit.parsing.evidence.worthiness import is_complete

if TYPE_CHECKING:
    from collections.abc import Sequence

    from enablekit.model.evidence import Drawn, Statistic
    from enablekit.parsing.evidence.passages import Sentence

MOST = 7
_SIGNS = word_set(
    "unlike instead rather whereas compared contrary longer once before previously formerly now"
)
# The letters these start with turn most places of a text down.
_CONTRAST = re.compile(
    r"\b(?=[bcfinopruw])(?:unlike (?!any\b|some\b)|instead of\b|rather than\b|whereas\b"
    r"|compared (?:to|with) (?!some\b|other\b|many\b|most\b|competitors)|contrary to\b"
    r"|no longer\b|(?:once|before|previously|formerly|used to)\b.{8,}\b(?:now|today)\b"
    r"|now\b.{8,}\b(?:once|before|previously|formerly|used to)\b)",
    re.IGNORECASE,
)
_ADVICE = word_set("should you'll you'd we'd might may could")
"""What is only recommended or thought of is set against nothing."""


def draw(worthy: list[Sentence], statistics: Sequence[Statistic]) -> tuple[Drawn, ...]:
    """
    Return at most seven English sentences that contrast two things in full, in reading order.

    Besides sentences with words such as `instead of`, those are the statistics of what changed
    from one number to another.
    """
    changed = {(one.span.line, one.span.column) for one in statistics if one.before}
    found: list[Drawn] = []
    for sentence in worthy:
        if len(found) == MOST:
            break
        if changed and place(sentence.passage.block, sentence.start) in changed:
            found.append(sentence.drawn())
            continue
        if not _SIGNS.isdisjoint(sentence.words) and _contrasts(sentence):
            found.append(sentence.drawn())
    return tuple(found)


def _contrasts(sentence: Sentence) -> bool:
    """Tell whether a sentence says in full what is set against what."""
    if not is_complete(sentence) or not _ADVICE.isdisjoint(sentence.words):
        return False
    return _CONTRAST.search(sentence.text) is not None and not announces(sentence)
