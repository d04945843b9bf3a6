"""Marks on lines of their own: `:::` blocks, ends of slides and the starts of presenter notes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from enablekit.model.audience import Audience
from enablekit.parsing import (
    containers,
    deck_dialect,
    deck_marks,
    slide_breaks,
    spoken_notes,
    styled_words,
)
from enablekit.parsing.deck_marks import Mark
from enablekit.parsing.outline import Outline, covers, outline

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

    from enablekit.model.finding import Finding
    from enablekit.model.value import Mapping
    from enablekit.parsing.containers import Container
    from enablekit.parsing.deck_marks import DeckMarks
    from enablekit.parsing.outline import Stretch
    from enablekit.parsing.places import Places


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """
    A stretch of a body, in characters, that is for one circle of readers.

    Attributes:
        start: Its first character.
        end: The character after its last.
        audience: Who may read it; None means whoever may read the asset.

    """

    start: int
    end: int
    audience: Audience | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Division:
    """
    A body taken apart at its marks.

    Attributes:
        parts: What is to be read, in order.
        notes: What is to be said, in order.
        slides: The slides of a deck, without the lines between them; empty without slides.
        times: A character of a slide, and how many seconds the slide takes.
        text: A deck without the marks around words that only its tool knows; empty for a text.
        findings: Marks without their counterpart.

    """

    parts: tuple[Part, ...]
    notes: tuple[Stretch, ...] = ()
    slides: tuple[Stretch, ...] = ()
    times: tuple[tuple[int, int], ...] = ()
    text: str = ""
    findings: tuple[Finding, ...] = ()


def divide(places: Places, *, is_deck: bool, front: Mapping | None = None) -> Division:
    """
    Take a body apart at its marks; marks inside code and comments are none.

    Args:
        places: The body.
        is_deck: Whether it has slides.
        front: The front matter, which may tell for which tool a deck was written.

    """
    text = places.text
    if not is_deck and ":::" not in text:
        return Division(parts=(Part(start=0, end=len(text)),))
    deck = deck_marks.read(places, front) if is_deck else None
    opaque = deck.opaque if deck else outline(places)
    marks: list[re.Match[str] | Mark] = [
        found
        for found in containers.LINE.finditer(deck.bare if deck else text)
        if not _is_inside(found, opaque)
    ]
    if deck:
        marks = sorted([*marks, *deck.marks], key=_place)
    divider = _Divider(places, deck)
    for mark in marks:
        divider.mark(mark)
    return divider.division()


def _place(mark: re.Match[str] | Mark) -> tuple[int, int]:
    return (mark.start, mark.end) if isinstance(mark, Mark) else mark.span()


def _is_inside(found: re.Match[str], opaque: Outline) -> bool:
    at = found.start("colons")
    return covers(opaque.code, at) or covers(opaque.comments, at)


class _Divider:
    """Go through the marks of a body from top to bottom."""

    def __init__(self, places: Places, deck: DeckMarks | None) -> None:
        self._places = places
        self._text = places.text
        self._deck = deck
        self._parts: list[Part] = []
        self._notes: list[Stretch] = []
        self._separators: list[Stretch] = []
        self._findings: list[Finding] = list(deck.findings) if deck else []
        self._stack: list[Container] = []
        # Where the part or the note that is open starts.
        self._from = self._below_settings(0) if deck else 0
        # How many containers are open from `::: notes` on; 0 in notes that end with their slide.
        self._notes_depth: int | None = None
        # Whether notes that end with their slide go on below the `::: notes` that are open.
        self._goes_on = False

    def mark(self, mark: re.Match[str] | Mark) -> None:
        """Do what a mark says."""
        if not isinstance(mark, Mark):
            if mark["rest"].strip():
                self._open(mark)
            else:
                self._close(mark)
        elif mark.kind == deck_marks.SEPARATOR:
            self._separate(mark)
        elif mark.start < self._from:
            return
        elif mark.kind == deck_marks.STEP:
            self._step(mark)
        elif self._notes_depth is None:
            self._speak(mark)
        elif self._notes_depth == 0 and mark.kind == deck_marks.ASIDE:
            self._notes += (self._from, mark.start), mark.inside
            self._from = mark.end

    def division(self) -> Division:
        """Return what was found, once all marks are done."""
        end = len(self._text)
        if self._notes_depth is None:
            self._cut(end, end)
        else:
            self._notes.append((self._from, end))
        unread = end
        for container in self._stack:
            self._findings.append(containers.unclosed(container, self._places))
            if container.audience is not None:
                unread = min(unread, container.start)
        slides = self._slides() if self._deck else ()
        notes, times = self._told(self._deck, slides) if self._deck else ([], [])
        return Division(
            parts=tuple(
                Part(start=part.start, end=part.end, audience=Audience.INTERNAL)
                if part.start >= unread
                else part
                for part in self._parts
            ),
            notes=tuple(sorted((*self._notes, *notes))),
            slides=slides,
            times=tuple(times),
            text=self._worded(),
            findings=tuple(self._findings),
        )

    def _worded(self) -> str:
        deck = self._deck
        return styled_words.without(self._text, deck.opaque, deck.dialect.name) if deck else ""

    def _told(
        self, deck: DeckMarks, slides: Sequence[Stretch]
    ) -> tuple[list[Stretch], list[tuple[int, int]]]:
        """Return the notes that comments and attributes of slides are, and the times these tell."""
        comments: Sequence[Stretch] = deck.opaque.comments
        if deck.dialect.name == deck_dialect.SLIDEV:
            comments = slide_breaks.at_ends(deck.bare, comments, slides)
        elif deck.dialect.mutes_comments:
            comments = ()
        taken = tuple(sorted((*self._notes, *self._separators)))
        said = [one for one in deck.said if not covers(taken, one[0][0])]
        notes = [
            one
            for one in spoken_notes.in_comments(self._text, comments)
            if not covers(taken, one[0])
        ]
        notes += [where for where, time in said if not time]
        return notes, [(where[0], time) for where, time in said if time]

    def _open(self, found: re.Match[str]) -> None:
        outer = self._stack[-1] if self._stack else None
        container, slipped = containers.opened(found, outer)
        if slipped:
            self._findings.append(containers.slip(container, self._places))
        if self._notes_depth == 0 and container.name == containers.NOTES:
            self._end_notes(found.start(), found.start())
            self._goes_on = True
        if self._notes_depth is None:
            self._cut(found.start(), self._after(found))
        self._stack.append(container)
        if self._notes_depth is not None:
            return
        if container.name == containers.NOTES:
            self._notes_depth = len(self._stack)
            self._from = self._below_name(container)
        elif container.title:
            self._add_part(*container.title)

    def _below_name(self, container: Container) -> int:
        """Return where notes start: below `{.notes}`, but with the words behind `notes`."""
        after = container.after_name
        end = self._text.find("\n", after) % (len(self._text) + 1)
        brace = self._text.find("}", after, end)
        braced = "{" in self._text[container.start : after]
        return brace + 1 if braced and brace >= 0 else after

    def _close(self, found: re.Match[str]) -> None:
        start, end = found.start(), self._after(found)
        closes = bool(self._stack) and self._stack[-1].colons <= len(found["colons"])
        if not closes:
            at = found.start("colons")
            self._findings.append(containers.stray(found["colons"], at, self._stack, self._places))
        if self._notes_depth is None:
            self._cut(start, end)
        if closes:
            self._stack.pop()
        if self._notes_depth and len(self._stack) < self._notes_depth:
            self._end_notes(start, end)
            self._notes_depth = 0 if self._goes_on else None
            self._goes_on = False

    def _separate(self, mark: Mark) -> None:
        """End a slide, unless the line underlines a heading or stands in `::: notes`."""
        start = mark.start
        if self._notes_depth or start < self._from:
            return
        if self._notes_depth == 0:
            self._end_notes(start, start)
        elif not mark.sure and start != self._from and not self._follows_blank_line(start):
            return
        elif mark.cuts:
            self._cut(start, start)
        self._separators.append((start, mark.end))
        below = self._below_settings(mark.end)
        missing = slide_breaks.elsewhere(self._places, mark.end, below)
        self._findings += [missing] if missing else []
        if below > mark.end or (mark.cuts and not self._text.startswith("---", start)):
            self._cut(start if mark.cuts else mark.end, below)

    def _below_settings(self, after: int) -> int:
        """Return where the settings of a slide end that begins at a character."""
        name = self._deck.dialect.name if self._deck else ""
        return slide_breaks.settings(self._text, after, name)

    def _follows_blank_line(self, start: int) -> bool:
        above = self._text.rfind("\n", 0, start - 1) + 1
        return not self._text[above:start].strip()

    def _step(self, mark: Mark) -> None:
        """Leave out a line between two parts of a slide; notes that go on to the end stop there."""
        if self._notes_depth == 0:
            self._end_notes(mark.start, mark.end)
        elif self._notes_depth is None:
            self._cut(mark.start, mark.end)

    def _speak(self, mark: Mark) -> None:
        """Start notes that go on to the end of the slide, or take out those with an end."""
        self._cut(mark.start, mark.end)
        if mark.kind == deck_marks.ASIDE:
            self._notes.append(mark.inside)
        else:
            self._notes_depth = 0

    def _end_notes(self, end: int, resume: int) -> None:
        self._notes.append((self._from, end))
        self._notes_depth = None
        self._from = resume

    def _cut(self, end: int, resume: int) -> None:
        """End the part that is open and start the next."""
        if self._text[self._from : end].strip():
            self._add_part(self._from, end)
        self._from = resume

    def _add_part(self, start: int, end: int) -> None:
        audience = self._stack[-1].audience if self._stack else None
        self._parts.append(Part(start=start, end=end, audience=audience))

    def _after(self, found: re.Match[str]) -> int:
        """Return where the line after a mark starts."""
        return min(found.end() + 1, len(self._text))

    def _slides(self) -> tuple[Stretch, ...]:
        """Return what stands between the separators; an empty slide at either end is none."""
        deck = self._deck
        if deck is None:
            return ()
        dialect = deck.dialect
        if dialect.by_heading or (dialect.may_lack and not self._separators):
            heads = slide_breaks.at_headings(
                self._text, deck.opaque, self._notes, levels=dialect.levels
            )
            if not self._separators:
                return heads
            self._separators = slide_breaks.joined(
                self._text, self._separators, heads, (*self._notes, *deck.opaque.comments)
            )
        starts = [0, *[end for _, end in self._separators]]
        ends = [*[start for start, _ in self._separators], len(self._text)]
        slides = list(zip(starts, ends, strict=True))
        if dialect.name == deck_dialect.REMARK:
            comments = deck.opaque.comments
            slides = [
                one for one in slides if not slide_breaks.is_layout(self._text, one, comments)
            ]
        for end in (0, -1):
            if slides and not deck.text[slice(*slides[end])].strip():
                slides.pop(end)
        return tuple(slides)
