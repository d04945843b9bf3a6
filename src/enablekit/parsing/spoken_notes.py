"""Presenter notes written in a body, in the four dialects people already have."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from textwrap import dedent
from typing import TYPE_CHECKING

from enablekit.model.body import SpokenNote

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from enablekit.model.body import Section
    from enablekit.parsing.outline import Stretch
    from enablekit.parsing.places import Places

_COMMENT_START, _COMMENT_END = "<!--", "-->"
# Comments that tell a tool something: Marp's and Marpit's directives, reveal.js' attributes, and
# what formatters, linters and generators of contents look for.
_MARP = (
    "theme|style|headingDivider|size|math|title|author|description|keywords|url|image|marp|lang"
    "|paginate|header|footer|class|color|transition"
    "|background(?:Color|Image|Position|Repeat|Size)?"
)
_INSTRUCTION = re.compile(
    rf"\s*(?:(?:[_$]?(?:{_MARP})|_\w+|\$\w+)\s*:(?:\s|$)"
    r"|\.(?:slide|element)\b|enablekit:"
    r"|(?:prettier|markdownlint|eslint|vale|textlint|cspell|doctoc|toc|omit|more|fit)\b[^.?!\n]*+\s*+\Z"
    r"|(?:start|end)\s+doctoc\b)"
)
_LINE = re.compile(r"\S[^\n]*")
_TIMED = ("[", "time=")


def is_instruction(comment: str) -> bool:
    """Tell whether the inside of a comment is meant for a tool and not for a presenter."""
    return not comment.strip() or _INSTRUCTION.match(comment) is not None


def in_comments(text: str, comments: Iterable[Stretch]) -> list[Stretch]:
    """Return the insides of the comments that are notes, as Marp and Slidev have them."""
    found: list[Stretch] = []
    for first, last in comments:
        # `<!-->` and `<!--->` are whole comments with nothing inside.
        start, end = (
            first + len(_COMMENT_START),
            max(first + len(_COMMENT_START), last - len(_COMMENT_END)),
        )
        if not is_instruction(text[start:end]):
            found.append((start, end))
    return found


def of_slides(
    places: Places,
    stretches: Sequence[Stretch],
    slides: Sequence[Stretch],
    times: Iterable[tuple[int, int]] = (),
) -> tuple[SpokenNote, ...]:
    """
    Return one note for each slide that has any; several on one slide become one.

    Args:
        places: The deck.
        stretches: What is said.
        slides: Its slides.
        times: A character of a slide, and the seconds that slide takes. They come first in its
            note, as people write them there, unless it has a time of its own.

    """
    notes: dict[int, SpokenNote] = {}
    starts = [start for start, _ in slides]
    for stretch in sorted(stretches):
        number = max(0, bisect_right(starts, stretch[0]) - 1)
        note = _note(places, stretch, number)
        if note is None:
            continue
        above = notes.get(number)
        if above is not None:
            text = f"{above.text}\n\n{note.text}"
            note = SpokenNote(text=text, span=above.span.through(note.span), slide=number)
        notes[number] = note
    for at, seconds in times:
        number = max(0, bisect_right(starts, at) - 1)
        note = notes.get(number) or SpokenNote(
            text="", span=places.span_of_characters(at, at), slide=number
        )
        if not note.text.startswith(_TIMED):
            time = f"[{seconds // 60}:{seconds % 60:02}]"
            notes[number] = replace(note, text=f"{time}\n{note.text}".rstrip("\n"))
    return tuple(notes[number] for number in sorted(notes))


def of_sections(
    places: Places, stretches: Sequence[Stretch], sections: Sequence[Section]
) -> tuple[SpokenNote, ...]:
    """Return the notes of a text without slides, each with the section it stands in."""
    lines = [section.span.line for section in sections]
    found: list[SpokenNote] = []
    for stretch in sorted(stretches):
        line, _ = places.at_character(stretch[0])
        note = _note(places, stretch, max(0, bisect_right(lines, line) - 1))
        if note is not None:
            found.append(note)
    return tuple(found)


def _note(places: Places, stretch: Stretch, number: int) -> SpokenNote | None:
    """Return a note, or None if nothing was written."""
    start, end = stretch
    raw = places.text[start:end].rstrip()
    first = _LINE.search(raw)
    if first is None:
        return None
    span = places.span_of_characters(start + first.start(), start + len(raw))
    # What follows a mark on its line has no indent; the lines below it share one of their own.
    line = raw.rfind("\n", 0, first.start()) + 1
    head, _, rest = raw[first.start() :].partition("\n")
    text = dedent(raw[line:]) if line else f"{head}\n{dedent(rest)}"
    # A comment cannot hold its own end, so it is written with a backslash, as Markdown has it.
    text = text.replace("--\\>", "-->").replace("--!\\>", "--!>")
    return SpokenNote(text=text.strip(), span=span, slide=number)
