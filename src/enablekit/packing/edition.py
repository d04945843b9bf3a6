"""One asset in the words of one publication: what every document about it is made with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from enablekit.compilers.tombstone import out_of_use
from enablekit.encoding.wording import AUDIENCES, Wording, direction
from enablekit.extend.cue_labels import UNWRITTEN
from enablekit.model.audience import Audience

if TYPE_CHECKING:
    from enablekit.model.asset import Asset
    from enablekit.model.guidance_entries import ProofPoint
    from enablekit.model.notes import Beat, Cue
    from enablekit.model.publication import Compiled, Publication
    from enablekit.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """
    An asset for one audience, in one language.

    Attributes:
        compiled: The asset.
        publication: What it is part of.

    """

    compiled: Compiled
    publication: Publication

    @property
    def asset(self) -> Asset:
        """The asset, cut down to what the audience may read."""
        return self.compiled.guide.asset

    @property
    def wording(self) -> Wording:
        """The words around its own."""
        return Wording(strings=self.publication.strings)

    @property
    def direction(self) -> str:
        """`rtl` where its words are written from right to left, else `ltr`."""
        return direction(self.publication.strings.language)

    @property
    def internal(self) -> bool:
        """Whether only colleagues read it."""
        return self.publication.audience is Audience.INTERNAL

    @property
    def notice(self) -> str:
        """Why the asset must not be used any more; empty while it may."""
        guide, today = self.compiled.guide, self.publication.built_on
        if not out_of_use(guide, today):
            return ""
        say = self.wording
        newer = guide.replaced_by
        parts = [say.say("Do not use this any more.")]
        if self.asset.because:
            parts.append(self.asset.because)
        if newer:
            parts.append(say.say("Use “{title}” instead.", title=newer.title))
        return " ".join(parts)

    @property
    def trust(self) -> str:
        """How far it can be trusted and who is accountable, in one line; may be empty."""
        guide, say = self.compiled.guide, self.wording
        word, reason = say.say(guide.badge.word), say.told(guide.badge.reason)
        told = [reason if reason.startswith(word) else f"{word}. {reason}" if word else ""]
        if guide.owner is not None:
            name = guide.owner.name or guide.owner.id
            told.append(say.say("Owner: {name}", name=name))
        return " ".join(part for part in told if part)

    @property
    def foot(self) -> str:
        """For whom it was made and when, for the end of every page."""
        say, publication = self.wording, self.publication
        day = say.day(publication.built_on)
        return f"{publication.name} · {say.say(AUDIENCES[publication.audience])} {day}"

    def drawn_from(self, beat: Beat) -> str:
        """Return where a step was drawn from and that nobody confirmed it, in one line."""
        return self.wording.say(
            "Drawn from {lines}, confirmed by nobody", lines=self.lines(beat.span)
        )

    def place_of(self, cue: Cue, beat: Beat) -> str:
        """Return where something to show was drawn from, in brackets; nothing for written words."""
        if not cue.drawn or cue.span == beat.span:
            return ""
        lines = self.lines(cue.span)
        return f" ({lines})" if beat.drawn else f" ({self.wording.say('Drawn')}, {lines})"

    def leads_nowhere(self, number: int) -> str:
        """Return when not to say what leads on from a step, counted from 0; may be empty."""
        notes = self.compiled.notes
        short = (one for one in notes.versions if number in one.keep)
        if all(one.leads_on(number, len(notes.beats)) for one in short):
            return ""
        return f" ({self.wording.say('not if you skip step {n}', n=number + 2)})"

    def unwritten(self) -> str:
        """Say that nobody wrote the presenter notes; nothing if somebody wrote some of them."""
        return self.wording.say(UNWRITTEN) if self.compiled.notes.drawn else ""

    def pain(self, name: str) -> str:
        """Return what a pain is called."""
        return _name(self.publication.vocabulary.pains, name)

    def persona(self, name: str) -> str:
        """Return what a kind of person is called."""
        return _name(self.publication.vocabulary.personas, name)

    def proof(self, name: str) -> ProofPoint | None:
        """Return a proof point of the asset by its id."""
        return next((one for one in self.asset.guidance.proof_points if one.id == name), None)

    def place(self, reference: str) -> str:
        """Return what an author pointed at: a heading by its words, anything else as it stands."""
        anchor = reference.removeprefix("#")
        titles = {one.anchor: one.title for one in self.asset.body.sections if one.anchor}
        return titles.get(anchor, reference) if reference.startswith("#") else reference

    def lines(self, span: Span) -> str:
        """Return the lines that words were drawn from, as in `lines 12–14`."""
        if span.end_line == span.line:
            return self.wording.say("line {line}", line=span.line)
        return self.wording.say("lines {first}–{last}", first=span.line, last=span.end_line)


def _name(terms: tuple[object, ...], name: str) -> str:
    found = (one for one in terms if getattr(one, "id", "") == name)
    return next((getattr(one, "name", "") or name for one in found), name)
