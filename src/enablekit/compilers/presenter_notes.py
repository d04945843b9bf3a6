"""A library asset becomes presenter notes: authored beats, else notes in the body, else drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.compilers import shorter
from enablekit.extend import written_beats
from enablekit.extend.speaking_time import spoken_seconds, spoken_seconds_of
from enablekit.model.asset import Status
from enablekit.model.notes import Beat, Cue, PresenterNotes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from enablekit.config.asset_types import AssetType
    from enablekit.model.asset import Asset
    from enablekit.model.body import Section, Slide
    from enablekit.model.evidence import Drawn

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
        return written_beats.of_asset(asset)
    if asset.body.slides:
        return tuple(_slides(asset))
    if asset.body.notes:
        return written_beats.of_asset(asset)
    return tuple(_drawn_sections(asset)) if may_draw else ()


def _slides(asset: Asset) -> Iterable[Beat]:
    notes = {note.slide: note for note in asset.body.notes}
    for number, slide in enumerate(asset.body.slides):
        note = notes.get(number)
        if note is None:
            yield _bare_slide(slide)
        else:
            yield written_beats.of_note(note, slide.title, slide.anchor)


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
