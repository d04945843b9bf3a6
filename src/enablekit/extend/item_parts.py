"""The parts of an item that the rules of the gate look at: keys, distractors, what is quoted."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from enablekit.model.phrase import Phrase

if TYPE_CHECKING:
    from enablekit.model.item import Item

CHOSEN = frozenset({"single", "multiple"})
"""The forms in which options stand against each other."""

TRUTH = frozenset({"true", "false", "yes", "no", "right", "wrong", "agree", "disagree"})
"""Options that judge the stem."""

_GAP = re.compile(r"_{2,}|\[ ?\]")
_EXCEPTION = re.compile(r"\bNOT\b")
_SPEECH = re.compile(
    r"\b(?:says?|said|asks?|objects|tells? you|hears?)\b[^“”?.]{0,30}“[^”]*”", re.IGNORECASE
)


def keys(item: Item) -> list[tuple[int, str]]:
    """Return the right options with their places."""
    return [(place, one.text) for place, one in enumerate(item.options) if one.correct]


def distractors(item: Item) -> list[tuple[int, str]]:
    """Return the wrong options with their places."""
    return [(place, one.text) for place, one in enumerate(item.options) if not one.correct]


def only_key(item: Item) -> tuple[int, str] | None:
    """Return the key of a single choice that has distractors, with its place."""
    right = keys(item)
    is_single = item.form == "single" and len(right) == 1 and len(item.options) > 1
    return right[0] if is_single else None


def judges(item: Item) -> bool:
    """Tell whether the options judge the stem, which may then be a plain statement."""
    return bool(item.options) and all(
        one.text.strip(" .!").casefold() in TRUTH for one in item.options
    )


def asks_for_exception(item: Item) -> bool:
    """Tell whether a made stem asks for the one option that does not hold."""
    return isinstance(item.stem, Phrase) and bool(_EXCEPTION.search(item.stem.pattern))


def content(stem: str) -> str:
    """Return a stem without the words that every question of its kind has."""
    if not isinstance(stem, Phrase):
        return stem
    if not stem.pattern:
        return " ".join(map(content, stem.parts))
    return " ".join(str(value) for value in stem.values.values())


def own_words(stem: str) -> str:
    """Return a stem without what somebody is quoted as saying, who may say it as people do."""
    return _SPEECH.sub(" ", stem)


def gaps(stem: str) -> int:
    """Return how many blanks a stem has."""
    return len(_GAP.findall(stem))


def filled(stem: str, words: str) -> str:
    """Return the sentence that a stem with one blank becomes; empty for any other stem."""
    if gaps(stem) != 1:
        return ""
    quoted = next((one for one in re.findall(r"“([^”]*)”", stem) if gaps(one)), stem)
    return _GAP.sub(lambda _: words, quoted)
