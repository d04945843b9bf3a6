"""Sections: a heading with what follows it up to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.encoding.pace import length
from enablekit.model.body import Section

if TYPE_CHECKING:
    from collections.abc import Sequence

    from enablekit.model.audience import Audience
    from enablekit.model.body import Block
    from enablekit.parsing.places import Places

_UNREAD = frozenset({"code", "rule"})


def words_of(block: Block) -> int:
    """Return how long a block is for a reader; code is looked at, not read."""
    return 0 if block.kind in _UNREAD else length(block.text)


def read(places: Places, blocks: Sequence[Block], ends: Sequence[int]) -> tuple[Section, ...]:
    """
    Return the sections of a body.

    Args:
        places: The text.
        blocks: Its blocks in order.
        ends: Lines that end a section without starting one, ascending: the headings of quizzes.

    """
    starts = [index for index, block in enumerate(blocks) if block.kind == "heading"]
    if blocks and (not starts or starts[0] > 0):
        starts.insert(0, 0)
    limits = sorted({*(blocks[index].span.line for index in starts), *ends})
    limits.append(places.last_line + 1)
    found: list[Section] = []
    limit = 0
    for number, first in enumerate(starts):
        last = starts[number + 1] if number + 1 < len(starts) else len(blocks)
        line = blocks[first].span.line
        while limits[limit] <= line and limit + 1 < len(limits):
            limit += 1
        found.append(_section(places, blocks[first:last], max(line, limits[limit] - 1)))
    return tuple(found)


def _section(places: Places, blocks: Sequence[Block], last_line: int) -> Section:
    head = blocks[0]
    is_titled = head.kind == "heading"
    return Section(
        title=head.text if is_titled else "",
        anchor=head.anchor,
        level=head.level,
        span=places.lines_through(head.span.line, last_line),
        words=sum(map(words_of, blocks)),
        audience=head.audience if is_titled else _widest(blocks),
    )


def _widest(blocks: Sequence[Block]) -> Audience | None:
    """Return the widest circle that may read one of the blocks, None if one is not marked."""
    circles = [block.audience for block in blocks if block.audience is not None]
    return max(circles) if len(circles) == len(blocks) else None
