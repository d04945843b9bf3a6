"""A library asset becomes presenter notes: authored beats, else notes, else a walk-through."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from enablekit.compilers import shorter, walk_through
from enablekit.extend import written_beats
from enablekit.extend.speaking_time import spoken_seconds, words_in
from enablekit.model.asset import Status
from enablekit.model.notes import Beat, Cue, PresenterNotes
from enablekit.model.phrase import phrase

if TYPE_CHECKING:
    from collections.abc import Iterable

    from enablekit.config.asset_types import AssetType
    from enablekit.model.asset import Asset
    from enablekit.model.body import Slide

_MINUTE = 60  # seconds


def compile_notes(asset: Asset, kind: AssetType) -> PresenterNotes:
    """
    Compile the presenter notes of one asset.

    Nothing is drawn from a piece that is not for buyers' ears, or that is out of use.
    """
    over = asset.status is Status.RETIRED or bool(asset.superseded_by)
    beats = () if over else _proving(_beats(asset, may_draw=kind.presented), asset)
    slot = asset.guidance.minutes.present if asset.guidance.minutes else 0
    return PresenterNotes(
        asset=asset.id,
        beats=beats,
        seconds=sum(beat.seconds for beat in beats),
        words=sum(beat.words for beat in beats),
        estimate=sum(beat.estimate for beat in beats),
        slot=slot * _MINUTE,
        drawn=bool(beats) and all(beat.drawn for beat in beats),
        versions=shorter.versions(beats, slot),
    )


def _beats(asset: Asset, *, may_draw: bool) -> tuple[Beat, ...]:
    if asset.guidance.presenting:
        return written_beats.of_asset(asset)
    if asset.body.slides:
        return tuple(_slides(asset))
    if asset.body.notes:
        return written_beats.of_asset(asset)
    return walk_through.of_asset(asset) if may_draw else ()


def _proving(beats: tuple[Beat, ...], asset: Asset) -> tuple[Beat, ...]:
    """Mark the beats on a section that the author named as the source of a proof point."""
    sources = {one.source for one in asset.guidance.proof_points}
    return tuple(
        replace(beat, proves=beat.proves or bool(beat.anchor and f"#{beat.anchor}" in sources))
        for beat in beats
    )


def _slides(asset: Asset) -> Iterable[Beat]:
    notes = {note.slide: note for note in asset.body.notes}
    for number, slide in enumerate(asset.body.slides):
        note = notes.get(number)
        # A slide of nothing but a picture has no words to be called by.
        title = slide.title or phrase("Slide {number}", number=number + 1)
        if note is None:
            yield _bare_slide(slide, title, asset.language)
        else:
            yield written_beats.of_note(note, title, slide.anchor, asset.language)


def _bare_slide(slide: Slide, title: str, language: str) -> Beat:
    """Make a beat for a slide nobody wrote notes for: it says what stands there, and no more."""
    show = (Cue(text=slide.text, drawn=True, span=slide.span),) if slide.text else ()
    seconds = spoken_seconds([slide.text], 0, language)
    return Beat(
        title=title,
        anchor=slide.anchor,
        seconds=seconds,
        words=words_in(slide.text),
        estimate=seconds,
        show=show,
        span=slide.span,
    )
