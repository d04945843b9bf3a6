"""The marks of a deck in its own dialect: what ends a slide, what is said, and what is no words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from enablekit.parsing import deck_dialect, slide_notes, slide_sections
from enablekit.parsing.outline import Outline, covers, outline
from enablekit.parsing.places import Places

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from enablekit.model.finding import Finding
    from enablekit.model.value import Mapping
    from enablekit.parsing.deck_dialect import Dialect
    from enablekit.parsing.outline import Stretch

SEPARATOR, STEP, NOTES, ASIDE = "separator", "step", "notes", "aside"

_NEVER = "(?!)"
_FENCE = re.compile(r"^[ \t]*+(`{3,}|~{3,})", re.MULTILINE)
# Marp takes it away before it looks for slides.
_STYLE = re.compile(
    r"^ {0,3}<style(?=[\s>]).*?(?:</style>[^\n]*|\Z)", re.MULTILINE | re.DOTALL | re.IGNORECASE
)
_VISIBLE = re.compile(r"[^\n]")


class Mark(NamedTuple):
    """
    A mark of a deck; positions are characters.

    Attributes:
        start: Its first character.
        end: Where what follows it starts.
        kind: `separator` between slides, `step` between parts of one, `notes` from here to the end
            of the slide, or `aside` for notes that have an end of their own.
        inside: The notes of an aside.
        sure: Whether a separator is one wherever it stands.
        cuts: Whether Markdown has to be read anew below it, since it would take it for something
            else.

    """

    start: int
    end: int
    kind: str
    inside: Stretch = (0, 0)
    sure: bool = False
    cuts: bool = False


class DeckMarks(NamedTuple):
    """
    The marks of a deck, and what is left of the deck without its asides.

    Attributes:
        marks: The marks in order.
        text: The deck with blanks in place of tags around slides.
        bare: The same with blanks in place of asides too.
        opaque: What in it is opaque.
        dialect: How its slides are parted.
        said: Notes and seconds that attributes of slides tell.
        findings: Marks without their counterpart.

    """

    marks: tuple[Mark, ...]
    text: str
    bare: str
    opaque: Outline
    dialect: Dialect
    said: tuple[tuple[Stretch, int], ...]
    findings: tuple[Finding, ...]


def read(places: Places, front: Mapping | None) -> DeckMarks:
    """
    Find the marks of a deck.

    Args:
        places: The deck.
        front: Its front matter, which may tell its dialect.

    """
    text = places.text
    opaque = outline(places)
    dialect = deck_dialect.of(front, text, opaque)
    tags = slide_sections.around(text, opaque)
    around = [(start, end) for start, end, _ in tags]
    text, opaque = _without(places, text, around, opaque)
    begins = [start for start, _, begins in tags if begins]
    notes = slide_notes.find(text, opaque, begins if tags else None)
    said = slide_sections.said(places.text, [*opaque.comments, *around])
    bare, opaque = _without(places, text, [(one.start, one.end) for one in notes], opaque)
    marks = [
        *(Mark(one.start, one.end, ASIDE, one.inside) for one in notes),
        *_sections(tags),
        *_lines(bare, opaque, dialect),
        *_rules(bare, opaque, dialect),
        *_headings(bare, opaque, dialect),
    ]
    return DeckMarks(
        marks=tuple(sorted(marks, key=lambda one: (one.start, one.end))),
        text=text,
        bare=bare,
        opaque=opaque,
        dialect=dialect,
        said=tuple(said),
        findings=tuple(slide_notes.unclosed(one, places) for one in notes if not one.closed),
    )


def _without(
    places: Places, text: str, stretches: Sequence[Stretch], opaque: Outline
) -> tuple[str, Outline]:
    """Return a text with blanks in place of some stretches, and what in it is opaque then."""
    if not stretches:
        return text, opaque
    kept: list[str] = []
    at = 0
    for start, end in stretches:
        kept += text[at:start], _VISIBLE.sub(" ", text[start:end])
        at = end
    bare = "".join([*kept, text[at:]])
    return bare, outline(Places(places.path, bare))


def _sections(tags: Sequence[tuple[int, int, bool]]) -> Iterator[Mark]:
    for start, end, begins in tags:
        if begins:  # what its attributes say belongs to the slide below
            yield Mark(start, start, SEPARATOR, sure=True)
        yield Mark(start, end, STEP, cuts=True)


def _lines(text: str, opaque: Outline, dialect: Dialect) -> Iterator[Mark]:
    """Yield what lines of their own mark."""
    blanks = rf"|^(?P<blanks>\n{{{dialect.blanks},}})" if dialect.blanks else ""
    own = rf"|^[ \t]*+(?P<own>{dialect.note})" if dialect.note else ""
    line = re.compile(
        rf"^(?P<separator>{dialect.separator or _NEVER})[ \t]*$"
        rf"|^(?P<step>{dialect.step or _NEVER})[ \t]*$"
        rf"|^(?P<remark>\?\?\?)[ \t]*$|^[ \t]*+(?P<reveal>notes?:){own}{blanks}",
        re.MULTILINE | re.IGNORECASE,
    )
    rules = frozenset(text.rfind("\n", 0, start) + 1 for start, _ in opaque.rules)
    code = (opaque.code, _fences(text, opaque) if dialect.loose else ())
    for found in line.finditer(text):
        kind = found.lastgroup or ""
        at, after = found.start(), min(found.end() + 1, len(text))
        if any(covers(one, at) for one in code):
            continue
        if _is_shut(text, opaque, found.start(kind), dialect):
            continue
        if kind in {"reveal", "own"}:
            yield Mark(at, found.end(), NOTES)
        elif kind == "remark":
            yield Mark(at, after, NOTES)
        elif kind == "blanks":
            yield Mark(at, found.end(), SEPARATOR, sure=True)
        else:
            cuts = at not in rules
            # What Markdown takes for a rule underlines no heading.
            sure = dialect.loose or kind == "step" or not cuts
            yield Mark(at, after, STEP if kind == "step" else SEPARATOR, sure=sure, cuts=cuts)


def _fences(text: str, opaque: Outline) -> tuple[Stretch, ...]:
    """Return fenced code right below HTML: it is HTML to Markdown, but not to who goes by lines."""
    found: list[Stretch] = []
    opened, marks = -1, ""
    for fence in _FENCE.finditer(text):
        if opened < 0:
            if covers(opaque.html, fence.start(1)):
                opened, marks = fence.start(), fence[1]
        elif fence[1].startswith(marks):
            found.append((opened, fence.end()))
            opened = -1
    return tuple(found)


def _is_shut(text: str, opaque: Outline, at: int, dialect: Dialect) -> bool:
    """Tell whether a mark stands in HTML; tools that go by lines only do not know any."""
    if text.startswith("<", at):
        return False  # a comment that the deck itself names as what ends a slide
    return covers(opaque.comments if dialect.loose else opaque.html, at)


def _rules(text: str, opaque: Outline, dialect: Dialect) -> Iterator[Mark]:
    if dialect.by_rule:
        for start, end in opaque.rules:
            yield Mark(text.rfind("\n", 0, start) + 1, end, SEPARATOR, sure=True)


def _headings(text: str, opaque: Outline, dialect: Dialect) -> Iterator[Mark]:
    """
    Yield the headings that begin a slide in Marp, the first one not if nothing stands above it.

    See https://github.com/marp-team/marpit/blob/main/src/markdown/heading_divider.js.
    """
    if dialect.name != deck_dialect.MARP or not dialect.levels:
        return
    above = False
    for start, _, level in opaque.headings:
        above = above or bool(_STYLE.sub("", _outside(text, start, opaque.comments)).strip())
        if above and level in dialect.levels:
            yield Mark(start, start, SEPARATOR, sure=True)
        above = True


def _outside(text: str, end: int, comments: Sequence[Stretch]) -> str:
    """Return the beginning of a text without the comments in it."""
    kept: list[str] = []
    at = 0
    for first, last in comments:
        if first >= end:
            break
        kept.append(text[at:first])
        at = last
    return "".join([*kept, text[at:end]])
