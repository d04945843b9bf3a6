"""Sentences with a figure that carries meaning."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from enablekit.model.evidence import Statistic
from enablekit.parsing.evidence import amounts
from enablekit.parsing.evidence.figures import (
    Figure,
    Rank,
    figures,
    figures_in_symbols,
    figures_in_words,
)
from enablekit.parsing.evidence.terms import word_set
from enablekit.parsing.evidence.units import NUMBER_WORDS
from enablekit.parsing.evidence.verbs import has_a_personal_form

if TYPE_CHECKING:
    from collections.abc import Sequence

    from enablekit.parsing.evidence.passages import Sentence

_SHORTEST, _LONGEST = 5, 45  # words
_DIGIT = re.compile("[0-9]")
_HYPOTHETICAL = word_set("imagine suppose instance hypothetical hypothetically respectively")
"""Words of suppositions, and of lists in which a figure alone belongs to nothing."""

_CONDITIONS = word_set("if whether unless assuming")
_OCCASIONS = word_set("when whenever once")
_OWN_VOICE = word_set("i i've i'm i'd my me")
_SUPPOSES = re.compile(r"[,–—-] say\b")
_PRICED = word_set(
    "plan plans tier tiers license licenses licence licences pricing price prices subscription"
    " subscriptions"
)
"""What somebody sells: a sentence that opens with it must say whose."""

_NAME = re.compile(r"(?<=\s)[A-Z][a-z]++[\w-]*+")
_PLANS = word_set(
    "Free Basic Starter Standard Core Team Teams Business Plus Pro Professional Premium Growth"
    " Scale Enterprise Cloud Individual Personal"
)
"""Names of plans, which name no vendor."""

_ASIDE = re.compile(r"\([^()]*+\)|\"[^\"]*+\"|“[^“”]*+”")
"""Brackets and quotation marks: what stands in them is not what the sentence says."""

_TERMS = (Rank.RATIO, Rank.TIME)
"""Figures of how a price changes or how long it holds."""

_A_PRICE_LIST = 3  # amounts of money in one sentence
_ABOUT = r"(?:(?:just|only|under|over|about|around|nearly|less than|more than)\s)?"
_JOINTS = (
    ("from ", re.compile(rf"\sto\s{_ABOUT}")),
    ("between ", re.compile(rf"\sand\s{_ABOUT}")),
)


def draw(
    worthy: list[Sentence], *, english: bool, terse: Sequence[Sentence] = ()
) -> tuple[Statistic, ...]:
    """
    Return the sentences with a figure, one statistic a sentence, in reading order.

    The sentences may come in any order; `terse` are items of English lists that are no sentences
    but say what a figure is of, such as `Partner margin = 30%`.

    The figure is the one that says most: a percentage or a multiple before money before a time
    before a count.
    Suppositions, asides in brackets and lists of prices give none. Outside English only figures
    with a symbol count.
    """
    read = _english if english else _any_language
    found = [_statistic(sentence, figure) for sentence in worthy if (figure := read(sentence))]
    found += (
        _statistic(item, _widest(item.text, best))
        for item in terse
        if (best := min(figures(item.text), key=_most_first, default=None))
    )
    # An item that is a sentence as well is drawn once.
    return tuple(sorted({_place(one): one for one in found}.values(), key=_place))


def _english(sentence: Sentence) -> str:
    """Return the figure of an English sentence, or nothing."""
    candidates = list(figures(sentence.text)) if _DIGIT.search(sentence.text) else []
    if not NUMBER_WORDS.isdisjoint(sentence.words):
        candidates += figures_in_words(sentence.text)
    if not candidates or not _is_stated(sentence):
        return ""
    if sentence.words[0] in _OCCASIONS:  # what comes of it is stated behind the comma
        comma = sentence.text.find(",")
        candidates = [figure for figure in candidates if 0 < comma < figure.start]
    if "assuming" in sentence.words:
        condition = sentence.text.lower().index("assuming")
        candidates = [figure for figure in candidates if figure.start < condition]
    best = _best(sentence, candidates, listed=sentence.passage.block.kind == "list")
    if best is None or (best.rank not in _TERMS and not _names_the_seller(sentence)):
        return ""
    return _widest(sentence.text, best)


def _any_language(sentence: Sentence) -> str:
    """Return the figure with a symbol for its unit in a sentence of any language, or nothing."""
    best = min(figures_in_symbols(sentence.text), key=_most_first, default=None)
    return sentence.text[best.start : best.end] if best else ""


def _best(sentence: Sentence, candidates: list[Figure], *, listed: bool) -> Figure | None:
    """Return the figure that says most, if the sentence says what it is a figure of."""
    asides = [aside.span() for aside in _ASIDE.finditer(sentence.text)]
    outside = [
        figure
        for figure in candidates
        if not any(start < figure.start < end for start, end in asides)
    ]
    if not outside:
        return None
    best = min(outside, key=_most_first)
    if best.rank == Rank.MONEY and sum(f.rank == Rank.MONEY for f in candidates) >= _A_PRICE_LIST:
        return None
    if listed and best.rank != Rank.RATIO and not has_a_personal_form(sentence.words):
        labelled = best.rank == Rank.MONEY and ": " in sentence.text[: best.start]
        return best if labelled else None
    return best


def _most_first(figure: Figure) -> tuple[int, int]:
    return (figure.rank, figure.start)


def _is_stated(sentence: Sentence) -> bool:
    """Tell whether a sentence claims something, rather than tells, asks or supposes."""
    words = sentence.words
    if not _SHORTEST <= sentence.text.count(" ") + 1 <= _LONGEST:
        return False
    if words[0] in _CONDITIONS:
        return False
    if not (_HYPOTHETICAL.isdisjoint(words) and _OWN_VOICE.isdisjoint(words)):
        return False
    return _SUPPOSES.search(sentence.text) is None


def _names_the_seller(sentence: Sentence) -> bool:
    """Tell whether a sentence that opens with what somebody sells says whose it is."""
    words = sentence.words
    if _PRICED.isdisjoint(words[:4]) or words[0].endswith("'s"):
        return True
    return any(name not in _PLANS for name in _NAME.findall(sentence.text))


def _widest(text: str, figure: Figure) -> str:
    """Return the figure as written; `from X to Y` and `between X and Y` are one figure."""
    start, end = figure.start, figure.end
    for before, between in _JOINTS:
        opening = text[max(0, start - len(before)) : start].lower()
        joint = between.match(text, end) if opening == before else None
        if joint is None:
            continue
        after = next((other for other in figures(text) if other.start == joint.end()), None)
        if after is not None:
            return text[start - len(before) : after.end]
    return text[start:end]


def _statistic(sentence: Sentence, figure: str) -> Statistic:
    drawn = sentence.drawn()
    links = sentence.passage.links(sentence.start, sentence.end)
    amount = amounts.read(figure, drawn.text)
    return Statistic(
        text=drawn.text,
        span=drawn.span,
        anchor=drawn.anchor,
        audience=drawn.audience,
        figure=figure,
        source=next((link.url for link in links if "://" in link.url), ""),
        value=amount.value,
        unit=amount.unit,
        direction=amount.direction,
        before=amount.before,
        period=amount.period,
    )


def _place(statistic: Statistic) -> tuple[int, int]:
    return (statistic.span.line, statistic.span.column)
