"""Presenter notes as a document: each step with what to say, ask, show and answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.encoding.wording import clock
from enablekit.extend.cue_labels import BEFOREHAND, label_of
from enablekit.packing.document import Document, Heading, Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.model.notes import Beat, Cue
    from enablekit.packing.document import Piece
    from enablekit.packing.edition import Edition


def notes_document(edition: Edition) -> Document:
    """Return presenter notes as a document."""
    say, notes = edition.wording, edition.compiled.notes
    steps = say.count("{n} step", "{n} steps", len(notes.beats))
    return Document(
        title=edition.asset.title,
        kind=say.say("Presenter notes"),
        notice=edition.notice,
        trust=edition.trust,
        pieces=(
            *unwritten(edition),
            Paragraph(text=f"{steps}, {clock(notes.seconds)}", manner="note"),
            *shorter_ways(edition),
            *(piece for beat in _numbered(edition) for piece in beat),
        ),
        foot=edition.foot,
        language=edition.asset.language,
    )


def unwritten(edition: Edition) -> Iterator[Paragraph]:
    """Say that nobody wrote the notes, where nobody did."""
    if told := edition.unwritten():
        yield Paragraph(text=told, manner="note")


def shorter_ways(edition: Edition) -> Iterator[Paragraph]:
    """Say which steps to leave out when there is less time; a way that keeps all is none."""
    say, notes = edition.wording, edition.compiled.notes
    everything = range(1, len(notes.beats) + 1)
    for version in notes.versions:
        kept = {number + 1 for number in version.keep}
        skipped = [str(number) for number in everything if number not in kept]
        if skipped:
            yield Paragraph(
                label=say.count("{n} minute", "{n} minutes", version.minutes),
                text=say.say("skip {steps}", steps=", ".join(skipped)),
                manner="note",
            )


def _numbered(edition: Edition) -> Iterator[list[Piece]]:
    for number, beat in enumerate(edition.compiled.notes.beats, 1):
        time = clock(beat.seconds)
        title = edition.wording.told(beat.title)
        yield [Heading(text=f"{number}. {title} [{time}]"), *_step(number - 1, beat, edition)]


def _step(number: int, beat: Beat, edition: Edition) -> Iterator[Piece]:
    say = edition.wording.say
    if beat.drawn:
        yield Paragraph(text=edition.drawn_from(beat), manner="note")
    first = tuple(cue for cue in beat.do if cue.part in BEFOREHAND)
    for label, cues in (("Do", first), ("Say", beat.say), ("Ask", beat.ask), ("Show", beat.show)):
        for cue in cues:
            named = label_of(label, cue, beat, edition.wording)
            yield _cue(named, cue, beat, edition, spoken=label in {"Say", "Ask"})
    for answer in beat.if_asked:
        label = say("If asked: {question}", question=answer.they_ask)
        yield Paragraph(label=label, text=answer.answer, manner="speech")
    if beat.transition:
        told = beat.transition.text + edition.leads_nowhere(number)
        yield Paragraph(label=say("Lead on"), text=told, manner="speech")
    for cue in beat.do:
        if cue.part not in BEFOREHAND:
            named = label_of("Do", cue, beat, edition.wording)
            yield _cue(named, cue, beat, edition, spoken=False)


def _cue(label: str, cue: Cue, beat: Beat, edition: Edition, *, spoken: bool) -> Paragraph:
    """Return words for a moment; what was drawn names its lines, if its label does not."""
    place = edition.place_of(cue, beat) if cue not in beat.say else ""
    scope = f" ({cue.scope})" if cue.scope else ""
    text = edition.wording.told(cue.text) + scope + place
    return Paragraph(label=label, text=text, manner="speech" if spoken else "plain")
