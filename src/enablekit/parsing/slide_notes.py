"""Presenter notes between two marks: asides of reveal.js, and `note` of its theme for Hugo."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from enablekit.parsing import containers
from enablekit.parsing.diagnoses import DANGLING_BLOCK
from enablekit.parsing.outline import covers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from enablekit.model.finding import Finding
    from enablekit.parsing.outline import Outline, Stretch
    from enablekit.parsing.places import Places

# https://revealjs.com/speaker-view/ and https://github.com/joshed-io/reveal-hugo (`note`).
_MARK = re.compile(
    r"<(?P<close>/?)aside\b(?P<told>[^<>]*)>"
    r"|\{\{(?P<sign>[<%])[ \t]*(?P<end>/?)[ \t]*note\b[^{}<>%]*[<%>]+\}\}",
    re.IGNORECASE,
)
_CLASS = re.compile(r"""\bclass(?:Name)?\s*=\s*(?:"([^"]*)|'([^']*)|([^\s"'>]+))""", re.IGNORECASE)
_SEPARATOR = re.compile(r"^---+[ \t]*$", re.MULTILINE)
_MAY_BE = re.compile(r"<aside\b|\{\{[<%][ \t]*note\b", re.IGNORECASE)
_FENCES = ("`", "~")
_SLASHES = 9  # backslashes in a row that are counted
_WIDEST = 2000  # characters of a tag whose values have angle brackets in them


class MarkedNote(NamedTuple):
    """
    A note between two marks; positions are characters.

    Attributes:
        start: The first character of the mark that opens it.
        end: The character after the mark that closes it.
        inside: The note.
        tag: What opens it: `aside` or `note`.
        closed: Whether it has an end of its own.

    """

    start: int
    end: int
    inside: Stretch
    tag: str
    closed: bool = True


class _Open(NamedTuple):
    start: int
    inside: int
    tag: str
    limit: int  # where the slide ends it stands on, or the block
    in_block: bool  # whether it stands in `::: notes`, which end it in any case


def find(text: str, opaque: Outline, sections: Sequence[int] | None) -> list[MarkedNote]:
    """
    Return the notes of a deck, in order.

    A note that is never closed goes on to the end of its slide: nothing of it may be shown.

    Args:
        text: The deck.
        opaque: What in it is code or a comment, where marks are none.
        sections: Where the tags of slides begin in a deck that stands in HTML, whose indent makes
            no code; None for other decks.

    """
    if not _MAY_BE.search(text):
        return []
    code = opaque.code
    if sections is not None:
        code = tuple(one for one in code if _is_fenced(text, one))
    ends = [one.start() for one in _SEPARATOR.finditer(text) if not covers(code, one.start())]
    finder = _Finder(text, sorted([*ends, *(sections or ()), len(text)]), _blocks(text, code))
    for mark in _MARK.finditer(text):
        if not _is_hidden(text, mark.start(), (code, opaque.spans, opaque.comments)):
            finder.mark(mark)
    return finder.end()


class _Finder:
    """Go through the marks from top to bottom."""

    def __init__(self, text: str, ends: Sequence[int], blocks: tuple[Stretch, ...]) -> None:
        self._text = text
        self._ends = ends
        self._blocks = blocks
        self._notes: list[MarkedNote] = []
        self._opened: _Open | None = None
        self._depth = 0

    def mark(self, mark: re.Match[str]) -> None:
        """Open a note or close the one that is open."""
        tag = "aside" if mark["close"] is not None else "note"
        closes = bool(mark["close"] or mark["end"])
        opened = self._opened
        if opened and mark.start() >= opened.limit and (opened.in_block or not closes):
            self._leave(opened)
            opened = None
        if opened is None:
            if not closes:
                self._open(mark, tag)
        elif tag == opened.tag:
            self._depth += -1 if closes else 1
            if self._depth == 0:
                inside = (opened.inside, mark.start())
                self._notes.append(MarkedNote(opened.start, mark.end(), inside, tag))
                self._opened = None

    def end(self) -> list[MarkedNote]:
        """Return the notes, once all marks are done."""
        if self._opened is not None:
            self._leave(self._opened)
        return self._notes

    def _open(self, mark: re.Match[str], tag: str) -> None:
        """Open a note, unless the mark is an aside of another kind."""
        inside = mark.end()
        if tag == "aside":
            inside = _end_of_tag(self._text, mark.start(), inside)
            told = _CLASS.search(self._text, mark.start(), inside)
            classes = (told[1] or told[2] or told[3] or "") if told else ""
            if "notes" not in classes.lower().split():
                return
        limit = self._ends[bisect_left(self._ends, inside)]
        in_block = covers(self._blocks, mark.start())
        if in_block:
            block = self._blocks[bisect_left(self._blocks, (mark.start(), 0)) - 1]
            limit = max(inside, self._text.rfind("\n", 0, block[1]) + 1)
        self._opened = _Open(mark.start(), inside, tag, limit, in_block)
        self._depth = 1

    def _leave(self, opened: _Open) -> None:
        """End a note with its slide."""
        inside = (opened.inside, opened.limit)
        one = MarkedNote(opened.start, opened.limit, inside, opened.tag, closed=opened.in_block)
        self._notes.append(one)
        self._opened = None


def unclosed(note: MarkedNote, places: Places) -> Finding:
    """Report a note without an end."""
    end = "</aside>" if note.tag == "aside" else "{{% /note %}}"
    message = f"the {note.tag} is never closed; the rest of the slide is taken as presenter notes"
    span = places.span_of_characters(note.start, note.inside[0])
    return DANGLING_BLOCK.at(span, message, fix=f"Write {end} where the note ends")


def _blocks(text: str, code: tuple[Stretch, ...]) -> tuple[Stretch, ...]:
    """Return the blocks that are notes anyway, whatever is open in them."""
    return containers.notes_blocks(
        one for one in containers.LINE.finditer(text) if not covers(code, one.start("colons"))
    )


def _end_of_tag(text: str, start: int, end: int) -> int:
    """Return where a tag ends whose values may have `>` in them."""
    while text.count('"', start, end) % 2 and end - start < _WIDEST:
        further = text.find(">", end, start + _WIDEST) + 1
        if not further or "<" in text[end:further]:
            break
        end = further
    return end


def _is_hidden(text: str, at: int, stretches: Sequence[tuple[Stretch, ...]]) -> bool:
    """Tell whether a mark is none: it stands in code or a comment, or behind a backslash."""
    before = text[max(0, at - _SLASHES) : at]
    slashes = len(before) - len(before.rstrip("\\"))
    return slashes % 2 == 1 or any(covers(each, at) for each in stretches)


def _is_fenced(text: str, code: Stretch) -> bool:
    return text[code[0] : code[0] + 8].lstrip(" \t>").startswith(_FENCES)
