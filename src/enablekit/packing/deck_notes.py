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
    for beat in slide.beats:
        for label, cues in _labelled(beat):
            for cue in cues:
                named = say.say(label_of(label, cue))
                found.append(f"{_loud(named)}: {_told(cue, beat, edition)}")
        label = _loud(say.say("If asked"))
        found += [f"{label}: {one.they_ask} — {one.answer}" for one in beat.if_asked]
        if beat.transition:
            told = _told(beat.transition, beat, edition)
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
            found += [
                f"{_READ.get(label, label.upper())}: {_told(cue, beat, edition)}" for cue in cues
            ]
        found += [f"IF ASKED: {_asked(one)}" for one in beat.if_asked]
        if beat.transition:
            found.append(f"TRANSITION: {_told(beat.transition, beat, edition)}")
    found += _drawn(slide, edition)
    return "\n\n".join([*found, *slide.remarks])


def _labelled(beat: Beat) -> Iterator[tuple[str, tuple[Cue, ...]]]:
    first = tuple(cue for cue in beat.do if cue.part in BEFOREHAND)
    last = tuple(cue for cue in beat.do if cue.part not in BEFOREHAND)
    yield from (("Do", first), ("Say", beat.say), ("Ask", beat.ask), ("Show", beat.show))
    yield "Do", last


def _told(cue: Cue, beat: Beat, edition: Edition) -> str:
    """Return words in one line; drawn ones name their place."""
    place = f" ({edition.wording.say('Drawn')}, {edition.lines(cue.span)})"
    text = " ".join(edition.wording.told(cue.text).split())
    scope = f" ({cue.scope})" if cue.scope else ""
    return text + scope + (place if cue.drawn or beat.drawn else "")


def _asked(answer: Answer) -> str:
    """Return a question with its answer, so that it is plain where the one ends."""
    mark = "" if "?" in answer.they_ask or "?" not in answer.answer else "?"
    words = f"{answer.they_ask}{mark} — {answer.answer}"
    return " ".join(words.split())


def _drawn(slide: DeckSlide, edition: Edition) -> list[str]:
    places = dict.fromkeys(edition.lines(span) for span in slide.drawn)
    return [f"{edition.wording.say('Drawn')}, {', '.join(places)}"] if places else []


def _length(beats: tuple[Beat, ...], edition: Edition) -> str:
    said = (cue.text for beat in beats for cue in (*beat.say, *beat.ask, *_then(beat)))
    count = sum(map(words_in, said))
    told = edition.wording.length(count, edition.asset.language)
    return f"[{clock(sum(beat.seconds for beat in beats))} · {told}]"


def _then(beat: Beat) -> tuple[Cue, ...]:
    return (beat.transition,) if beat.transition else ()


def _loud(label: str) -> str:
    return label.upper()
