"""Presenter notes: an asset as an ordered list of beats, for a deck and for anything else."""

from __future__ import annotations

from dataclasses import dataclass

from enablekit.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A question the room may ask, with its answer."""

    they_ask: str
    answer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """
    Words for one moment of presenting.

    Attributes:
        text: The words.
        drawn: Whether the tool took them from the asset; False when an author wrote them as notes.
        span: Where they stand.

    """

    text: str
    drawn: bool
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Beat:
    """
    One step of presenting.

    Attributes:
        title: What this step is about.
        anchor: The heading of the asset it belongs to; may be empty.
        seconds: How long it takes: as written, else estimated from its words.
        stated: Whether the author wrote the time.
        say: What to say.
        ask: Questions to ask the room.
        show: What to show.
        if_asked: Questions the room may ask.
        transition: The sentence that leads on, or None.
        skip_if_short: Whether the author marked it to be skipped when time is short.
        drawn: Whether the whole beat was drawn from the asset and not written by a person.
        span: Where it stands.

    """

    title: str
    span: Span
    anchor: str = ""
    seconds: int = 0
    stated: bool = False
    say: tuple[Cue, ...] = ()
    ask: tuple[Cue, ...] = ()
    show: tuple[Cue, ...] = ()
    if_asked: tuple[Answer, ...] = ()
    transition: Cue | None = None
    skip_if_short: bool = False
    drawn: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """
    A shorter way through the same beats.

    Attributes:
        minutes: The time there is.
        keep: The 0-based numbers of the beats to present, in order.
        seconds: How long those take.

    """

    minutes: int
    keep: tuple[int, ...]
    seconds: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PresenterNotes:
    """
    The presenter notes of one asset.

    Attributes:
        asset: The asset's id.
        beats: The steps in order.
        seconds: How long all of them take.
        versions: Ways through in 5, 15 and 30 minutes.

    """

    asset: str
    beats: tuple[Beat, ...] = ()
    seconds: int = 0
    versions: tuple[Version, ...] = ()
