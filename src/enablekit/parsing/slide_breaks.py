"""Where slides begin without a line of their own: at headings, and below a slide's settings."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from enablekit.parsing.deck_dialect import MARP, REMARK, SLIDEV
from enablekit.parsing.diagnoses import SLIDES_ELSEWHERE
from enablekit.parsing.outline import covers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from enablekit.model.finding import Finding
    from enablekit.parsing.outline import Outline, Stretch
    from enablekit.parsing.places import Places

# Slidev: front matter of a single slide, right below the line that ends the slide before it
# (https://sli.dev/guide/syntax#frontmatter-headmatter).
_FRONT_MATTER = re.compile(
    r"(?:[a-z][\w-]*:(?:[ \t][^\n]*)?\n(?:[ \t]+\S[^\n]*\n|-[ \t][^\n]*\n|#[^\n]*\n)*)+"
    r"---[ \t]*(?:\n|\Z)"
)
# The same where the deck is Slidev's for sure: empty lines, lists over lines, keys of any form.
_ANY_FRONT_MATTER = re.compile(
    r"(?=\w)(?:[A-Za-z_][\w.-]*[ \t]*:(?:[ \t][^\n]*)?\n|[ \t]+\S[^\n]*\n|-[ \t][^\n]*\n"
    r"|[#\]}][^\n]*\n|[ \t]*\n)+---[ \t]*(?:\n|\Z)"
)
# Remark: properties of a slide on its first lines, of any name, for layouts can show their values
# (https://github.com/gnab/remark/blob/develop/src/remark/parser.js): in letters of ASCII, and
# without a `$` in its value. An address is none.
_PROPERTIES = re.compile(r"\s*(?:[A-Za-z0-9_-]+:(?!//)[^$\n]*(?:\n|\Z)\n*)+")
_LAYOUT = re.compile(r"^layout:[ \t]*true[ \t]*$", re.MULTILINE)
_SOURCE = re.compile(r"^src:[ \t]*([^\s#][^\n]*?)[ \t]*$", re.MULTILINE)
_BREAKS = re.compile(r"^[ \t>]*:{3,}[^\n]*$", re.MULTILINE)
# Slidev: the same in a block of code (https://sli.dev/features/block-frontmatter).
_CODE_MATTER = re.compile(r"\s*```ya?ml[ \t]*\n(?:[a-z#\s-][^\n`]*\n)+```[ \t]*(?:\n|\Z)")


def settings(text: str, start: int, dialect: str) -> int:
    """Return where the settings of a slide end that begins at a character; there, without any."""
    if dialect == MARP:
        return start
    if dialect == REMARK:
        found = _PROPERTIES.match(text, start)
    else:
        written = _ANY_FRONT_MATTER if dialect == SLIDEV else _FRONT_MATTER
        found = written.match(text, start) if start else None
        if found is None and dialect == SLIDEV:
            found = _CODE_MATTER.match(text, start)
    return found.end() if found else start


def is_layout(text: str, slide: Stretch, comments: Sequence[Stretch]) -> bool:
    """Tell whether a slide of Remark says how those below it look, and nothing else."""
    start, end = slide
    below = settings(text, start, REMARK)
    return bool(_LAYOUT.search(text, start, below)) and not _has_words(text, below, end, comments)


def elsewhere(places: Places, start: int, end: int) -> Finding | None:
    """Report settings of a slide by which its words stand in another file."""
    found = _SOURCE.search(places.text, start, end)
    if found is None:
        return None
    span = places.span_of_characters(*found.span())
    message = f"the slides of “{found[1]}” are not read: they stay in that file"
    fix = "Copy them here, or make that file a deck of its own with `type: deck`"
    return SLIDES_ELSEWHERE.at(span, message, fix=fix)


def at_ends(
    text: str, comments: Sequence[Stretch], slides: Sequence[Stretch]
) -> tuple[Stretch, ...]:
    """
    Return the comments with which slides end: only those are notes in Slidev.

    See https://github.com/slidevjs/slidev/blob/main/packages/parser/src/core.ts.
    """
    lasts = [comments[bisect_right(comments, (end, 0)) - 1] for _, end in slides if comments]
    return tuple(
        last
        for last, (start, end) in zip(lasts, slides, strict=False)
        if start <= last[0] and last[1] <= end and not text[last[1] : end].strip()
    )


def at_headings(
    text: str,
    opaque: Outline,
    notes: Sequence[Stretch],
    *,
    levels: frozenset[int] = frozenset(),
) -> tuple[Stretch, ...]:
    """
    Return the slides of a deck as Pandoc parts it at headings.

    The slide level is the highest level of a heading with words right below it; a heading of that
    level, or above it, begins a slide (https://pandoc.org/MANUAL.html#structuring-the-slide-show).
    Notes are no words: they may stand below the title of a part.

    Args:
        text: The deck.
        opaque: What in it is code or a comment.
        notes: What is said.
        levels: The levels that begin a slide, where the deck says so itself.

    """
    silent = _joined(sorted((*notes, *opaque.comments)))
    heads = [
        one
        for one in opaque.headings
        # The mark of a block is no heading, whatever would underline it.
        if not covers(silent, one[0]) and not _BREAKS.match(text, one[0])
    ]
    ends = [*(start for start, _, _ in heads[1:]), len(text)]
    worded = [
        level
        for (_, end, level), limit in zip(heads, ends, strict=False)
        if _has_words(text, end, limit, silent)
    ]
    least = min(worded, default=min((level for _, _, level in heads), default=0))
    least = max(levels, default=least)
    starts = [start for start, _, level in heads if level <= least]
    if not starts:
        return ((0, len(text)),) if text.strip() else ()
    if _has_words(text, 0, starts[0], silent):
        starts.insert(0, 0)
    else:
        starts[0] = 0
    return tuple(zip(starts, [*starts[1:], len(text)], strict=True))


def joined(
    text: str,
    separators: Sequence[Stretch],
    slides: Sequence[Stretch],
    silent: Sequence[Stretch],
) -> list[Stretch]:
    """
    Return what parts slides at separators and at headings.

    A heading right below a separator begins the same slide, as it does for Pandoc.
    """
    quiet = _joined(sorted(silent))
    heads = [(start, start) for start, _ in slides[1:]]
    found: list[Stretch] = []
    for one in sorted((*separators, *heads)):
        above = found[-1] if found else (0, 0)
        if one[0] == one[1] and not _has_words(text, above[1], one[0], quiet):
            continue
        found.append(one)
    return found


def _joined(stretches: Sequence[Stretch]) -> tuple[Stretch, ...]:
    """Return ascending stretches as such that are apart from each other."""
    found: list[Stretch] = []
    for start, end in stretches:
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(found)


def _has_words(text: str, start: int, end: int, silent: Sequence[Stretch]) -> bool:
    """Tell whether anything but notes, comments and marks stands in a stretch."""
    at = start
    for number in range(max(0, bisect_right(silent, (start, start)) - 1), len(silent)):
        first, last = silent[number]
        if first >= end:
            break
        if last > at:
            if _BREAKS.sub("", text[at : max(at, first)]).strip():
                return True
            at = max(at, last)
    return bool(_BREAKS.sub("", text[at:end]).strip())
