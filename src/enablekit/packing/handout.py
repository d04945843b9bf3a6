"""Presenter notes as a hand-out: what is on the screen, and beside it what to say about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from enablekit.encoding.wording import clock
from enablekit.packing.notes_document import shorter_ways

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.model.notes import Beat, Cue
    from enablekit.packing.edition import Edition

# Characters of one step. A longer one may go on over the end of a page, since it may be higher.
_LONG = 1_500


def handout_data(edition: Edition) -> dict[str, Any]:
    """Return presenter notes as plain data for the template of a hand-out."""
    say, notes = edition.wording, edition.compiled.notes
    steps = say.count("{n} step", "{n} steps", len(notes.beats))
    return {
        "title": edition.asset.title,
        "kind": say.say("Presenter notes"),
        "notice": edition.notice,
        "trust": edition.trust,
        "summary": f"{steps}, {clock(notes.seconds)}",
        "shorter": [[one.label, one.text] for one in shorter_ways(edition)],
        "columns": [say.say("Show"), say.say("Say")],
        "rows": [_row(number, beat, edition) for number, beat in enumerate(notes.beats, 1)],
    }


def _row(number: int, beat: Beat, edition: Edition) -> dict[str, Any]:
    say = edition.wording.say
    shown, notes = list(_shown(beat, edition)), list(_notes(beat, edition))
    size = sum(map(len, shown)) + sum(len(one["text"]) for one in notes)
    return {
        "number": str(number),
        "time": clock(beat.seconds),
        "title": beat.title,
        "shown": shown,
        "remark": f"{say('Drawn')}, {edition.lines(beat.span)}" if beat.drawn else "",
        "notes": notes,
        "long": size > _LONG,
    }


def _shown(beat: Beat, edition: Edition) -> Iterator[str]:
    """Yield what the slide says, and what an author asked to show there."""
    slides = {one.anchor: one.text for one in edition.asset.body.slides}
    slide = slides.get(beat.anchor, "")
    if slide:
        yield slide
    for cue in beat.show:
        if cue.text != slide:
            yield edition.place(cue.text) + _place(cue, beat, edition)


def _notes(beat: Beat, edition: Edition) -> Iterator[dict[str, str]]:
    say = edition.wording.say
    for label, cues in (("Say", beat.say), ("Ask", beat.ask)):
        for cue in cues:
            yield _note(say(label), cue.text, _place(cue, beat, edition))
    for answer in beat.if_asked:
        yield _note(say("If asked: {question}", question=answer.they_ask), answer.answer)
    if beat.transition:
        place = _place(beat.transition, beat, edition)
        yield _note(say("Lead on"), beat.transition.text, place)


def _note(label: str, text: str, place: str = "") -> dict[str, str]:
    return {"label": label, "text": text, "place": place}


def _place(cue: Cue, beat: Beat, edition: Edition) -> str:
    """Name the lines of what was drawn, unless the whole step says so."""
    return f" ({edition.lines(cue.span)})" if cue.drawn and not beat.drawn else ""
