"""Markdown as pieces that stand inside each other, for what has to be understood as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from enablekit.parsing import raw_html, shortcodes
from enablekit.parsing.markdown import parted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from enablekit.parsing.markdown import Event

_INLINE = frozenset({"Emphasis", "Strong", "Strikethrough", "Link", "Image"})


class Node(NamedTuple):
    """A piece of Markdown: its tag, what is told about it, its events and its bytes."""

    tag: str
    detail: object
    events: Sequence[Event]
    start: int
    end: int


def children(events: Sequence[Event]) -> Iterator[Node]:
    """Yield the pieces directly inside some events; words that no block holds are one piece."""
    loose: list[Event] = []
    index = 0
    while index < len(events):
        last = _end_of(events, index)
        name, value = parted(events[index][0])
        tag, detail = parted(value) if name == "Start" else (name, None)
        if name != "Start" or tag in _INLINE:
            loose.extend(events[index : last + 1])
        else:
            if loose:
                yield _loose(loose)
                loose = []
            inside = events[index + 1 : last]
            where = events[index][1]
            yield Node(tag, detail, inside, where["start"], where["end"])
        index = last + 1
    if loose:
        yield _loose(loose)


def _loose(events: list[Event]) -> Node:
    return Node("Text", None, events, events[0][1]["start"], events[-1][1]["end"])


def _end_of(events: Sequence[Event], index: int) -> int:
    """Return the index of the event that ends what starts at `index`."""
    depth = 0
    for last in range(index, len(events)):
        name = parted(events[last][0])[0]
        depth += (name == "Start") - (name == "End")
        if depth == 0:
            return last
    return len(events) - 1


def words(events: Iterable[Event]) -> str:
    """Return the plain words of some events."""
    found: list[str] = []
    for event, _ in events:
        name, value = parted(event)
        if name in {"Text", "Code"}:
            found.append(value)
        elif name == "SoftBreak":
            found.append(" ")
        elif _ends_line(name, value) and found:
            found.append("\n")
    return shortcodes.strip("".join(found)).strip()


def _ends_line(name: str, value: object) -> bool:
    if name == "InlineHtml":
        return raw_html.is_line_break(str(value))
    return name == "HardBreak" or (name == "Start" and parted(value)[0] not in _INLINE)
