"""The beats of presenting that a person wrote: in the guidance, else as notes in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.extend import cue_lines
from enablekit.extend.speaking_time import said_by, spoken_seconds, words_in
from enablekit.model.notes import Answer, Beat, Cue

if TYPE_CHECKING:
    from collections.abc import Iterable

    from enablekit.model.asset import Asset
    from enablekit.model.body import SpokenNote
    from enablekit.model.guidance_entries import AuthoredBeat


def of_asset(asset: Asset) -> tuple[Beat, ...]:
    """Return the beats written for an asset; those of the guidance replace notes in the text."""
    if asset.guidance.presenting:
        return tuple(of_entry(one, asset) for one in asset.guidance.presenting)
    return tuple(_of_notes(asset))


def _of_notes(asset: Asset) -> Iterable[Beat]:
    steps = asset.body.slides or asset.body.sections
    for note in asset.body.notes:
        if not steps:
            yield of_note(note, asset.title, "", asset.language)
        else:
            step = steps[note.slide]
            untitled = "" if asset.body.slides else asset.title
            yield of_note(note, step.title or untitled, step.anchor, asset.language)


def of_entry(written: AuthoredBeat, asset: Asset) -> Beat:
    """Return the beat of an entry of `presenting:`."""

    def cue(text: str) -> tuple[Cue, ...]:
        return (Cue(text=text, drawn=False, span=written.span),) if text else ()

    anchor = written.at.removeprefix("#")
    titles = {section.anchor: section.title for section in asset.body.sections}
    say, ask, show = cue(written.say), cue(written.ask), cue(written.show)
    return Beat(
        title=written.title or titles.get(anchor, "") or written.at,
        anchor=anchor if anchor in titles else "",
        seconds=written.seconds or _seconds(say, ask, asset.language),
        stated=bool(written.seconds),
        words=_words(say, ask),
        estimate=_seconds(say, ask, asset.language),
        say=say,
        ask=ask,
        show=show,
        if_asked=tuple(
            Answer(they_ask=one.they_ask, answer=one.answer) for one in written.if_asked
        ),
        transition=next(iter(cue(written.transition)), None),
        skip_if_short=written.skip_if_short,
        drawn=False,
        span=written.span,
    )


def of_note(note: SpokenNote, title: str, anchor: str, language: str) -> Beat:
    """Return the beat of a note in the text, whose words are in a language."""
    cues = cue_lines.read(note)
    return Beat(
        title=title,
        anchor=anchor,
        seconds=cues.seconds or _seconds(cues.say, cues.ask, language),
        stated=bool(cues.seconds),
        words=_words(cues.say, cues.ask),
        estimate=_seconds(cues.say, cues.ask, language),
        say=cues.say,
        ask=cues.ask,
        show=cues.show,
        if_asked=cues.if_asked,
        transition=cues.transition,
        drawn=cues.drawn,
        span=note.span,
    )


def _seconds(say: tuple[Cue, ...], ask: tuple[Cue, ...], language: str) -> int:
    return spoken_seconds(said_by((*say, *ask)), len(ask), language)


def _words(say: tuple[Cue, ...], ask: tuple[Cue, ...]) -> int:
    return sum(map(words_in, said_by((*say, *ask))))
