"""Every line that a rep is to say aloud, in the guidance and in notes in the text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from enablekit.extend import written_beats
from enablekit.extend.guidance_texts import texts
from enablekit.extend.where_written import in_entry

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.surroundings import Surroundings
    from enablekit.model.asset import Asset
    from enablekit.model.span import Span

_BEFORE = 40  # characters that as good as certainly stand together only once
_SAID = {
    "pitches": frozenset({"10s", "30s", "2min"}),
    "talk_track": frozenset({"open", "say", "ask"}),
    "questions": frozenset({"ask"}),
    "objections": frozenset({"acknowledge", "clarify", "respond", "confirm"}),
    "presenting": frozenset({"say", "ask", "answer", "transition"}),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenLine:
    """
    A line to be said.

    Attributes:
        text: The words.
        place: Where it stands, in words.
        entry: Where the entry or the note that holds it stands.
        key: The key it stands under; empty in a note.

    """

    text: str
    place: str
    entry: Span
    key: str = ""

    def find(self, start: int, end: int, around: Surroundings) -> Span:
        """Return where the words of the line from one offset up to another stand in the file."""
        before = self.text[max(0, start - _BEFORE) : start]
        return in_entry(self.entry, self.text[start:end], around, key=self.key, after=before)


def lines(asset: Asset) -> Iterator[SpokenLine]:
    """Yield what is said, the guidance first; notes count where nobody wrote `presenting:`."""
    for one in texts(asset):
        if one.key in _SAID.get(one.part, ()):
            yield SpokenLine(text=one.text, place=one.place, entry=one.entry, key=one.key)
    if asset.guidance.presenting:
        return
    for beat in written_beats.of_asset(asset):
        then = (beat.transition,) if beat.transition else ()
        place = f"the notes on “{beat.title}”"
        for cue in (*beat.say, *beat.ask, *then):
            if not cue.drawn:
                yield SpokenLine(text=cue.text, place=place, entry=cue.span)
