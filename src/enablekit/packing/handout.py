"""Presenter notes as a hand-out: what is on the screen, and beside it what to say about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from enablekit.encoding.wording import clock
from enablekit.extend.cue_labels import label_of
from enablekit.packing.notes_document import shorter_ways
from enablekit.packing.paper import tongue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.model.body import Block
    from enablekit.model.notes import Beat, Cue
    from enablekit.packing.edition import Edition


def handout_data(edition: Edition) -> dict[str, Any]:
    """Return presenter notes as plain data for the template of a hand-out."""
    say, notes = edition.wording, edition.compiled.notes
    steps = say.count("{n} step", "{n} steps", len(notes.beats))
    return {
        "title": edition.asset.title,
        "kind": say.say("Presenter notes"),
        "notice": edition.notice,
        "trust": edition.trust,
        "own": tongue(edition.asset.language),
        "unwritten": edition.unwritten(),
        "summary": f"{steps}, {clock(notes.seconds)}",
        "shorter": [[one.label, one.text] for one in shorter_ways(edition)],
        "columns": [say.say("Show"), say.say("Say")],
        "rows": [_row(number, beat, edition) for number, beat in enumerate(notes.beats, 1)],
    }


def _row(number: int, beat: Beat, edition: Edition) -> dict[str, Any]:
    return {
        "number": str(number),
        "time": clock(beat.seconds),
        "title": edition.wording.told(beat.title),
        "shown": list(_shown(beat, edition)),
        "remark": edition.drawn_from(beat) if beat.drawn else "",
        "notes": list(_notes(number - 1, beat, edition)),
    }


def _shown(beat: Beat, edition: Edition) -> Iterator[dict[str, Any]]:
    """Yield what the slide says, then what an author asked to show there."""
    slide = next((one for one in edition.asset.body.slides if one.anchor == beat.anchor), None)
    if slide:
        for block in edition.asset.body.blocks:
            inside = slide.span.line <= block.span.line <= slide.span.end_line
            if inside and not block.is_marked and block.text != slide.title:
                yield _put(block)
    for cue in beat.show:
        words = edition.place(cue.text)
        if words != beat.title and not (slide and cue.text == slide.text):
            label = label_of("Show", cue, beat, edition.wording)
            yield {"label": label, "text": words + _place(cue, beat, edition)}


def _put(block: Block) -> dict[str, Any]:
    """Return a block of a slide as it is set: points, a table, or words."""
    if block.kind == "list":
        return {"points": list(block.items), "ordered": block.ordered}
    if block.kind == "table" and block.items:
        rows = [row.split("\t") for row in block.items]
        width = max(map(len, rows), default=0)
        return {"table": [row + [""] * (width - len(row)) for row in rows]}
    return {"text": block.text}


def _notes(number: int, beat: Beat, edition: Edition) -> Iterator[dict[str, str]]:
    """Yield what to say, ask and answer; of several alike, only the first is named."""
    say = edition.wording.say
    for label, cues in (("Do", beat.do), ("Say", beat.say), ("Ask", beat.ask)):
        before = ""
        for cue in cues:
            named = label_of(label, cue, beat, edition.wording)
            text = edition.wording.told(cue.text)
            yield _note("" if named == before else named, text, _place(cue, beat, edition))
            before = named
    for answer in beat.if_asked:
        yield _note(say("If asked: {question}", question=answer.they_ask), answer.answer)
    if beat.transition:
        yield _note(say("Lead on"), beat.transition.text, edition.leads_nowhere(number))


def _note(label: str, text: str, place: str = "") -> dict[str, str]:
    return {"label": label, "text": text, "place": place}


def _place(cue: Cue, beat: Beat, edition: Edition) -> str:
    """Name what a proof was measured on, and the lines of what was drawn without a label for it."""
    scope = f" ({cue.scope})" if cue.scope else ""
    return scope + (edition.place_of(cue, beat) if cue not in beat.say else "")
