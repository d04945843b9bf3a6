"""What in a text is code, HTML or a comment, so that a mark inside it is not taken for one."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from enablekit.parsing import raw_html
from enablekit.parsing.markdown import events, parted

if TYPE_CHECKING:
    from enablekit.parsing.places import Places

Stretch = tuple[int, int]
_HTML = frozenset({"Html", "InlineHtml"})
_MARKS = frozenset({"Code", "Rule"})
_DEEPER = {"Start": 1, "End": -1}


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """
    Stretches of a text, in characters, ascending and apart from each other.

    Attributes:
        code: Code blocks, with their fences.
        html: Raw HTML.
        comments: Comments, with `<!--` and `-->`; one that never ends is none.
        headings: Headings that stand in nothing else: first character, the one after the last,
            and the level.
        rules: Thematic breaks that stand in nothing else, however they are written.
        spans: Code inside a line, with its backticks.

    """

    code: tuple[Stretch, ...]
    html: tuple[Stretch, ...]
    comments: tuple[Stretch, ...]
    headings: tuple[tuple[int, int, int], ...] = ()
    rules: tuple[Stretch, ...] = ()
    spans: tuple[Stretch, ...] = ()


def outline(places: Places) -> Outline:
    """Return what in a text is opaque."""
    code: list[Stretch] = []
    html: list[Stretch] = []
    headings: list[tuple[int, int, int]] = []
    rules: list[Stretch] = []
    spans: list[Stretch] = []
    depth = 0
    for event, where in events(places.text):
        name, value = parted(event)
        tag, told = parted(value if name == "Start" else "")
        depth += _DEEPER.get(name, 0)
        if tag == "Heading":
            start, end = places.character(where["start"]), places.character(where["end"])
            if depth == 1:
                start = places.text.rfind("\n", 0, start) + 1
                headings.append((start, end, int(told["level"][1])))
        elif name in _HTML or tag == "CodeBlock" or name in _MARKS:
            stretch = (places.character(where["start"]), places.character(where["end"]))
            if name == "Code":
                spans.append(stretch)
            elif name == "Rule":
                rules += [stretch] if depth == 0 else []
            else:
                _append(code if name == "Start" else html, stretch)
    comments = [
        (start + first, start + last)
        for start, end in html
        for first, last in raw_html.comments(places.text[start:end])
    ]
    return Outline(
        code=tuple(code),
        html=tuple(html),
        comments=tuple(comments),
        headings=tuple(headings),
        rules=tuple(rules),
        spans=tuple(spans),
    )


def covers(stretches: tuple[Stretch, ...], offset: int) -> bool:
    """Tell whether a character stands in one of the stretches."""
    index = bisect_right(stretches, (offset, offset)) - 1
    # A stretch that starts at the very character sorts after it when it is not empty.
    here = stretches[index + 1] if index + 1 < len(stretches) else (-1, -1)
    return here[0] == offset or (index >= 0 and offset < stretches[index][1])


def _append(stretches: list[Stretch], stretch: Stretch) -> None:
    """Add a stretch, or lengthen the last one: a block of HTML comes line by line."""
    if stretches and stretch[0] <= stretches[-1][1]:
        stretches[-1] = (stretches[-1][0], max(stretch[1], stretches[-1][1]))
    else:
        stretches.append(stretch)
