"""How long words take to say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from enablekit.model.notes import Cue

# Lucas, The Art of Public Speaking: most speakers in the United States use 125 to 150 words a
# minute; 130 leaves room to breathe.
WORDS_A_MINUTE = 130
# Time for a room to answer a question.
SECONDS_A_QUESTION = 20

_PAUSE = re.compile(r"\[(?:pause|demo)(?:\s+(\d{1,3})\s*(s|m|min|sec)?)?\]", re.IGNORECASE)
_SHORT_PAUSE = 3
_MINUTE = 60


def words_in(text: str) -> int:
    """Count the words a person speaks; stage directions in brackets are not spoken."""
    return len(_PAUSE.sub(" ", text).split())


def pauses_in(text: str) -> int:
    """Return the seconds of `[pause]`, `[pause 5s]` and `[demo 2m]` in a text."""
    total = 0
    for found in _PAUSE.finditer(text):
        amount, unit = found.groups()
        if amount is None:
            total += _SHORT_PAUSE
        else:
            total += int(amount) * (_MINUTE if unit and unit.casefold().startswith("m") else 1)
    return total


def said_by(cues: Iterable[Cue]) -> tuple[str, ...]:
    """Return the words of cues."""
    return tuple(cue.text for cue in cues)


def spoken_seconds_of(words: int) -> int:
    """Return how long so many words take to say."""
    return round(words * _MINUTE / WORDS_A_MINUTE)


def spoken_seconds(said: Iterable[str], questions: int) -> int:
    """Estimate how long it takes to say texts and to hear the answers to questions."""
    texts = tuple(said)
    speech = sum(words_in(text) for text in texts) * _MINUTE / WORDS_A_MINUTE
    return round(speech) + sum(map(pauses_in, texts)) + questions * SECONDS_A_QUESTION
