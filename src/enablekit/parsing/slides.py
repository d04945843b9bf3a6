"""The slides of a deck, from the blocks that stand between its separators."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from enablekit.model.body import Slide

if TYPE_CHECKING:
    from collections.abc import Sequence

    from enablekit.model.body import Block
    from enablekit.model.span import Span
    from enablekit.parsing.anchors import Anchors
    from enablekit.parsing.outline import Stretch
    from enablekit.parsing.places import Places

_BLANKS = re.compile(r"[ \t\n]+")
_TITLE_WORDS = 8
_WITHOUT_WORDS = frozenset({"code", "rule"})


def read(
    places: Places, stretches: Sequence[Stretch], blocks: Sequence[Block], anchors: Anchors
) -> tuple[Slide, ...]:
    """
    Return the slides of a deck.

    Args:
        places: The text.
        stretches: The slides, in characters.
        blocks: The blocks of the deck in order.
        anchors: The ids given so far; a slide without a heading gets `slide-` and its number.

    """
    slides: list[Slide] = []
    first = 0
    for number, (start, end) in enumerate(stretches, start=1):
        last_line, _ = places.at_character(end - 1 if end > start else start)
        last = first
        while end > start and last < len(blocks) and blocks[last].span.line <= last_line:
            last += 1
        slides.append(_slide(places, (start, end), blocks[first:last], anchors, number))
        first = last
    return tuple(slides)


def _slide(
    places: Places, stretch: Stretch, blocks: Sequence[Block], anchors: Anchors, number: int
) -> Slide:
    shown = [block for block in blocks if block.kind != "rule"]
    marked = [block.audience for block in shown if block.audience is not None]
    audience = min(marked) if marked and len(marked) == len(shown) else None
    if audience is None:
        # What is marked for a few stays out of a slide that more may see.
        shown = [block for block in shown if block.audience is None]
    heading = next((block for block in shown if block.kind == "heading"), None)
    words = [
        text
        for block in shown
        if block is not heading and block.kind not in _WITHOUT_WORDS
        if (text := _spaced(block.text))
    ]
    return Slide(
        title=_on_one_line(heading.text) if heading else _first_words(words),
        anchor=heading.anchor if heading else anchors.unique(f"slide-{number}"),
        text="\n".join(words),
        span=_span(places, stretch),
        audience=audience,
    )


def _spaced(text: str) -> str:
    """Return a text without the blanks that tags and icons leave beside each other in a line."""
    return "\n".join([words for line in text.split("\n") if (words := _on_one_line(line))])


def _on_one_line(text: str) -> str:
    return " ".join(_BLANKS.split(text.strip(" \t\n")))


def _first_words(texts: Sequence[str]) -> str:
    words = texts[0].split() if texts else []
    title = " ".join(words[:_TITLE_WORDS])
    return f"{title}…" if len(words) > _TITLE_WORDS else title


def _span(places: Places, stretch: Stretch) -> Span:
    """Return the lines of a slide without the blank ones around it."""
    start, end = stretch
    if start >= end > 0:
        # Nothing stands on it; what follows begins with the next slide.
        return places.span_of_characters(end - 1, end - 1)
    raw = places.text[start:end]
    words = raw.strip()
    first = start + raw.find(words)
    return places.span_of_characters(first, first + len(words))
