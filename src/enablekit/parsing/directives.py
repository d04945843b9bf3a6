"""Marks on lines of their own: `:::` blocks, ends of slides and the starts of presenter notes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from enablekit.model.audience import Audience
from enablekit.parsing import containers, slide_breaks, spoken_notes
from enablekit.parsing.outline import Outline, covers, outline

if TYPE_CHECKING:
    from enablekit.model.finding import Finding
    from enablekit.parsing.containers import Container
    from enablekit.parsing.outline import Stretch
    from enablekit.parsing.places import Places

# A `:::` counts inside a quotation or a list too: what is meant for a few must not reach everybody
# because of the line it stands on.
_LINE = re.compile(
    r"^[ \t>]*+(?:(?:[-*+]|\d{1,9}[.)])[ \t]++)?(?P<colons>:{3,})(?P<rest>[^\n]*)$"
    r"|^(?P<separator>---)[ \t]*$"
    r"|^(?P<remark>\?\?\?)[ \t]*$"
    r"|^[ \t]*+(?P<reveal>notes?:)",
    re.MULTILINE | re.IGNORECASE,
)


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
        findings: Marks without their counterpart.

    """

    parts: tuple[Part, ...]
    notes: tuple[Stretch, ...] = ()
    slides: tuple[Stretch, ...] = ()
    findings: tuple[Finding, ...] = ()


def divide(places: Places, *, is_deck: bool) -> Division:
    """Take a body apart at its marks; marks inside code and comments are none."""
    text = places.text
    if not is_deck and ":::" not in text:
        return Division(parts=(Part(start=0, end=len(text)),))
    opaque = outline(places)
    divider = _Divider(places, is_deck=is_deck)
    for found in _LINE.finditer(text):
        if not _is_inside(found, opaque):
            divider.mark(found)
    return divider.division(opaque)


def _is_inside(found: re.Match[str], opaque: Outline) -> bool:
    if found["colons"]:
        at = found.start("colons")
        return covers(opaque.code, at) or covers(opaque.comments, at)
    at = found.start(found.lastgroup or 0)
    return covers(opaque.code, at) or covers(opaque.html, at)


class _Divider:
    """Go through the marks of a body from top to bottom."""

    def __init__(self, places: Places, *, is_deck: bool) -> None:
        self._places = places
        self._text = places.text
        self._is_deck = is_deck
        self._parts: list[Part] = []
        self._notes: list[Stretch] = []
        self._separators: list[Stretch] = []
        self._findings: list[Finding] = []
        self._stack: list[Container] = []
        self._remark = is_deck and slide_breaks.is_remark(self._text)
        # Where the part or the note that is open starts.
        self._from = slide_breaks.settings(self._text, 0, remark=self._remark)
        # How many containers are open from `::: notes` on; 0 in notes that end with their slide.
        self._notes_depth: int | None = None

    def mark(self, found: re.Match[str]) -> None:
        """Do what a mark says."""
        if found["colons"]:
            if found["rest"].strip():
                self._open(found)
            else:
                self._close(found)
        elif self._is_deck:
            if found["separator"]:
                self._separate(found)
            elif self._notes_depth is None:
                self._speak(found)

    def division(self, opaque: Outline) -> Division:
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
        if self._is_deck:
            said = tuple(self._notes)
            spoken = spoken_notes.in_comments(self._text, opaque.comments)
            self._notes.extend(one for one in spoken if not covers(said, one[0]))
        return Division(
            parts=tuple(
                Part(start=part.start, end=part.end, audience=Audience.INTERNAL)
                if part.start >= unread
                else part
                for part in self._parts
            ),
            notes=tuple(sorted(self._notes)),
            slides=self._slides(opaque) if self._is_deck else (),
            findings=tuple(self._findings),
        )

    def _open(self, found: re.Match[str]) -> None:
        outer = self._stack[-1] if self._stack else None
        container, slipped = containers.opened(found, outer)
        if slipped:
            self._findings.append(containers.slip(container, self._places))
        if self._notes_depth is None:
            self._cut(found.start(), self._after(found))
        self._stack.append(container)
        if self._notes_depth is not None:
            return
        if container.name == containers.NOTES:
            self._notes_depth = len(self._stack)
            self._from = container.after_name
        elif container.title:
            self._add_part(*container.title)

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

    def _separate(self, found: re.Match[str]) -> None:
        """End a slide, unless the line underlines a heading or stands in `::: notes`."""
        start, after = found.start(), self._after(found)
        if self._notes_depth or start < self._from:
            return
        if self._notes_depth == 0:
            self._end_notes(start, start)
        elif start != self._from and not self._follows_blank_line(start):
            return
        self._separators.append((start, after))
        below = slide_breaks.settings(self._text, after, remark=self._remark)
        if below > after:
            self._cut(after, below)

    def _follows_blank_line(self, start: int) -> bool:
        above = self._text.rfind("\n", 0, start - 1) + 1
        return not self._text[above:start].strip()

    def _speak(self, found: re.Match[str]) -> None:
        """Start notes that go on to the end of the slide."""
        self._cut(found.start(), self._after(found) if found["remark"] else found.end())
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

    def _slides(self, opaque: Outline) -> tuple[Stretch, ...]:
        """Return what stands between the separators; an empty slide at either end is none."""
        if not self._separators:
            return slide_breaks.at_headings(self._text, opaque, self._notes)
        starts = [0, *[end for _, end in self._separators]]
        ends = [*[start for start, _ in self._separators], len(self._text)]
        slides = list(zip(starts, ends, strict=True))
        for end in (0, -1):
            if slides and not self._text[slice(*slides[end])].strip():
                slides.pop(end)
        return tuple(slides)
