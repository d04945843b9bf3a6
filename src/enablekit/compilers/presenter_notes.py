"""A library asset becomes presenter notes: authored beats, else notes in the body, else drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.compilers import cue_lines, shorter
from enablekit.compilers.timing import spoken_seconds, spoken_seconds_of
from enablekit.model.asset import Status
from enablekit.model.notes import Answer, Beat, Cue, PresenterNotes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from enablekit.config.asset_types import AssetType
    from enablekit.model.asset import Asset
    from enablekit.model.body import Section, Slide, SpokenNote
    from enablekit.model.evidence import Drawn
    from enablekit.model.guidance_entries import AuthoredBeat

_A_LOOK = 30  # seconds a room needs to take in a table or a figure
_SAID_A_BEAT = 2  # more than two drawn sentences in a row is reading aloud, not presenting


def compile_notes(asset: Asset, kind: AssetType) -> PresenterNotes:
    """
    Compile the presenter notes of one asset.

    Nothing is drawn from a piece that is not for buyers' ears, or that is out of use.
    """
    over = asset.status is Status.RETIRED or bool(asset.superseded_by)
    beats = () if over else _beats(asset, may_draw=kind.presented)
    return PresenterNotes(
        asset=asset.id,
        beats=beats,
        seconds=sum(beat.seconds for beat in beats),
        versions=shorter.versions(beats),
    )


def _beats(asset: Asset, *, may_draw: bool) -> tuple[Beat, ...]:
    if asset.guidance.presenting:
        return tuple(_authored(one, asset) for one in asset.guidance.presenting)
    if asset.body.slides:
        return tuple(_slides(asset))
    if asset.body.notes:
        return tuple(_noted_sections(asset))
    return tuple(_drawn_sections(asset)) if may_draw else ()


def _authored(written: AuthoredBeat, asset: Asset) -> Beat:
    def cue(text: str) -> tuple[Cue, ...]:
        return (Cue(text=text, drawn=False, span=written.span),) if text else ()

    anchor = written.at.removeprefix("#")
    titles = {section.anchor: section.title for section in asset.body.sections}
    say, ask, show = cue(written.say), cue(written.ask), cue(written.show)
    return Beat(
        title=written.title or titles.get(anchor, "") or written.at,
        anchor=anchor if anchor in titles else "",
        seconds=written.seconds or _seconds(say, ask),
        stated=bool(written.seconds),
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


def _slides(asset: Asset) -> Iterable[Beat]:
    notes = {note.slide: note for note in asset.body.notes}
    for number, slide in enumerate(asset.body.slides):
        note = notes.get(number)
        if note is None:
            yield _bare_slide(slide)
        else:
            yield _noted(note, slide.title, slide.anchor)


def _bare_slide(slide: Slide) -> Beat:
    """Make a beat for a slide nobody wrote notes for: it says what stands there, and no more."""
    show = (Cue(text=slide.text, drawn=True, span=slide.span),) if slide.text else ()
    return Beat(
        title=slide.title,
        anchor=slide.anchor,
        seconds=spoken_seconds([slide.text], 0),
        show=show,
        span=slide.span,
    )


def _noted_sections(asset: Asset) -> Iterable[Beat]:
    for note in asset.body.notes:
        section = asset.body.sections[note.slide] if asset.body.sections else None
        title = section.title if section else asset.title
        yield _noted(note, title or asset.title, section.anchor if section else "")


def _noted(note: SpokenNote, title: str, anchor: str) -> Beat:
    cues = cue_lines.read(note)
    return Beat(
        title=title,
        anchor=anchor,
        seconds=cues.seconds or _seconds(cues.say, cues.ask),
        stated=bool(cues.seconds),
        say=cues.say,
        ask=cues.ask,
        show=cues.show,
        if_asked=cues.if_asked,
        transition=cues.transition,
        drawn=False,
        span=note.span,
    )


def _drawn_sections(asset: Asset) -> Iterable[Beat]:
    """
    Make a beat of each section that has something to say or show.

    It takes as long as telling the whole section: the lines drawn from it are its points, and a
    presenter fills in between.
    """
    for section in asset.body.sections:
        say = _drawn_in(section, asset.evidence.key_sentences)[:_SAID_A_BEAT]
        numbers = _drawn_in(section, asset.evidence.statistics)
        said = {cue.text for cue in say}
        say = (*say, *(one for one in numbers if one.text not in said))[:_SAID_A_BEAT]
        show = _drawn_in(section, asset.evidence.showables)
        if not say and not show:
            continue
        yield Beat(
            title=section.title or asset.title,
            anchor=section.anchor,
            seconds=max(spoken_seconds_of(section.words), _A_LOOK if show else 0),
            say=say,
            show=show,
            span=section.span,
        )


def _drawn_in(section: Section, drawn: Iterable[Drawn]) -> tuple[Cue, ...]:
    return tuple(
        Cue(text=one.text, drawn=True, span=one.span)
        for one in drawn
        if section.span.line <= one.span.line <= section.span.end_line
    )


def _seconds(say: tuple[Cue, ...], ask: tuple[Cue, ...]) -> int:
    return spoken_seconds([cue.text for cue in (*say, *ask)], len(ask))
