"""Presenter notes: an asset as an ordered list of beats, for a deck and for anything else."""

from __future__ import annotations

from dataclasses import dataclass

from enablekit.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """
    A question the room may ask, with its answer.

    Attributes:
        they_ask: The question, or the objection.
        answer: What to answer.
        span: Where it stands, when it was put here from elsewhere in the guidance.

    """

    they_ask: str
    answer: str
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """
    Words for one moment of presenting.

    Attributes:
        text: The words.
        drawn: Whether the tool took them from the asset; False when an author wrote them.
        span: Where they stand.
        part: What they do where the tool put a beat together: `open`, `point`, `proof` or `close`
            for what is said; `table` or `figure` for what is shown; `before`, `during`, `after` or
            `send` for what is done. Empty in a beat that a person wrote.
        scope: For a proof, what it was measured on, as written; beside the words and not spoken.

    """

    text: str
    drawn: bool
    span: Span
    part: str = ""
    scope: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Beat:
    """
    One step of presenting.

    Attributes:
        title: What this step is about.
        anchor: The heading of the asset it belongs to; may be empty.
        seconds: How long it takes: as written, else estimated.
        stated: Whether the author wrote the time.
        words: How many words are said, questions included; characters of a script without blanks.
        estimate: The seconds its words, pauses and questions take, whatever the author wrote.
        say: What to say.
        ask: Questions to ask the room.
        show: What to show.
        do: What to do around it, such as preparing, or sending an e-mail right after.
        if_asked: Questions the room may ask.
        transition: The sentence that leads on, or None.
        skip_if_short: Whether the author marked it to be skipped when time is short.
        proves: Whether it carries proof, so that a shorter version keeps at least one such.
        drawn: Whether the whole beat was drawn from the asset and not written by a person.
        span: Where it stands.

    """

    title: str
    span: Span
    anchor: str = ""
    seconds: int = 0
    stated: bool = False
    words: int = 0
    estimate: int = 0
    say: tuple[Cue, ...] = ()
    ask: tuple[Cue, ...] = ()
    show: tuple[Cue, ...] = ()
    do: tuple[Cue, ...] = ()
    if_asked: tuple[Answer, ...] = ()
    transition: Cue | None = None
    skip_if_short: bool = False
    proves: bool = False
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

    def leads_on(self, number: int, steps: int) -> bool:
        """Whether what leads on from a beat, one of so many, leads to one that is kept."""
        return number + 1 in self.keep or number + 1 == steps


@dataclass(frozen=True, slots=True, kw_only=True)
class PresenterNotes:
    """
    The presenter notes of one asset.

    Attributes:
        asset: The asset's id.
        beats: The steps in order.
        seconds: How long all of them take.
        words: How many words are said in all.
        estimate: The seconds that all words, pauses and questions take.
        slot: The seconds the author gives the piece to be presented in; 0 when nobody said.
        drawn: Whether nobody wrote any of it: all of it was drawn from the asset.
        versions: Ways through in 5, 15 and 30 minutes, and in the slot where all takes longer.

    """

    asset: str
    beats: tuple[Beat, ...] = ()
    seconds: int = 0
    words: int = 0
    estimate: int = 0
    slot: int = 0
    drawn: bool = False
    versions: tuple[Version, ...] = ()
