"""The opening of a text and the sentences a colleague would underline."""

from __future__ import annotations

import re
from collections import Counter
from heapq import heapify, heappop, heapreplace
from itertools import chain
from math import log2
from typing import TYPE_CHECKING, NamedTuple

from enablekit.parsing.evidence.announcements import announces
from enablekit.parsing.evidence.terms import content_words, forms, word_set
from enablekit.parsing.evidence.verbs import lacks_a_verb
from enablekit.parsing.evidence.worthiness import is_complete

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.model.evidence import Drawn
    from enablekit.parsing.evidence.passages import Sentence

MOST = 7
MOST_IN_A_SECTION = 2
_ONE_IN = 2  # worthy sentences, so that a short text is not underlined as a whole
_MOST_SHARED = 2  # words with a title or a heading that count
_BY_PLACE = (1.0, 0.4)  # the first sentence of a section, the second; the others get nothing
_CLAIM = 0.6  # score of a claim, and the loss of what claims nothing
_TOO_ALIKE = 0.5  # of the content words of the shorter of two sentences
_LEAST = 1.3  # score
_LEAST_IN_SHORT = 1.0  # the same where words cannot be repeated often
_LONG = 20  # sentences that may be chosen, from which on a text is not short

_CLAIMS = word_set(
    "result results because essential unlike instead difference advantage advantages benefit"
    " benefits risk risks cost costs means enables enable enabling helps help reduces reduce"
    " reduced reducing increases increase increased increasing saves save saved saving cuts cut"
    " cutting improves improve improved improving eliminates eliminate eliminating avoids avoid"
    " avoiding prevents prevent preventing causes leads drives replaces replaced limits lacks"
    " requires allows allowing ensures ensuring protects biggest"
)
"""Words with which a text claims, explains or contrasts."""

_COMPARES = word_set(
    "more less fewer better worse faster slower easier harder cheaper higher lower greater larger"
    " smaller stronger than most least half twice double doubled tripled only without never cannot"
    " not no rather whereas isn't aren't doesn't don't can't won't wasn't didn't"
)
"""Words that measure one thing by another, or say where something ends."""

_SHORT_LABEL = re.compile(r"\w+(?: \w+)?: ")
_LABEL = re.compile(r"[^.:]{1,60}?(?::| [-–—]) ")
_HEDGES = word_set(
    "might may could perhaps maybe somewhat probably possibly seems should will arguably basically"
    " pretty again also"
)
_ASIDES = word_set("i i'm i've i'd my me we'll you'll we'd")
_OWN = word_set("we we're we've our us")
"""The writer himself: what he tells of himself is seldom what his text is about."""

_GENERAL_OPENERS = word_set(
    "one often generally usually typically normally even most many some all every each when if"
    " while no more for ultimately either"
)
"""First words of a remark about things in general, or of one case of several."""

_STORY = word_set(
    "began started starts continued decided discovered noticed realised realized recognised"
    " recognized explored tried chose hoped looked"
)
"""Verbs of what somebody went through, not of what came of it."""

_READER = word_set("you your you're you've")
_LOSSES = _HEDGES | _ASIDES | _OWN | _READER | _STORY
_TELLING = _CLAIMS | _COMPARES
_KIND = re.compile(r"\b(?:is|are) (?:an?|the) ")
_DIGIT = re.compile("[0-9]")
_SHORT = 12  # words of a sentence that has hardly room for a claim and its reason


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
    complete = [one for one in worthy if is_complete(one) and not _is_a_part(one)]
    titled = forms(title)
    candidates = _by_score(complete, titled) if english else _shared(complete, titled)
    wanted = min(MOST, 1 + len(complete) // _ONE_IN)
    chosen: list[_Candidate] = []
    for candidate in candidates:
        if len(chosen) == wanted:
            break
        if english and (announces(candidate.sentence) or lacks_a_verb(candidate.sentence.words)):
            continue
        if _adds_something(candidate, chosen):
            chosen.append(candidate)
    chosen.sort(key=_reading_order)
    return tuple(candidate.sentence.drawn() for candidate in chosen)


def _is_a_part(sentence: Sentence) -> bool:
    """Tell whether a sentence is a step of a numbered list, or explains its own label."""
    return sentence.passage.block.ordered or _is_labelled(sentence)


def _is_labelled(sentence: Sentence) -> bool:
    """Tell whether a line explains its own label, as in `Price: what it costs`."""
    text = sentence.text
    if sentence.passage.block.kind == "list":
        return (": " in text or " - " in text or " – " in text) and bool(_LABEL.match(text))
    return ": " in text and _SHORT_LABEL.match(text) is not None


def _by_score(worthy: list[Sentence], titled: frozenset[str]) -> Iterator[_Candidate]:
    """
    Yield the English candidates, the best first.

    How a sentence says it is looked at only when what it is about has put it first, since few are
    wanted: a queue holds for each what it could score at most, and then what it does score.
    """
    least = _LEAST if len(worthy) >= _LONG else _LEAST_IN_SHORT
    terms = [content_words(sentence.words) for sentence in worthy]
    queue = [
        (-most, sentence.passage.section, sentence.order, number, False)
        for number, (sentence, score) in enumerate(
            zip(worthy, _about(worthy, terms, titled), strict=True)
        )
        if (most := score + _CLAIM) >= least
    ]
    heapify(queue)
    while queue:
        negative, section, order, number, is_settled = queue[0]
        sentence = worthy[number]
        if is_settled:
            heappop(queue)
            yield _Candidate(sentence, terms[number], -negative)
            continue
        score = _manner(sentence) - _CLAIM - negative
        if score >= least:
            heapreplace(queue, (-score, section, order, number, True))
        else:
            heappop(queue)


def _about(
    worthy: list[Sentence], terms: list[set[str]], titled: frozenset[str]
) -> Iterator[float]:
    """Yield for each sentence its score by its place and by what its words are about."""
    weights = Counter(chain.from_iterable(terms))
    section, about = -1, frozenset[str]()
    for sentence, distinct in zip(worthy, terms, strict=True):
        if sentence.passage.section != section:
            section, about = sentence.passage.section, forms(sentence.passage.heading)
        score = _BY_PLACE[sentence.order] if sentence.order < len(_BY_PLACE) else 0.0
        if not titled.isdisjoint(distinct):
            score += 0.5 * min(_MOST_SHARED, len(distinct & titled))
        if not about.isdisjoint(distinct):
            score += 0.4 * min(_MOST_SHARED, len(distinct & about))
        if distinct:
            score += 0.5 * log2(sum(map(weights.__getitem__, distinct)) / len(distinct))
        yield score


def _manner(sentence: Sentence) -> float:
    """Score how a sentence says it, at most `_CLAIM`; the weights come from real pages."""
    text, words = sentence.text, sentence.words
    score = _CLAIM if _claims(text, words) else -_CLAIM
    if not _LOSSES.isdisjoint(words):
        score -= _loss(words)
    if words[0] in _GENERAL_OPENERS:
        score -= 0.6
    if "(" in text or text[-1] == "!":
        score -= 0.4
    if len(words) < _SHORT:
        score -= 0.4
    return score - (0.8 if sentence.passage.block.kind == "list" else 0.0)


def _loss(words: list[str]) -> float:
    """Return what a sentence loses by words that hedge, speak of the writer or tell a story."""
    loss = 0.0 if _HEDGES.isdisjoint(words) else 0.5
    if not _ASIDES.isdisjoint(words):
        loss += 0.6
    if not _OWN.isdisjoint(words):
        loss += 0.8 if words[0] in _OWN else 0.4
    if not _READER.isdisjoint(words):
        loss += 0.3
    return loss if _STORY.isdisjoint(words) else loss + 0.6


def _claims(text: str, words: list[str]) -> bool:
    """Tell whether a sentence measures, compares, explains, limits or says what something is."""
    if not _TELLING.isdisjoint(words):
        return True
    return _DIGIT.search(text) is not None or _KIND.search(text) is not None


def _shared(worthy: list[Sentence], titled: frozenset[str]) -> list[_Candidate]:
    """Return the first sentences of sections that repeat words of heading or title, best first."""
    found: list[_Candidate] = []
    for sentence in worthy:
        if sentence.order or sentence.passage.block.kind != "paragraph":
            continue
        terms = content_words(sentence.words)
        shared = len(terms & titled) + len(terms & forms(sentence.passage.heading))
        if shared:
            found.append(_Candidate(sentence, terms, float(shared)))
    return sorted(found, key=_best_first)


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
