"""Where words stand in a file: in a block of the body, or in an entry of the guidance."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from enablekit.model.span import Span

if TYPE_CHECKING:
    from enablekit.extend.surroundings import Surroundings
    from enablekit.model.body import Block

_BESIDE = 4  # words on either side that tell one occurrence from another


def in_block(block: Block, start: int, end: int) -> Span:
    """Return where a stretch of a block's text stands in the file."""
    if not block.offsets or start >= end:
        return block.span
    line, column = _at(block, start)
    end_line, end_column = _at(block, end - 1)
    return Span(
        path=block.span.path,
        line=line,
        column=column,
        end_line=end_line,
        end_column=end_column + 1,
    )


def _at(block: Block, offset: int) -> tuple[int, int]:
    run = bisect_right(block.offsets, offset, key=lambda one: one[0]) - 1
    start, line, column = block.offsets[max(run, 0)]
    return line, column + offset - start


def in_entry(around: Surroundings, entry: Span, text: str, start: int, end: int) -> Span:
    """
    Return where a stretch of an entry's text stands in the file.

    Args:
        around: What holds the text of the file.
        entry: Where the entry stands.
        text: One text of the entry.
        start: Where the stretch starts in that text.
        end: Where it ends.

    Returns:
        The place of the words; the entry's when they are written another way than they read.

    """
    lines = around.sources.get(entry.path, "").split("\n")[entry.line - 1 : entry.end_line]
    written = "\n".join(lines)
    words = _pattern(text[start:end])
    before = "".join(rf"{_pattern(word)}\s+" for word in text[:start].split()[-_BESIDE:])
    glued = "" if start and text[start - 1].isspace() else r"\S*?"
    for pattern in (rf"{before[:-3]}\s*{glued}({words})" if before else "", rf"({words})"):
        found = re.search(pattern, written) if pattern else None
        if found is not None and words:
            return _span(entry, written, *found.span(1))
    return entry


def _pattern(text: str) -> str:
    return r"\s+".join(re.escape(word) for word in text.split())


def _span(entry: Span, written: str, start: int, end: int) -> Span:
    def place(offset: int) -> tuple[int, int]:
        line = written.count("\n", 0, offset)
        return entry.line + line, offset - written.rfind("\n", 0, offset)

    (line, column), (end_line, end_column) = place(start), place(end)
    return Span(path=entry.path, line=line, column=column, end_line=end_line, end_column=end_column)
