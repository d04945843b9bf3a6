"""What the template of the presenter notes is filled with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from enablekit.encoding.wording import clock

if TYPE_CHECKING:
    from enablekit.encoding.wording import Wording
    from enablekit.model.notes import Answer, Beat, Cue, PresenterNotes
    from enablekit.site.asset_pages import AssetPages
    from enablekit.site.markup import Linked
    from enablekit.site.places import Places


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Words of a cue, and where they were drawn from; `place` is None for an author's words."""

    text: str
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
        starts: When it starts if nothing is left out.
        versions: The numbers of the shorter ways through that keep it, for the style sheet.
        optional: Whether the author says to skip it when time is short.
        place: Where it was drawn from, or None when a person wrote it.
        piece: The address of its section in the asset's text; may be empty.

    """

    number: int
    title: str
    seconds: int
    time: str
    starts: str
    versions: str
    optional: bool
    place: Linked | None
    piece: str
    say: tuple[Said, ...]
    ask: tuple[Said, ...]
    show: tuple[Said, ...]
    if_asked: tuple[Answer, ...]
    transition: Said | None


def present_values(pages: AssetPages) -> dict[str, Any]:
    """Return the values for the presenter notes' template."""
    notes, places = pages.compiled.notes, pages.below
    steps: list[Step] = []
    starts = 0
    for number, beat in enumerate(notes.beats):
        steps.append(_step(number, beat, starts, notes, places))
        starts += beat.seconds
    return pages.values("present") | {
        "steps": steps,
        "total": pages.frame.wording.duration(notes.seconds),
        "clock": clock(notes.seconds),
        "versions": _versions(notes, pages.frame.wording),
        "drawn_only": bool(steps) and all(beat.drawn for beat in notes.beats),
    }


def _step(number: int, beat: Beat, starts: int, notes: PresenterNotes, places: Places) -> Step:
    kept = (
        f"in-{index}" for index, version in enumerate(notes.versions, 1) if number in version.keep
    )
    return Step(
        number=number + 1,
        title=beat.title,
        seconds=beat.seconds,
        time=clock(beat.seconds),
        starts=clock(starts),
        versions=" ".join(kept),
        optional=beat.skip_if_short,
        place=places.lines(beat.span) if beat.drawn else None,
        piece=places.section(beat.anchor),
        say=_said(beat.say, beat, places),
        ask=_said(beat.ask, beat, places),
        show=_said(beat.show, beat, places),
        if_asked=beat.if_asked,
        transition=_said((beat.transition,), beat, places)[0] if beat.transition else None,
    )


def _said(cues: tuple[Cue, ...], beat: Beat, places: Places) -> tuple[Said, ...]:
    """Return cues, each drawn one with its lines unless the whole beat has said so already."""
    return tuple(
        Said(
            text=cue.text,
            place=places.lines(cue.span) if cue.drawn and cue.span != beat.span else None,
        )
        for cue in cues
    )


def _versions(notes: PresenterNotes, wording: Wording) -> list[tuple[int, str, str]]:
    """Return number and words of each shorter way through; one that keeps everything is not one."""
    return [
        (
            index,
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
