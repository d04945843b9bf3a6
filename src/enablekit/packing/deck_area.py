"""Where words and pictures stand on a slide, so that both are as large as they can be."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import sqrt
from typing import TYPE_CHECKING, Any

from enablekit.packing import deck_fit
from enablekit.packing.deck_pieces import Line, Run

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from enablekit.packing.deck_pieces import Shown

EMU = 914400  # an inch
CAPTION = 14.0  # points
NARROWEST = 2.0  # inches that a caption has at least
_GAP = 0.35  # inches between words and pictures, and between pictures
_BELOW = 0.06  # inches between a picture and its caption
_COARSEST = 72  # pixels an inch; a picture that is made larger than that looks blurred
_SHARES = (0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65)  # of the width, for words
_MOST_WORDS = 0.7  # of the height, for words above pictures
_SIGN, _EASY_LINE = 0.5, 24  # the width of a sign to its size; how many a line has at least
_EASY, _HARD = 24, 14  # points that are read with ease, and with effort, from the back of a room


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A place on a slide, in inches."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """
    Words that stand with pictures.

    Attributes:
        size: Tells the largest size in points at which they stand in an area.
        height: Tells how high they are at a size, in a width in inches.
        sizes: The sizes they may have, the largest first.
        longest: How many signs the longest line or row has.

    """

    size: Callable[[Area], float]
    height: Callable[[float, float], float]
    sizes: Sequence[float]
    longest: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Arranged:
    """Where the words stand, where each picture with its caption, and the pictures' own area."""

    words: Area
    pictures: tuple[Area, ...]
    shown: float = 0.0

    def turned(self, area: Area) -> Arranged:
        """Return the same from right to left."""
        return replace(
            self,
            words=_turned(self.words, area),
            pictures=tuple(_turned(one, area) for one in self.pictures),
        )


def area_of(place: Any) -> Area:  # noqa: ANN401 - a part of a presentation, loaded when needed
    """Return the place of a placeholder."""
    left, top = place.left / EMU, place.top / EMU
    return Area(left=left, top=top, width=place.width / EMU, height=place.height / EMU)


def arranged(area: Area, shown: Sequence[Shown], words: Words | None) -> Arranged:
    """
    Return the best place for words and pictures from left to right; without words the middle.

    Words that are read with ease count as much as pictures that fill the slide.
    """
    if words is None:
        return _rows(area, shown)
    found = [*_beside(area, shown), *_below(area, shown, words)]

    def worth(one: Arranged) -> float:
        size = words.size(one.words)
        ease = min(size, _EASY) / _EASY * (1 if size >= _HARD else 0.5)
        signs = one.words.width * 72 / (size * _SIGN)
        return ease * min(1.0, signs / max(1, min(words.longest, _EASY_LINE))) + sqrt(
            one.shown / (area.width * area.height)
        )

    return max(found, key=worth)


def caption_height(words: str, width: float) -> float:
    """Return how high a caption is with the gap above it, in inches."""
    if not words:
        return 0.0
    line = Line(runs=(Run(text=words),))
    return _BELOW + deck_fit.height([line], CAPTION, width)


def _beside(area: Area, shown: Sequence[Shown]) -> Iterator[Arranged]:
    """Yield words at the left and pictures that reach the right edge."""
    for share in _SHARES:
        room = area.width * (1 - share) - _GAP
        found = _rows(replace(area, left=area.left + area.width - room, width=room), shown)
        edge = max(one.left + one.width for one in found.pictures)
        shift = area.left + area.width - edge
        high = min(one.top for one in found.pictures) - area.top
        moved = tuple(
            replace(one, left=one.left + shift, top=one.top - high) for one in found.pictures
        )
        width = min(one.left for one in moved) - area.left - _GAP
        yield replace(found, words=replace(area, width=width), pictures=moved)


def _below(area: Area, shown: Sequence[Shown], words: Words) -> Iterator[Arranged]:
    """Yield words above pictures that stand in the middle."""
    for size in words.sizes:
        high = words.height(size, area.width)
        if high > area.height * _MOST_WORDS:
            continue
        above = high + _GAP
        found = _rows(replace(area, top=area.top + above, height=area.height - above), shown)
        up = min(one.top for one in found.pictures) - area.top - above
        moved = tuple(replace(one, top=one.top - up) for one in found.pictures)
        yield replace(found, words=replace(area, height=high), pictures=moved)


def _rows(area: Area, shown: Sequence[Shown]) -> Arranged:
    """Return pictures in so many rows that they are largest, all of them in the middle."""
    found = (_grid(area, shown, rows) for rows in range(1, len(shown) + 1))
    return max(found, key=lambda one: one.shown)


def _grid(area: Area, shown: Sequence[Shown], rows: int) -> Arranged:
    """Return pictures in rows, those of a row as high as each other."""
    room = max((area.height - _GAP * (rows - 1)) / rows, 0.1)
    long = -(-len(shown) // rows)
    parts = [shown[at : at + long] for at in range(0, len(shown), long)]
    lines = [_row(part, area.width, room) for part in parts]
    total = sum(high for _, high in lines) + _GAP * (len(lines) - 1)
    top = area.top + (area.height - total) / 2
    places: list[Area] = []
    for sizes, high in lines:
        left = area.left + (area.width - sum(one for one, _ in sizes)) / 2
        left -= _GAP * (len(sizes) - 1) / 2
        for width, tall in sizes:
            places.append(Area(left=left, top=top, width=width, height=tall))
            left += width + _GAP
        top += high + _GAP
    return Arranged(
        words=area, pictures=tuple(places), shown=sum(one.width * one.height for one in places)
    )


def _row(
    shown: Sequence[Shown], width: float, height: float
) -> tuple[list[tuple[float, float]], float]:
    """Return how wide and high each picture of a row is, and how high the row with captions."""
    room = max(width - _GAP * (len(shown) - 1), 0.1)
    shapes = [one.picture.width / one.picture.height for one in shown]
    share = room / len(shown)
    captions = max(caption_height(one.caption, share) for one in shown)
    high = min(room / sum(shapes), max(height - captions, height / 3))
    highs = [min(high, one.picture.height / _COARSEST) for one in shown]
    sizes = [(shape * one, one) for shape, one in zip(shapes, highs, strict=True)]
    below = (
        size[1] + caption_height(one.caption, max(size[0], NARROWEST))
        for one, size in zip(shown, sizes, strict=True)
    )
    return sizes, max(below)


def _turned(one: Area, area: Area) -> Area:
    return replace(one, left=2 * area.left + area.width - one.left - one.width)
