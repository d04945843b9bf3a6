"""The opening of a text and the sentences a colleague would underline."""

from __future__ import annotations

from collections import Counter
from math import log2
from typing import TYPE_CHECKING, NamedTuple

from enablekit.parsing.evidence.terms import content_words, forms, word_set
from enablekit.parsing.evidence.worthiness import (
    is_a_statement,
    is_complete,
    names_its_subject,
    stands_alone,
)

if TYPE_CHECKING:
    from enablekit.model.evidence import Drawn
    from enablekit.parsing.evidence.passages import Passage, Sentence

MOST = 7
MOST_IN_A_SECTION = 2
_ONE_IN = 3  # sentences, so that a short text is not underlined as a whole
_TOO_ALIKE = 0.5  # of the content words of the shorter of two sentences
_LEAST = 1.0  # score

_CUES = word_set(
    "result results because essential unlike instead difference advantage advantages benefit"
    " benefits risk risks cost costs means enables enable enabling helps help reduces reduce reduced"
    " reducing increases increase increased saves save saved saving cuts cut improves improve"
    " improved faster cheaper eliminates eliminate avoids avoid biggest main key"
)
"""Words with which a text claims, explains or contrasts."""

_HEDGES = word_set("might may could perhaps maybe somewhat probably possibly seems")
_ASIDES = word_set("i i'm i've i'd my me we'll you'll we'd")


class _Candidate(NamedTuple):
    """A sentence that may be chosen."""

    passage: Passage
    sentence: Sentence
    terms: set[str]
    score: float


def draw_opening(passages: list[Passage], *, english: bool) -> Drawn | None:
    """Return the first sentence of the running text that says something by itself."""
    stands = stands_alone if english else is_a_statement
    for passage in passages:
        if passage.block.kind == "paragraph" and not passage.is_links:
            for sentence in passage.sentences:
                if is_complete(sentence) and stands(sentence):
                    return passage.drawn(sentence)
    return None


def draw(passages: list[Passage], *, title: str, english: bool) -> tuple[Drawn, ...]:
    """
    Return up to seven sentences that carry the text, at most two a section, in reading order.

    In English a sentence scores by its place in its section, the words it shares with title and
    heading, how much of the text is about its words, and phrases that claim or explain. In other
    languages only the place and the shared words count.
    """
    if english:
        candidates = _scored(passages, forms(title))
    else:
        candidates = _shared_with_headings(passages, forms(title))
    wanted = min(MOST, 1 + sum(len(p.sentences) for p in passages) // _ONE_IN)
    chosen: list[_Candidate] = []
    for candidate in sorted(candidates, key=_best_first):
        if len(chosen) == wanted:
            break
        if _adds_something(candidate, chosen):
            chosen.append(candidate)
    chosen.sort(key=_reading_order)
    return tuple(candidate.passage.drawn(candidate.sentence) for candidate in chosen)


def _scored(passages: list[Passage], title: set[str]) -> list[_Candidate]:
    """Return the English candidates with their scores."""
    worthy = [
        (passage, sentence, content_words(sentence.words))
        for passage in passages
        if passage.block.kind in ("paragraph", "list") and not passage.is_links
        for sentence in passage.sentences
        if is_complete(sentence) and names_its_subject(passage, sentence) and stands_alone(sentence)
    ]
    weights: Counter[str] = Counter()
    for _, _, terms in worthy:
        weights.update(terms)
    headings = {passage.section: passage.heading for passage, _, _ in worthy}
    about = {section: forms(heading) for section, heading in headings.items()}
    found: list[_Candidate] = []
    for passage, sentence, terms in worthy:
        score = _score(passage, sentence, terms, title, about[passage.section], weights)
        if score >= _LEAST:
            found.append(_Candidate(passage, sentence, terms, score))
    return found


def _score(
    passage: Passage,
    sentence: Sentence,
    terms: set[str],
    title: set[str],
    heading: set[str],
    weights: Counter[str],
) -> float:
    """Return how much a sentence carries; the weights were set by reading real pages."""
    score = 1.0 if sentence.order == 0 else 0.4 if sentence.order == 1 else 0.0
    score += 0.5 * min(3, len(terms & title))
    score += 0.4 * min(3, len(terms & heading))
    if terms:
        score += 0.5 * log2(sum(map(weights.__getitem__, terms)) / len(terms))
    text = sentence.text
    if not _CUES.isdisjoint(sentence.words) or "%" in text:
        score += 0.6
    score -= 0.5 * len(_HEDGES.intersection(sentence.words))
    if not _ASIDES.isdisjoint(sentence.words):
        score -= 0.6
    if "(" in text or text[-1] == "!":
        score -= 0.4
    return score - (0.6 if passage.block.kind == "list" else 0.0)


def _shared_with_headings(passages: list[Passage], title: set[str]) -> list[_Candidate]:
    """Return the first sentences of sections that repeat words of the heading or the title."""
    found: list[_Candidate] = []
    for passage in passages:
        for sentence in passage.sentences:
            if sentence.order > 1 or passage.block.kind != "paragraph":
                continue
            terms = content_words(sentence.words)
            shared = len(terms & title) + len(terms & forms(passage.heading))
            if shared and is_complete(sentence) and is_a_statement(sentence):
                found.append(_Candidate(passage, sentence, terms, shared - 0.5 * sentence.order))
    return found


def _adds_something(candidate: _Candidate, chosen: list[_Candidate]) -> bool:
    """Tell whether a sentence is unlike those chosen, in a section that may still give one."""
    same_section = 0
    for other in chosen:
        same_section += other.passage.section == candidate.passage.section
        shared = len(candidate.terms & other.terms)
        if shared > _TOO_ALIKE * max(1, min(len(candidate.terms), len(other.terms))):
            return False
    return same_section < MOST_IN_A_SECTION


def _best_first(candidate: _Candidate) -> tuple[float, int, int]:
    return (-candidate.score, candidate.passage.section, candidate.sentence.order)


def _reading_order(candidate: _Candidate) -> tuple[int, int]:
    return (candidate.passage.section, candidate.sentence.order)
