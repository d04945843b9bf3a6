"""Whether a sentence only announces what the next ones will say, so that alone it says little."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from enablekit.parsing.evidence.terms import word_set
from enablekit.parsing.evidence.terms import words as split_words
from enablekit.parsing.evidence.units import NOT_COUNTED

if TYPE_CHECKING:
    from enablekit.parsing.evidence.passages import Sentence

_SHORTEST = 8  # words of a sentence that says something in full, unless it holds a figure
_DIGIT = re.compile("[0-9]")

_VAGUE = word_set(
    "alike apart challenging changed changing common complex complicated confusing crucial daunting"
    " different difficult dubious easy endless everywhere evolved evolving hard important shifted"
    " impressive profound remarkable significant similar simple straightforward substantial"
    " transformative tremendous tricky unclear varied"
)
"""Last words of a sentence that leaves to the next one what it means: `They are very complex.`"""

_SIGNS = _VAGUE | word_set(
    "shapes vary variety becoming basic fundamental issue matter question topic story term concept"
)
_NEVER_BEEN = word_set("easier simpler better one")
"""Last words of `has never been easier` and `is a hard one`."""

_DEGREES = word_set(
    "a are be been bit fairly has have is little more pretty quite rather slightly so somewhat too"
    " very was were"
)
"""Words before them, without which they may be part of something said in full."""

_NUMBERS = word_set("two three four five six seven several various many different main key few")
"""What counts the items of a list that follows: `There are two components.`"""

_BEHIND = 4  # words from the end in which the number of a list stands

_PLANS = word_set("plans planned hopes intends expects aims aim aimed want wanted began continues")
"""Verbs of what has not happened yet, before `to`."""

_READER = word_set("you you're you've we we're we've")
_VAGUE_OPENERS = word_set("certain different naturally numerous some sometimes various")
_VAGUELY = re.compile(
    r"slightly different|\bvary (?:greatly|widely|hugely|considerably)|shapes and sizes"
    r"|(?:variety|range) of different|never been (?:easier|simpler|better)\.$"
    r"|becoming (?:an? )?more and more"
    r"|(?:one|some) of the most (?:common|basic|fundamental|important)"
    r"|\b(?:is|are|was) an? (?:[\w-]+ ){0,3}"
    r"(?:one|issue|matter|question|topic|story|term|concept)(?:\.|,? (?:even|though|and)\b)"
)
_SECOND_CLAUSE = re.compile(r" [-–—] |—|; ")


def announces(sentence: Sentence) -> bool:
    """
    Tell whether an English sentence leaves what it means to those that follow.

    It does when it is very short, ends in a bare judgement (`are a little more complex`) or in the
    number of what is listed next, tells of mere plans, opens with an unnamed part of something or
    with what the reader may be about (`If you …`), or likens its subject to what was told of
    another before (`Like Ledgerline, it …`).
    """
    words = sentence.words
    if len(words) < _SHORTEST and _DIGIT.search(sentence.text) is None:
        return True
    if (words[-1] in _NEVER_BEEN or not _SIGNS.isdisjoint(words)) and _judges(sentence):
        return True
    if words[-1] in NOT_COUNTED and not _NUMBERS.isdisjoint(words[-_BEHIND:-1]):
        return True
    return _opens_apart(words, sentence.text) or _is_a_plan(words)


def _opens_apart(words: list[str], text: str) -> bool:
    """Tell whether a sentence opens with unnamed things, a likeness or what the reader may do."""
    first, second = words[0], words[1]
    if first == "the":
        first = second
    if first in _VAGUE_OPENERS or (first == "if" and second in _READER):
        return True
    return first == "like" and "," in text


def _judges(sentence: Sentence) -> bool:
    """Tell whether a sentence, or its first clause, judges without saying how."""
    if _VAGUELY.search(sentence.text) is not None:
        return True
    clause = _SECOND_CLAUSE.split(sentence.text, maxsplit=1)[0]
    said = sentence.words if len(clause) == len(sentence.text) else split_words(clause)
    return len(said) > 1 and said[-1] in _VAGUE and said[-2] in _DEGREES


def _is_a_plan(words: list[str]) -> bool:
    """Tell whether somebody is said to plan something, or writer or reader to want it."""
    if _PLANS.isdisjoint(words):
        return False
    return any(
        word in _PLANS
        and words[place + 1 : place + 2] == ["to"]
        and (word != "want" or not _READER.isdisjoint(words[max(0, place - 2) : place]))
        for place, word in enumerate(words)
    )
