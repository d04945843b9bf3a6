"""How long words take to say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from enablekit.encoding import pace

if TYPE_CHECKING:
    from collections.abc import Iterable

    from enablekit.model.notes import Cue

# Time for a room to answer a question.
SECONDS_A_QUESTION = 20

_PAUSE = re.compile(r"\[(?:pause|demo)(?:\s+(\d{1,3})\s*(s|m|min|sec)?)?\]", re.IGNORECASE)
_SHORT_PAUSE = 3
_MINUTE = 60


def words_in(text: str) -> int:
    """
    Count the words a person speaks; stage directions in brackets are not spoken.

    Where a script has no blanks between words, its characters count instead.
    """
    return pace.length(_PAUSE.sub(" ", text))


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


def spoken_seconds_of(words: int, language: str) -> int:
    """Return how long so many words of a language, given by its BCP 47 tag, take to say."""
    return round(words * _MINUTE / pace.said_a_minute(language))


def spoken_seconds(said: Iterable[str], questions: int, language: str) -> int:
    """
    Estimate how long it takes to say texts and to hear the answers to questions.

    Args:
        said: The texts.
        questions: How many questions the room is to answer.
        language: BCP 47 tag of the texts.

    """
    texts = tuple(said)
    speech = spoken_seconds_of(sum(map(words_in, texts)), language)
    return speech + sum(map(pauses_in, texts)) + questions * SECONDS_A_QUESTION
