"""The opening of a text and the sentences a colleague would underline."""

from __future__ import annotations

import re
from collections import Counter
from itertools import chain
from math import log2
from typing import TYPE_CHECKING, NamedTuple

from enablekit.parsing.evidence.announcements import announces
from enablekit.parsing.evidence.terms import content_words, forms, word_set
from enablekit.parsing.evidence.worthiness import is_complete

if TYPE_CHECKING:
    from enablekit.model.evidence import Drawn
    from enablekit.parsing.evidence.passages import Sentence

MOST = 7
MOST_IN_A_SECTION = 2
_ONE_IN = 2  # worthy sentences, so that a short text is not underlined as a whole
_MOST_SHARED = 3  # words with a title or a heading that count
_BY_PLACE = (1.0, 0.4, 0.0)  # the first sentence of a section, the second, the others
_TOO_ALIKE = 0.5  # of the content words of the shorter of two sentences
_LEAST = 1.0  # score

_CUES = word_set(
    "result results because essential unlike instead difference advantage advantages benefit"
    " benefits risk risks cost costs means enables enable enabling helps help reduces reduce"
    " reduced reducing increases increase increased saves save saved saving cuts cut improves"
    " improve improved faster cheaper eliminates eliminate avoids avoid biggest main key"
)
"""Words with which a text claims, explains or contrasts."""

_SHORT_LABEL = re.compile(r"\w+(?: \w+)?: ")
_LABEL = re.compile(r"[^.:]{1,60}?(?::| [-–—]) ")
_HEDGES = word_set("might may could perhaps maybe somewhat probably possibly seems")
_ASIDES = word_set("i i'm i've i'd my me we'll you'll we'd")


class _Candidate(NamedTuple):
    """A sentence that may be chosen, with its content words."""

    sentence: Sentence
    terms: set[str]
    score: float


def draw_opening(worthy: list[Sentence]) -> Drawn | None:
    """Return the first worthy sentence of the running text, if possible one for every reader."""
    marked: Sentence | None = None
    for sentence in worthy:
        block = sentence.passage.block
        if block.kind != "paragraph" or not is_complete(sentence) or _is_labelled(sentence):
            continue
        if block.audience is None:
            return sentence.drawn()
        marked = marked or sentence
    return marked.drawn() if marked else None


def draw(worthy: list[Sentence], *, title: str, english: bool) -> tuple[Drawn, ...]:
    """
    Return up to seven sentences that carry the text, at most two a section, in reading order.

    In English a sentence scores by its place in its section, the words it shares with title and
    heading, how much of the text is about its words, and phrases that claim or explain; one that
    only announces what follows is left out. In other languages only the place and the shared
    words count.
    """
    complete = [one for one in worthy if is_complete(one) and not _is_labelled(one)]
    titled = forms(title)
    candidates = _scored(complete, titled) if english else _shared(complete, titled)
    wanted = min(MOST, 1 + len(complete) // _ONE_IN)
    chosen: list[_Candidate] = []
    for candidate in sorted(candidates, key=_best_first):
        if len(chosen) == wanted:
            break
        if english and announces(candidate.sentence):
            continue
        if _adds_something(candidate, chosen):
            chosen.append(candidate)
    chosen.sort(key=_reading_order)
    return tuple(candidate.sentence.drawn() for candidate in chosen)


def _is_labelled(sentence: Sentence) -> bool:
    """Tell whether a line explains its own label, as in `Price: what it costs`."""
    text = sentence.text
    if sentence.passage.block.kind == "list":
        return (": " in text or " - " in text or " – " in text) and bool(_LABEL.match(text))
    return ": " in text and _SHORT_LABEL.match(text) is not None


def _scored(worthy: list[Sentence], titled: frozenset[str]) -> list[_Candidate]:
    """Return the English candidates with their scores."""
    terms = [content_words(sentence.words) for sentence in worthy]
    weights = Counter(chain.from_iterable(terms))
    found: list[_Candidate] = []
    section, about = -1, frozenset[str]()
    for sentence, distinct in zip(worthy, terms, strict=True):
        if sentence.passage.section != section:
            section, about = sentence.passage.section, forms(sentence.passage.heading)
        score = 0.5 * min(_MOST_SHARED, len(distinct & titled))
        score += 0.4 * min(_MOST_SHARED, len(distinct & about))
        if distinct:
            score += 0.5 * log2(sum(map(weights.__getitem__, distinct)) / len(distinct))
        score += _manner(sentence)
        if score >= _LEAST:
            found.append(_Candidate(sentence, distinct, score))
    return found


def _manner(sentence: Sentence) -> float:
    """Score where and how a sentence says it; the weights were set by reading real pages."""
    score = _BY_PLACE[min(sentence.order, len(_BY_PLACE) - 1)]
    text, words = sentence.text, sentence.words
    if not _CUES.isdisjoint(words) or "%" in text:
        score += 0.6
    if not _HEDGES.isdisjoint(words):
        score -= 0.5
    if not _ASIDES.isdisjoint(words):
        score -= 0.6
    if "(" in text or text[-1] == "!":
        score -= 0.4
    return score - (0.6 if sentence.passage.block.kind == "list" else 0.0)


def _shared(worthy: list[Sentence], titled: frozenset[str]) -> list[_Candidate]:
    """Return the first sentences of sections that repeat words of the heading or the title."""
    found: list[_Candidate] = []
    for sentence in worthy:
        if sentence.order or sentence.passage.block.kind != "paragraph":
            continue
        terms = content_words(sentence.words)
        shared = len(terms & titled) + len(terms & forms(sentence.passage.heading))
        if shared:
            found.append(_Candidate(sentence, terms, float(shared)))
    return found


def _adds_something(candidate: _Candidate, chosen: list[_Candidate]) -> bool:
    """Tell whether a sentence is unlike those chosen, in a section that may still give one."""
    terms, section = candidate.terms, candidate.sentence.passage.section
    if sum([one.sentence.passage.section == section for one in chosen]) >= MOST_IN_A_SECTION:
        return False
    return not any(
        len(terms & other.terms) > _TOO_ALIKE * max(1, min(len(terms), len(other.terms)))
        for other in chosen
    )


def _best_first(candidate: _Candidate) -> tuple[float, int, int]:
    return (-candidate.score, candidate.sentence.passage.section, candidate.sentence.order)


def _reading_order(candidate: _Candidate) -> tuple[int, int]:
    return (candidate.sentence.passage.section, candidate.sentence.order)
