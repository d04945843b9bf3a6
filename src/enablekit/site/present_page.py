"""What the template of the presenter notes is filled with."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING, Any

from enablekit.encoding.wording import clock
from enablekit.extend.cue_labels import BEFOREHAND, UNWRITTEN, label_of
from enablekit.site.markup import Linked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.encoding.wording import Wording
    from enablekit.model.notes import Answer, Beat, Cue, PresenterNotes
    from enablekit.model.span import Span
    from enablekit.site.asset_pages import AssetPages
    from enablekit.site.places import Places


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Words of a cue, and where they stand; `place` is None for words written for this step."""

    text: str
    place: Linked | None
    drawn: bool = False
    scope: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Cues below a label, a link if it names lines; `manner` is a class: `speech`, `do around`."""

    label: str | Linked
    manner: str
    cues: tuple[Said, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question the room may ask, its answer, and where it stands if not in this step."""

    they_ask: str
    answer: str
    place: Linked | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """
    A beat as the page shows it.

    Attributes:
        number: Counted from 1.
        title: What it is about.
        seconds: How long it takes.
        time: The same, as a clock shows it.
        by_words: What its words alone take, where the author wrote another time; else empty.
        starts: When it starts if nothing is left out.
        versions: The numbers of the shorter ways through that keep it, for the style sheet.
        leads: The numbers of those in which its transition leads to the next step.
        optional: Whether the author says to skip it when time is short.
        place: Where it was drawn from, or None when a person wrote it.
        piece: The address of its section in the asset's text; may be empty.
        cues: What to do before, show, say and ask.
        if_asked: Questions the room may ask.
        transition: The sentence that leads on; empty without one.
        after: What to do right after.

    """

    number: int
    title: str
    seconds: int
    time: str
    by_words: str
    starts: str
    versions: str
    leads: str
    optional: bool
    place: Linked | None
    piece: str
    cues: tuple[Group, ...]
    if_asked: tuple[Asked, ...]
    transition: tuple[Group, ...]
    after: tuple[Group, ...]


def present_values(pages: AssetPages) -> dict[str, Any]:
    """Return the values for the presenter notes' template."""
    notes, wording = pages.compiled.notes, pages.frame.wording
    spoken = _Spoken(wording=wording, places=pages.below, inside=pages.frame.internal)
    steps: list[Step] = []
    starts = 0
    for number, beat in enumerate(notes.beats):
        steps.append(_step(number, beat, starts, notes, spoken))
        starts += beat.seconds
    return (
        pages.values("present")
        | _plan(notes, wording, pages.asset.language)
        | {
            "asset_id": pages.asset.id,
            "steps": steps,
            "total": wording.duration(notes.seconds),
            "versions": _versions(notes, wording),
            "ways": _ways(notes, wording),
            "unwritten": wording.say(UNWRITTEN) if notes.drawn else "",
            "told_sections": not pages.asset.body.slides,
            "composed": spoken.inside and any(map(_is_composed, notes.beats)),
        }
    )


def _is_composed(beat: Beat) -> bool:
    """Whether the tool put a beat together of words that a person wrote elsewhere."""
    cues = (*beat.say, *beat.ask, *beat.show, *beat.do)
    return any(not cue.drawn and cue.span != beat.span for cue in cues)


def _plan(notes: PresenterNotes, wording: Wording, language: str) -> dict[str, Any]:
    """Return what all steps take as planned and by their words, against the time there is."""
    left = notes.slot - notes.seconds
    against = "{time} left" if left >= 0 else "{time} over"
    return {
        "clock": clock(notes.seconds),
        "estimate": clock(notes.estimate),
        "words": wording.length(notes.words, language),
        "slot": clock(notes.slot) if notes.slot else "",
        "over": left < 0,
        "against": wording.say(against, time=clock(abs(left))),
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class _Spoken:
    """Puts cues into the words of a page; `inside` is whether it may speak of the guidance."""

    wording: Wording
    places: Places
    inside: bool

    def groups(self, usual: str, manner: str, cues: tuple[Cue, ...], beat: Beat) -> Iterator[Group]:
        """Yield cues below their labels, one label for those that follow each other."""
        for label, some in groupby(cues, lambda cue: label_of(usual, cue, beat, self.wording)):
            together = tuple(some)
            first = together[0]
            said = tuple(
                self._said(cue, beat, last=cue is together[-1] or cue.drawn) for cue in together
            )
            if first.drawn and usual == "Say":
                named = Linked(label, self.places.lines(first.span).href)
                said = tuple(replace(one, place=None) for one in said)
                yield Group(label=named, manner=manner, cues=said)
            else:
                yield Group(label=label, manner=manner, cues=said)

    def _said(self, cue: Cue, beat: Beat, *, last: bool) -> Said:
        return Said(
            text=self.wording.told(cue.text),
            place=self.place(cue.span, beat, drawn=cue.drawn) if last or cue.scope else None,
            drawn=cue.drawn,
            scope=cue.scope,
        )

    def place(self, span: Span | None, beat: Beat, *, drawn: bool) -> Linked | None:
        """Return where words stand, unless that is the step itself or nothing to tell outsiders."""
        if span is None or span == beat.span or not (drawn or self.inside):
            return None
        lines = self.places.lines(span)
        if drawn:
            return lines
        return Linked(self.wording.say("Guidance, {place}", place=lines.words), lines.href)

    def answer(self, one: Answer, beat: Beat) -> Asked:
        """Return a question the room may ask."""
        place = self.place(one.span, beat, drawn=False)
        return Asked(they_ask=one.they_ask, answer=one.answer, place=place)


def _step(number: int, beat: Beat, starts: int, notes: PresenterNotes, spoken: _Spoken) -> Step:
    ways = [(at, one) for at, one in enumerate(notes.versions, 1) if number in one.keep]
    first = tuple(cue for cue in beat.do if cue.part in BEFOREHAND)
    last = tuple(cue for cue in beat.do if cue.part not in BEFOREHAND)
    lead = (beat.transition,) if beat.transition else ()
    steps = len(notes.beats)
    stated = beat.stated and beat.estimate != beat.seconds
    return Step(
        number=number + 1,
        title=spoken.wording.told(beat.title),
        seconds=beat.seconds,
        time=clock(beat.seconds),
        by_words=(
            spoken.wording.say("{time} by its words", time=clock(beat.estimate)) if stated else ""
        ),
        starts=clock(starts),
        versions=" ".join(f"in-{at}" for at, _ in ways),
        leads=" ".join(f"leads-{at}" for at, one in ways if one.leads_on(number, steps)),
        optional=beat.skip_if_short,
        place=spoken.places.lines(beat.span) if beat.drawn else None,
        piece=spoken.places.section(beat.anchor),
        cues=(
            *spoken.groups("Do", "do around", first, beat),
            *spoken.groups("Show", "do", beat.show, beat),
            *spoken.groups("Say", "speech", beat.say, beat),
            *spoken.groups("Ask", "speech ask", beat.ask, beat),
        ),
        if_asked=tuple(spoken.answer(one, beat) for one in beat.if_asked),
        transition=tuple(spoken.groups("Lead on", "speech", lead, beat)),
        after=tuple(spoken.groups("Do", "do around", last, beat)),
    )


def _versions(notes: PresenterNotes, wording: Wording) -> list[tuple[int, int, str, str]]:
    """
    Return number, minutes and words of each shorter way through.

    One that keeps everything is not one.
    """
    return [
        (
            index,
            version.minutes,
            wording.count("{n} minute", "{n} minutes", version.minutes),
            wording.count(
                "{n} step, {time}",
                "{n} steps, {time}",
                len(version.keep),
                time=clock(version.seconds),
            ),
        )
        for index, version in enumerate(notes.versions, 1)
        if len(version.keep) < len(notes.beats)
    ]


def _ways(notes: PresenterNotes, wording: Wording) -> list[tuple[int, str]]:
    """Return what stands above each shorter way: its length, against the whole."""
    return [
        (
            index,
            wording.say(
                "{length}: {words}, of {all} in all.",
                length=length,
                words=words,
                all=wording.number(len(notes.beats)),
            ),
        )
        for index, _, length, words in _versions(notes, wording)
    ]
