"""Where slides begin without a line of their own: at headings, and below a slide's settings."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from enablekit.parsing.outline import covers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from enablekit.parsing.outline import Outline, Stretch

# Slidev: front matter of a single slide, right below the line that ends the slide before it
# (https://sli.dev/guide/syntax#frontmatter-headmatter).
_FRONT_MATTER = re.compile(
    r"(?:[a-z][\w-]*:(?:[ \t][^\n]*)?\n(?:[ \t]+\S[^\n]*\n|-[ \t][^\n]*\n|#[^\n]*\n)*)+"
    r"---[ \t]*(?:\n|\Z)"
)
# Remark: properties of a slide on its first lines (https://github.com/gnab/remark/wiki/Markdown).
_PROPERTIES = re.compile(
    r"\s*(?:(?:name|class|count|template|layout|exclude|background-(?:image|color|size|position))"
    r":[^\n]*(?:\n|\Z))+"
)
_REMARK = re.compile(r"^\?\?\?[ \t]*$", re.MULTILINE)
_BREAKS = re.compile(r"^[ \t>]*:{3,}[^\n]*$", re.MULTILINE)


def is_remark(text: str) -> bool:
    """Tell whether a deck has notes as Remark has them."""
    return _REMARK.search(text) is not None


def settings(text: str, start: int, *, remark: bool) -> int:
    """Return where the settings of a slide end that begins at a character; there, without any."""
    found = _FRONT_MATTER.match(text, start) if start else None
    if found is None and remark:
        found = _PROPERTIES.match(text, start)
    return found.end() if found else start


def at_headings(text: str, opaque: Outline, notes: Sequence[Stretch]) -> tuple[Stretch, ...]:
    """
    Return the slides of a deck without lines between slides, as Pandoc parts it.

    The slide level is the highest level of a heading with words right below it; a heading of that
    level, or above it, begins a slide (https://pandoc.org/MANUAL.html#structuring-the-slide-show).
    Notes are no words: they may stand below the title of a part.
    """
    silent = _joined(sorted((*notes, *opaque.comments)))
    heads = [one for one in opaque.headings if not covers(silent, one[0])]
    ends = [*(start for start, _, _ in heads[1:]), len(text)]
    levels = [
        level
        for (_, end, level), limit in zip(heads, ends, strict=False)
        if _has_words(text, end, limit, silent)
    ]
    least = min(levels, default=min((level for _, _, level in heads), default=0))
    starts = [start for start, _, level in heads if level <= least]
    if not starts:
        return ((0, len(text)),) if text.strip() else ()
    if _has_words(text, 0, starts[0], silent):
        starts.insert(0, 0)
    else:
        starts[0] = 0
    return tuple(zip(starts, [*starts[1:], len(text)], strict=True))


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
