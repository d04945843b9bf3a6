"""A piece that is not a deck becomes a walk-through: what a person wrote first, the text second."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from enablekit.compilers import walk_parts as parts
from enablekit.compilers.walk_alike import figures_again, unlike, untold
from enablekit.compilers.walk_titles import TOP, titled
from enablekit.extend.speaking_time import said_by, spoken_seconds, spoken_seconds_of, words_in
from enablekit.model.notes import Beat
from enablekit.model.phrase import phrase

if TYPE_CHECKING:
    from enablekit.model.asset import Asset
    from enablekit.model.body import Section
    from enablekit.model.notes import Answer, Cue
    from enablekit.model.span import Span

_A_LOOK = 30  # seconds a room needs to take in a table or a figure
_A_TELLING = 45  # seconds for what a section says around the point an author named
_A_LONG_TELLING = 120  # seconds for a section nobody has named a point of; a room takes no more
_SAID_A_BEAT = 2  # more than two sentences of a kind in a row is reading aloud, not presenting


@dataclass(slots=True, kw_only=True)
class _Draft:
    """A beat while it is put together."""

    title: str
    anchor: str
    span: Span
    words: int
    say: list[Cue]
    ask: list[Cue]
    show: list[Cue]
    do: list[Cue]
    if_asked: list[Answer]

    @property
    def cues(self) -> tuple[Cue, ...]:
        return (*self.say, *self.ask, *self.show, *self.do)

    @property
    def guided(self) -> bool:
        """Whether anything in it was written by a person."""
        return bool(self.if_asked) or any(not cue.drawn for cue in self.cues)


def of_asset(asset: Asset) -> tuple[Beat, ...]:
    """
    Return the beats of walking somebody through an asset.

    The opening, a beat for each section with something to say or show, places that are no section,
    and the close. Words come from the guidance, and from the text where the guidance has none.
    What has neither is left out.
    """
    told = (
        one for one in asset.body.sections if one.level < TOP or not parts.only_refers(asset, one)
    )
    drafts = [_section(asset, section) for section in told]
    drafts = [one for one in drafts if one.say or one.show]
    drafts += [_place(asset, cue) for cue in parts.other_places(asset)]
    opening, close = _opening(asset, drafts), _close(asset)
    if opening is not None:
        drafts = [opening, *drafts[_introduces(drafts, asset) :]]
    drafts = _once(drafts)
    _put_questions(drafts[opening is not None :] or drafts, asset)
    if close is not None and (drafts or close.guided):
        drafts.append(close)
    _put_answers(drafts, asset)
    return tuple(_finished(one, asset.language) for one in drafts)


def _once(drafts: list[_Draft]) -> list[_Draft]:
    """
    Say everything once, and leave out steps with nothing else to say.

    What is drawn gives way to what a person wrote, wherever that stands, and to what was drawn
    before it. A figure that a person wrote twice is said the first time, if the second step has
    other words.
    """
    written = [cue for one in drafts for cue in one.say if not cue.drawn]
    drawn: list[Cue] = []
    told: list[Cue] = []
    for one in drafts:
        fresh = untold(unlike([cue for cue in one.say if cue.drawn], written), drawn)
        kept = [cue for cue in one.say if cue in fresh or not cue.drawn]
        again = figures_again([cue for cue in kept if not cue.drawn], told)
        one.say = [cue for cue in kept if cue not in again] or kept
        drawn += fresh
        told += [cue for cue in one.say if not cue.drawn]
    return [one for one in drafts if one.say or one.show]


def _empty(title: str, span: Span, *, anchor: str = "", words: int = 0) -> _Draft:
    return _Draft(
        title=title, anchor=anchor, span=span, words=words,
        say=[], ask=[], show=[], do=[], if_asked=[],
    )  # fmt: skip


def _section(asset: Asset, section: Section) -> _Draft:
    draft = _empty(titled(section, asset), section.span, anchor=section.anchor, words=section.words)
    proofs = parts.proofs(asset, section.anchor)[:_SAID_A_BEAT]
    points = unlike(parts.must_knows(asset, section.anchor), proofs)[:_SAID_A_BEAT]
    draft.say = parts.in_order(points, proofs)
    drawn = parts.drawn_points(asset, section), parts.drawn_proofs(asset, section)
    if not draft.say:
        points = drawn[0][:_SAID_A_BEAT]
        draft.say = [*points, *unlike(drawn[1], points)][:_SAID_A_BEAT]
    elif not points and len(proofs) < _SAID_A_BEAT:
        draft.say = [*unlike(drawn[0], proofs)[:1], *proofs]
    elif not proofs:
        draft.say += unlike(drawn[1], points)[:1]
    draft.show = parts.shown(asset, section)[:_SAID_A_BEAT]
    return draft


def _place(asset: Asset, shown: Cue) -> _Draft:
    """Make a beat of a page or a time that is worth showing."""
    at = next(one.at for one in asset.guidance.best_parts if one.span == shown.span)
    draft = _empty(at, shown.span)
    draft.show = [shown]
    return draft


def _opening(asset: Asset, drafts: list[_Draft]) -> _Draft | None:
    """Return the opening, which takes in what stands above the first real heading."""
    say = parts.opening_words(asset)
    first = drafts[0] if drafts else None
    if not say:
        if first is not None and not first.guided and asset.evidence.opening is not None:
            start = parts.drawn_opening(asset)
            if first.span.line <= start.span.line <= first.span.end_line:
                first.say = [start, *unlike(first.say, [start])][:_SAID_A_BEAT]
        return None
    draft = _empty(asset.title, asset.span)
    if first is not None and _introduces(drafts, asset):
        draft.anchor, draft.show = first.anchor, first.show
        say += unlike([cue for cue in first.say if not cue.drawn], say)
    if not any(cue.part == "proof" for cue in say):
        proven = any(cue.part == "proof" and not cue.drawn for one in drafts for cue in one.say)
        say += unlike(parts.opening_proofs(asset, alone=not proven), say)[:_SAID_A_BEAT]
    draft.say, draft.do = say, parts.around(asset)
    return draft


def _introduces(drafts: list[_Draft], asset: Asset) -> bool:
    """Whether the first beat is of what stands above the first real heading."""
    tops = {one.span for one in asset.body.sections if one.level < TOP}
    return bool(drafts) and drafts[0].span in tops


def _close(asset: Asset) -> _Draft | None:
    """Return the close: the question that hands the word back, and what to do right after."""
    ask, do = parts.closing_question(asset), parts.afterwards(asset)
    say = [] if ask or do else parts.drawn_close(asset)
    if not (ask or do or say):
        return None
    draft = _empty(phrase("Close"), say[0].span if say else asset.span)
    draft.ask, draft.do, draft.say = list(ask), list(do), say
    return draft


def _put_questions(drafts: list[_Draft], asset: Asset) -> None:
    """Spread the discovery questions in their order, each once, over what a person wrote about."""
    open_to = [one for one in drafts if one.guided] or drafts
    asked = parts.questions(asset)
    if len(asked) > len(open_to) > 0:
        asked = [asked[at] for at in _spread(len(open_to), len(asked))]
    for question, at in zip(asked, _spread(len(asked), len(open_to)), strict=False):
        open_to[at].ask.append(question)


def _spread(count: int, over: int) -> list[int]:
    """Return so many of the numbers below `over`, in order and as far apart as they can be."""
    if count >= over:
        return list(range(over))
    return [((2 * at + 1) * over) // (2 * count) for at in range(count)]


def _put_answers(drafts: list[_Draft], asset: Asset) -> None:
    """Put each objection where its proof stands, else at the end."""
    if not drafts:
        return
    at = {one.anchor: one for one in drafts if one.anchor}
    for anchor, answer in parts.answers(asset):
        at.get(anchor, drafts[-1]).if_asked.append(answer)


def _finished(draft: _Draft, language: str) -> Beat:
    said, texts = said_by(draft.say), said_by((*draft.say, *draft.ask))
    asked = len(draft.ask)
    if draft.guided:  # a written opening may be a question, and then the room answers it
        asked += sum(text.rstrip().endswith("?") for text in said)
    estimate = spoken_seconds(texts, asked, language)
    if draft.guided:
        told = max(estimate, min(spoken_seconds_of(draft.words, language), _A_TELLING))
        seconds = told + (_A_LOOK if draft.show else 0)
    else:
        told = min(spoken_seconds_of(draft.words, language), _A_LONG_TELLING)
        seconds = max(estimate, told, _A_LOOK if draft.show else 0)
    return Beat(
        title=draft.title,
        anchor=draft.anchor,
        span=draft.span,
        seconds=seconds,
        words=sum(map(words_in, texts)),
        estimate=estimate,
        say=tuple(draft.say),
        ask=tuple(draft.ask),
        show=tuple(draft.show),
        do=tuple(draft.do),
        if_asked=tuple(draft.if_asked),
        proves=any(cue.part == "proof" for cue in draft.say),
        drawn=not draft.guided,
    )
