"""What a presenter says to a slide, as paragraphs for a notes page and as lines for Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.encoding.wording import clock
from enablekit.extend.cue_labels import BEFOREHAND, label_of
from enablekit.extend.speaking_time import words_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.model.notes import Answer, Beat, Cue
    from enablekit.packing.deck import DeckSlide
    from enablekit.packing.edition import Edition


def paragraphs(slide: DeckSlide, edition: Edition) -> tuple[str, ...]:
    """Return the notes of a slide in the site's language: its time first, then what to say."""
    say = edition.wording
    if not slide.beats and slide.written:
        return tuple(line for line in slide.written.split("\n") if line.strip())
    found = [_length(slide.beats, edition)] if slide.beats else []
    if slide.opening and not edition.asset.body.slides:
        found += filter(None, [edition.unwritten()])
    for beat in slide.beats:
        found += [edition.drawn_from(beat)] if beat.drawn else []
        for label, cues in _labelled(beat):
            for cue in cues:
                named = label_of(label, cue, beat, edition.wording)
                place = edition.place_of(cue, beat) if label != "Say" else ""
                found.append(f"{_loud(named)}: {_told(cue, edition)}{place}")
        label = _loud(say.say("If asked"))
        found += [f"{label}: {one.they_ask} — {one.answer}" for one in beat.if_asked]
        if beat.transition:
            told = _told(beat.transition, edition)
            found.append(f"{_loud(say.say('Transition'))}: {told}")
    found += _drawn(slide, edition)
    return (*found, *slide.remarks)


# What is done around a step has no label of its own in notes that are read.
_READ = {"Do": "SHOW"}


def lines(slide: DeckSlide, edition: Edition) -> str:
    """
    Return the notes of a slide as lines that enablekit reads as the same steps again.

    The labels are English, as they are in the notes that people write.
    """
    found: list[str] = []
    stated = [beat.seconds for beat in slide.beats if beat.stated]
    if stated:
        found.append(f"[{clock(sum(beat.seconds for beat in slide.beats))}]")
    for beat in slide.beats:
        for label, cues in _labelled(beat):
            read = _READ.get(label, label.upper())
            found += [f"{_read(read, cue, edition)}: {_told(cue, edition)}" for cue in cues]
        found += [f"IF ASKED: {_asked(one)}" for one in beat.if_asked]
        if beat.transition:
            found.append(f"TRANSITION: {_told(beat.transition, edition)}")
    found += [f"DRAWN ({one}):" for one in _drawn(slide, edition)]
    return "\n\n".join([*found, *slide.remarks])


def _labelled(beat: Beat) -> Iterator[tuple[str, tuple[Cue, ...]]]:
    first = tuple(cue for cue in beat.do if cue.part in BEFOREHAND)
    last = tuple(cue for cue in beat.do if cue.part not in BEFOREHAND)
    yield from (("Do", first), ("Say", beat.say), ("Ask", beat.ask), ("Show", beat.show))
    yield "Do", last


def _read(label: str, cue: Cue, edition: Edition) -> str:
    """Return the label of a cue in notes that are read again: what was drawn stays drawn."""
    if not cue.drawn:
        return label
    place = edition.lines(cue.span)
    return f"DRAWN ({place})" if label == "SAY" else f"{label} (DRAWN, {place})"


def _told(cue: Cue, edition: Edition) -> str:
    """Return words in one line, with what they were measured on."""
    text = " ".join(edition.wording.told(cue.text).split())
    return f"{text} ({cue.scope})" if cue.scope else text


def _asked(answer: Answer) -> str:
    """Return a question with its answer, so that it is plain where the one ends."""
    mark = "" if "?" in answer.they_ask or "?" not in answer.answer else "?"
    words = f"{answer.they_ask}{mark} — {answer.answer}"
    return " ".join(words.split())


def _drawn(slide: DeckSlide, edition: Edition) -> list[str]:
    """Say where what stands on a slide was drawn from."""
    places = tuple(dict.fromkeys(edition.lines(span) for span in slide.drawn))
    if not places:
        return []
    return [edition.wording.say("The slide shows {lines} of the piece", lines=places)]


def _length(beats: tuple[Beat, ...], edition: Edition) -> str:
    said = (cue.text for beat in beats for cue in (*beat.say, *beat.ask, *_then(beat)))
    count = sum(map(words_in, said))
    told = edition.wording.length(count, edition.asset.language)
    return f"[{clock(sum(beat.seconds for beat in beats))} · {told}]"


def _then(beat: Beat) -> tuple[Cue, ...]:
    return (beat.transition,) if beat.transition else ()


def _loud(label: str) -> str:
    return label.upper()
