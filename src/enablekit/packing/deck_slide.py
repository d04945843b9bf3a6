"""Puts words, tables, pictures and notes on one slide of a PowerPoint presentation."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

from enablekit.packing import deck_fit
from enablekit.packing.deck_area import EMU, Area, Words, area_of, arranged
from enablekit.packing.deck_picture import add_picture
from enablekit.packing.deck_pieces import Grid, Line, Run, Shown
from enablekit.packing.deck_table import add_table
from enablekit.packing.deck_template import kind_of, room_of, title_of
from enablekit.packing.deck_words import write
from enablekit.packing.extra import needed
from enablekit.packing.printable import printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from enablekit.packing.deck_pieces import Piece
    from enablekit.packing.deck_words import Manner

_GAP = 0.25  # inches between words and a table
_BAND = 0.42  # inches of a notice above a slide
_WARNING = "8A1C1C"
_SMALL = 14  # points; words below that are hard to read from the back of a room
_COLUMN_GAP = 0.4  # inches
_CELL_SIGNS = 3  # as wide as the room around the words of a cell


class SlideWriter:
    """Fills one slide that has just been made from a layout."""

    def __init__(self, slide: Any, manner: Manner) -> None:  # noqa: ANN401 - loaded when needed
        self._slide = slide
        self._manner = manner
        self._qn = needed("pptx.oxml.ns", "pptx", "a PowerPoint deck").qn

    def title(self, words: str, *, shown: bool = True) -> None:
        """Set the title; one that does not stand on the slide waits above it, for readers."""
        place = title_of(self._slide)
        if place is None:
            return
        line = Line(runs=_plain(words))
        size = self._fitting([line], place, self._title_size(place))
        write(place.text_frame, [line], size, self._manner, gaps=False)
        if not shown:
            place.left, place.width, place.height = place.left, place.width, place.height
            place.top = -int(place.height) - EMU // 10

    def below(self, words: Sequence[str]) -> None:
        """Set what stands below the title of a deck."""
        place = room_of(self._slide)
        if place is None or not words:
            return
        lines = [Line(runs=_plain(one)) for one in words]
        size = self._fitting(lines, place, self._own_size(place))
        write(place.text_frame, lines, size, self._manner, gaps=False)

    def content(self, pieces: Sequence[Piece], about: str, room: Any) -> None:  # noqa: ANN401 - as above
        """
        Put lines, tables and pictures below the title, as large as all of them may be.

        Args:
            pieces: The lines, tables and pictures, in order.
            about: What the slide is about, for the description of its tables.
            room: The placeholder of the layout whose place they share.

        """
        shown = [one for one in pieces if isinstance(one, Shown)]
        groups = list(_grouped([one for one in pieces if not isinstance(one, Shown)]))
        box = area_of(room)
        most = self._most(groups)
        if shown:
            box = self._illustrated(shown, groups, box)
            most = min(most, self._manner.words)
        if groups:
            self._set(groups, box, most, about, moved=bool(shown))

    def _illustrated(
        self, shown: Sequence[Shown], groups: Sequence[list[Line] | Grid], box: Area
    ) -> Area:
        """Put pictures beside or below words; return where the words stand."""
        most = min(self._most(groups), self._manner.words)
        words = Words(
            size=lambda area: _fitting_size(groups, area, most),
            height=lambda size, width: _height(groups, size, width),
            sizes=[one for one in deck_fit.SIZES if one <= most],
            longest=max(map(_signs, groups), default=0),
        )
        found = arranged(box, shown, words if groups else None)
        if self._manner.rtl:
            found = found.turned(box)
        for one, place in zip(shown, found.pictures, strict=True):
            add_picture(self._slide, one, place, self._manner)
        return found.words

    def _set(
        self, groups: Sequence[list[Line] | Grid], box: Area, most: float, about: str, *,
        moved: bool,
    ) -> None:  # fmt: skip
        """Put lines and tables one below the other into an area."""
        size = _fitting_size(groups, box, most)
        place = room_of(self._slide)
        if size < _SMALL and len(groups) == 1 and not isinstance(groups[0], Grid) and not moved:
            size = self._in_columns(groups[0], box, place) or size
        top = box.top
        for group in groups:
            if isinstance(group, Grid):
                place_of = (box.left, top, box.width)
                top += add_table(self._slide, group, place_of, size, about, self._manner) + _GAP
                continue
            high = deck_fit.height(group, size, box.width)
            alone = len(groups) == 1
            if place is None:
                place = self._slide.shapes.add_textbox(0, 0, 0, 0)
                place.text_frame.margin_left = place.text_frame.margin_right = 0
            if not alone or moved or not place.is_placeholder:
                place.left, place.top = int(box.left * EMU), int(top * EMU)
                place.width = int(box.width * EMU)
                place.height = int((box.height if alone else high) * EMU)
            write(place.text_frame, group, size, self._manner)
            place = None
            top += high + _GAP

    def finish(self, layout: Any) -> None:  # noqa: ANN401 - as above
        """Drop what stayed empty; add the foot and the number of the slide, and any notice."""
        for place in list(self._slide.placeholders):
            if place.has_text_frame and not place.text_frame.text:
                place._element.getparent().remove(place._element)  # noqa: SLF001 - no public way
        for place in layout.placeholders:
            if kind_of(place) in {"FOOTER", "SLIDE_NUMBER"}:
                self._copy(place)
        if self._manner.notice:
            self._notice()

    def notes(self, paragraphs: Sequence[str]) -> None:
        """Write the notes of the slide, one paragraph each."""
        if paragraphs:
            words = "\n".join(" ".join(printable(one).split("\n")) for one in paragraphs)
            self._slide.notes_slide.notes_text_frame.text = words

    def _in_columns(self, lines: list[Line], box: Area, place: Any) -> float:  # noqa: ANN401 - as above
        """Set a place in two columns where words can be larger so; return their size, or 0."""
        if place is None:
            return 0
        column = (box.width - _COLUMN_GAP) / 2
        for size in (one for one in deck_fit.SIZES if one <= _SMALL):
            if deck_fit.height(lines, size, column) <= 2 * box.height - 4 * size / 72:
                properties = place._element.txBody.bodyPr  # noqa: SLF001 - columns have no public way
                properties.set("numCol", "2")
                properties.set("spcCol", str(int(_COLUMN_GAP * EMU)))
                return size
        return 0

    # How large words are.

    def _title_size(self, place: Any) -> float:  # noqa: ANN401 - as above
        own = _size_in(place, self._qn) or _size_in(self._of_layout(place), self._qn)
        return own or self._manner.titles

    def _own_size(self, place: Any) -> float:  # noqa: ANN401 - as above
        return _size_in(self._of_layout(place), self._qn) or self._manner.words

    def _of_layout(self, place: Any) -> Any:  # noqa: ANN401 - as above
        number = place.placeholder_format.idx
        known = self._slide.slide_layout.placeholders
        return next((one for one in known if one.placeholder_format.idx == number), place)

    def _fitting(self, lines: Sequence[Line], place: Any, size: float) -> float:  # noqa: ANN401 - as above
        box = area_of(place)
        sizes = [size, *(one for one in deck_fit.SIZES if one < size)]
        fits = (one for one in sizes if deck_fit.height(lines, one, box.width) <= box.height)
        return next(fits, sizes[-1])

    def _most(self, groups: Sequence[list[Line] | Grid]) -> float:
        """Return how large words may be: few words larger than many."""
        few = all(isinstance(one, list) for one in groups)
        count = sum(len(one.text.split()) for group in groups if isinstance(group, list)
                    for one in group)  # fmt: skip
        if few and count <= 40:  # noqa: PLR2004 - what a room takes in at a glance
            return min(self._manner.largest, 36 if count <= 8 else 32 if count <= 24 else 28)  # noqa: PLR2004 - as above
        return self._manner.words

    # What every slide has.

    def _copy(self, place: Any) -> None:  # noqa: ANN401 - as above
        """Put the foot or the number of a layout on the slide, at the layout's place."""
        element = copy.deepcopy(place._element)  # noqa: SLF001 - no public way
        ids = [int(one.get("id")) for one in self._slide.shapes._spTree.iter(self._qn("p:cNvPr"))]  # noqa: SLF001 - as above
        element.nvSpPr.cNvPr.set("id", str(max(ids, default=1) + 1))
        for child in list(element.spPr):
            element.spPr.remove(child)
        self._take_style(element, place)
        self._slide.shapes._spTree.append(element)  # noqa: SLF001 - as above
        if kind_of(place) == "FOOTER":
            frame = self._slide.placeholders[place.placeholder_format.idx].text_frame
            frame.text = printable(self._manner.foot)

    def _take_style(self, element: Any, place: Any) -> None:  # noqa: ANN401 - as above
        """Give a foot the look the master gives it: some programs do not look there for it."""
        style = element.txBody.find(self._qn("a:lstStyle"))
        masters = self._slide.slide_layout.slide_master.placeholders
        alike = (one for one in masters if kind_of(one) == kind_of(place))
        master = next(alike, None)
        if style is None or len(style) or master is None:
            return
        look = master._element.txBody.find(self._qn("a:lstStyle"))  # noqa: SLF001 - as above
        for level in look if look is not None else ():
            style.append(copy.deepcopy(level))

    def _notice(self) -> None:
        """Say above everything else that the deck must not be used."""
        util = needed("pptx.util", "pptx", "a PowerPoint deck")
        rgb = needed("pptx.dml.color", "pptx", "a PowerPoint deck").RGBColor
        width = self._slide.part.package.presentation_part.presentation.slide_width
        box = self._slide.shapes.add_textbox(0, 0, width, int(_BAND * EMU))
        box.fill.solid()
        box.fill.fore_color.rgb = rgb.from_string(_WARNING)
        line = Line(runs=(*_plain(self._manner.notice),))
        room = width / EMU - 0.3
        fits = (
            one for one in (14, 12, 11, 10, 9) if deck_fit.height([line], one, room) <= _BAND - 0.08
        )
        size = next(fits, 8)
        write(box.text_frame, [line], size, self._manner, gaps=False)
        box.text_frame.margin_top = box.text_frame.margin_bottom = util.Inches(0.04)
        for run in box.text_frame.paragraphs[0].runs:
            run.font.bold = True
            run.font.color.rgb = rgb.from_string("FFFFFF")


def _plain(words: str) -> tuple[Run, ...]:
    return (Run(text=words),)


def _grouped(pieces: Sequence[Line | Grid]) -> Iterator[list[Line] | Grid]:
    """Yield tables, and the lines between them together."""
    lines: list[Line] = []
    for piece in pieces:
        if isinstance(piece, Line):
            lines.append(piece)
            continue
        if lines:
            yield lines
        lines = []
        yield piece
    if lines:
        yield lines


def _fitting_size(groups: Sequence[list[Line] | Grid], box: Area, most: float) -> float:
    """Return the largest size at which everything stands in an area."""
    for size in (one for one in deck_fit.SIZES if one <= most):
        if _height(groups, size, box.width) <= box.height:
            return size
    return deck_fit.SIZES[-1]


def _signs(group: list[Line] | Grid) -> int:
    """Return how many signs the longest line has, or the row that would hold every cell."""
    if not isinstance(group, Grid):
        return max(len(one.text) for one in group)
    cells = (max(sum(len(run.text) for run in cell) for cell in column)
             for column in zip(*group.rows, strict=False))  # fmt: skip
    return sum(one + _CELL_SIGNS for one in cells)


def _height(groups: Sequence[list[Line] | Grid], size: float, width: float) -> float:
    total = _GAP * (len(groups) - 1)
    for group in groups:
        if isinstance(group, Grid):
            total += deck_fit.grid_height(group, min(size, deck_fit.LARGEST_IN_TABLE), width)
        else:
            total += deck_fit.height(group, size, width)
    return total


def _size_in(place: Any, qn: Any) -> float:  # noqa: ANN401 - as above
    """Return the size a placeholder sets for its first level, in points; 0 if it sets none."""
    style = place._element.txBody.find(qn("a:lstStyle"))  # noqa: SLF001 - as above
    run = style.find(f"{qn('a:lvl1pPr')}/{qn('a:defRPr')}") if style is not None else None
    return int(run.get("sz", "0")) / 100 if run is not None else 0.0
