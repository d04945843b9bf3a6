"""Puts words, tables and notes on one slide of a PowerPoint presentation."""

from __future__ import annotations

import copy
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from enablekit.packing import deck_fit
from enablekit.packing.deck_pieces import Grid, Line
from enablekit.packing.deck_template import kind_of, room_of, title_of
from enablekit.packing.extra import needed
from enablekit.packing.printable import printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from enablekit.packing.deck_pieces import Run

_EMU = 914400  # an inch
_GAP = 0.25  # inches between words and a table
_BAND = 0.42  # inches of a notice above a slide
_WARNING = "8A1C1C"
_MONO = "Courier New"
# “No Style, No Grid”, one of the table styles every PowerPoint has; our lines come with each cell.
_TABLE_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
_HEAD_LINE, _ROW_LINE = 19050, 6350  # 1.5 and 0.5 points in EMU
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
_ALIGNED = {"left": "l", "center": "ctr", "right": "r"}

Piece = Line | Grid


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """
    What all slides of a deck have in common.

    Attributes:
        language: BCP 47 tag of the words.
        rtl: Whether they are written from right to left.
        foot: What stands at the end of every slide.
        notice: Why the deck must not be used; empty while it may.
        words: The size of plain words in the template, in points.
        largest: The size that few words may have.
        titles: The size of titles in the template, in points.

    """

    language: str
    rtl: bool
    foot: str
    notice: str
    words: float
    largest: float
    titles: float


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
        self._write(place.text_frame, [line], size, gaps=False)
        if not shown:
            place.left, place.width, place.height = place.left, place.width, place.height
            place.top = -int(place.height) - _EMU // 10

    def below(self, words: Sequence[str]) -> None:
        """Set what stands below the title of a deck."""
        place = room_of(self._slide)
        if place is None or not words:
            return
        lines = [Line(runs=_plain(one)) for one in words]
        size = self._fitting(lines, place, self._own_size(place))
        self._write(place.text_frame, lines, size, gaps=False)

    def content(self, pieces: Sequence[Piece], about: str, room: Any) -> None:  # noqa: ANN401 - as above
        """
        Put lines and tables below the title, as large as all of them may be.

        Args:
            pieces: The lines and tables, in order.
            about: What the slide is about, for the description of its tables.
            room: The placeholder of the layout whose place they share.

        """
        groups = list(_grouped(pieces))
        box = _Box(room)
        size = self._size(groups, box)
        place = room_of(self._slide)
        top = box.top
        for group in groups:
            if isinstance(group, Grid):
                top += self._table(group, box, top, size, about) + _GAP
                continue
            high = deck_fit.height(group, size, box.width)
            alone = len(groups) == 1
            if place is None:
                place = self._slide.shapes.add_textbox(0, 0, 0, 0)
            if not alone or not place.is_placeholder:
                place.left, place.top = int(box.left * _EMU), int(top * _EMU)
                place.width = int(box.width * _EMU)
                place.height = int((box.height if alone else high) * _EMU)
            self._write(place.text_frame, group, size)
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
        box = _Box(place)
        sizes = [size, *(one for one in deck_fit.SIZES if one < size)]
        fits = (one for one in sizes if deck_fit.height(lines, one, box.width) <= box.height)
        return next(fits, sizes[-1])

    def _size(self, groups: Sequence[list[Line] | Grid], box: _Box) -> float:
        """Return the largest size at which everything stands in the box."""
        few = all(isinstance(one, list) for one in groups)
        count = sum(len(one.text.split()) for group in groups if isinstance(group, list)
                    for one in group)  # fmt: skip
        most = self._manner.words
        if few and count <= 40:  # noqa: PLR2004 - what a room takes in at a glance
            most = min(self._manner.largest, 36 if count <= 8 else 32 if count <= 24 else 28)  # noqa: PLR2004 - as above
        for size in (one for one in deck_fit.SIZES if one <= most):
            if _height(groups, size, box.width) <= box.height:
                return size
        return deck_fit.SIZES[-1]

    # How words are written.

    def _write(
        self, frame: Any, lines: Sequence[Line], size: float, *, gaps: bool = True  # noqa: ANN401 - as above
    ) -> None:
        util = needed("pptx.util", "pptx", "a PowerPoint deck")
        frame.word_wrap = True
        for number, line in enumerate(lines):
            paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
            own = deck_fit.line_size(line, size)
            self._shape(paragraph, line, own, util)
            if gaps:
                above, after = deck_fit.gaps(line)
                paragraph.space_before = util.Pt(own * above)
                paragraph.space_after = util.Pt(own * after)
            for run in line.runs:
                self._run(paragraph, run, line, own)

    def _shape(self, paragraph: Any, line: Line, own: float, util: Any) -> None:  # noqa: ANN401 - as above
        """Set the indent, the mark and the direction of a paragraph."""
        properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - bullets have no public way
        paragraph.level = min(line.level, 4)
        hang = util.Inches(deck_fit.hang(line, own)) if line.mark else 0
        properties.set("marL", str(util.Inches(deck_fit.indent(line, own))))
        properties.set("indent", str(-hang))
        if self._manner.rtl:
            properties.set("rtl", "1")
            properties.set("algn", "r")
        paragraph.font.size = util.Pt(own)
        if line.mark == "bullet":
            mark = properties.makeelement(self._qn("a:buChar"), {"char": "–" if line.level else "•"})
        elif line.mark == "number":
            start = {"startAt": str(line.first)} if line.first > 1 else {}
            mark = properties.makeelement(
                self._qn("a:buAutoNum"), {"type": "arabicPeriod", **start}
            )
        else:
            mark = properties.makeelement(self._qn("a:buNone"), {})
        # The order of elements counts: spacing, then marks, then the look of runs.
        look = properties.find(self._qn("a:defRPr"))
        if look is not None:
            look.addprevious(mark)
        else:
            properties.append(mark)

    def _run(self, paragraph: Any, run: Run, line: Line, own: float) -> None:  # noqa: ANN401 - as above
        util = needed("pptx.util", "pptx", "a PowerPoint deck")
        added = paragraph.add_run()
        added.text = printable(run.text).replace("\n", " ")
        added.font.size = util.Pt(own)
        look = added._r.get_or_add_rPr()  # noqa: SLF001 - a language has no public way
        look.set("lang", self._manner.language)
        if run.strong or line.manner == "heading":
            added.font.bold = True
        if run.emphasis or line.manner == "quote":
            added.font.italic = True
        if run.code:
            added.font.name = _MONO
        if run.link:
            added.hyperlink.address = printable(run.link)

    def _table(self, grid: Grid, box: _Box, top: float, size: float, about: str) -> float:
        """Add a table and return how high it is."""
        inches = needed("pptx.util", "pptx", "a PowerPoint deck").Inches
        own = min(size, deck_fit.LARGEST_IN_TABLE)
        widths = deck_fit.columns(grid, own, box.width)
        heights = deck_fit.row_heights(grid, own, widths)
        left = box.left + (box.width - sum(widths) if self._manner.rtl else 0)
        frame = self._slide.shapes.add_table(
            len(grid.rows), len(widths), inches(left), inches(top),
            inches(sum(widths)), inches(sum(heights)),
        )  # fmt: skip
        heads = ", ".join("".join(run.text for run in cell) for cell in grid.rows[0])
        frame._element.nvGraphicFramePr.cNvPr.set("descr", printable(f"{about}: {heads}"))  # noqa: SLF001
        table = frame.table
        properties = table._tbl.tblPr  # noqa: SLF001 - the style has no public way
        properties.find(self._qn("a:tableStyleId")).text = _TABLE_STYLE
        if self._manner.rtl:
            properties.set("rtl", "1")
        for column, width in zip(table.columns, widths, strict=True):
            column.width = inches(width)
        rows = zip(grid.rows, table.rows, heights, strict=True)
        for number, (row, made, high) in enumerate(rows):
            made.height = inches(high)
            self._row(row, made, grid, own, head=number == 0)
        return sum(heights)

    def _row(
        self, row: Sequence[tuple[Run, ...]], made: Any, grid: Grid, own: float, *, head: bool  # noqa: ANN401 - as above
    ) -> None:
        for number, cell in enumerate(row):
            line = Line(runs=cell, manner="heading" if head else "plain")
            self._write(made.cells[number].text_frame, [line], own, gaps=False)
            self._line(made.cells[number], head=head)
            made.cells[number].margin_left = int(deck_fit.CELL * _EMU) if number else 0
            made.cells[number].margin_right = int(deck_fit.CELL * _EMU)
            made.cells[number].vertical_anchor = needed(
                "pptx.enum.text", "pptx", "a PowerPoint deck"
            ).MSO_ANCHOR.MIDDLE
            aligned = _ALIGNED.get(grid.aligned[number] if number < len(grid.aligned) else "")
            if aligned:
                paragraph = made.cells[number].text_frame.paragraphs[0]
                paragraph._p.get_or_add_pPr().set("algn", aligned)  # noqa: SLF001 - as above

    def _line(self, cell: Any, *, head: bool) -> None:  # noqa: ANN401 - as above
        """Draw a line below a cell: the accent's below the heads, a quiet one below the rest."""
        colour = '<a:schemeClr val="accent1"/>'
        if not head:
            colour = '<a:schemeClr val="tx1"><a:lumMod val="25000"/><a:lumOff val="75000"/></a:schemeClr>'
        oxml = needed("pptx.oxml", "pptx", "a PowerPoint deck")
        properties = cell._tc.get_or_add_tcPr()  # noqa: SLF001 - lines have no public way
        properties.append(
            oxml.parse_xml(
                f'<a:lnB xmlns:a="{_DRAWING}" w="{_HEAD_LINE if head else _ROW_LINE}">'
                f'<a:solidFill>{colour}</a:solidFill><a:prstDash val="solid"/></a:lnB>'
            )
        )

    # What every slide has.

    def _copy(self, place: Any) -> None:  # noqa: ANN401 - as above
        """Put the foot or the number of a layout on the slide, at the layout's place."""
        element = copy.deepcopy(place._element)  # noqa: SLF001 - no public way
        ids = [int(one.get("id")) for one in self._slide.shapes._spTree.iter(self._qn("p:cNvPr"))]  # noqa: SLF001 - as above
        element.nvSpPr.cNvPr.set("id", str(max(ids, default=1) + 1))
        for child in list(element.spPr):
            element.spPr.remove(child)
        self._slide.shapes._spTree.append(element)  # noqa: SLF001 - as above
        if kind_of(place) == "FOOTER":
            frame = self._slide.placeholders[place.placeholder_format.idx].text_frame
            frame.text = printable(self._manner.foot)

    def _notice(self) -> None:
        """Say above everything else that the deck must not be used."""
        util = needed("pptx.util", "pptx", "a PowerPoint deck")
        rgb = needed("pptx.dml.color", "pptx", "a PowerPoint deck").RGBColor
        width = self._slide.part.package.presentation_part.presentation.slide_width
        box = self._slide.shapes.add_textbox(0, 0, width, int(_BAND * _EMU))
        box.fill.solid()
        box.fill.fore_color.rgb = rgb.from_string(_WARNING)
        line = Line(runs=(*_plain(self._manner.notice),))
        size = next(
            (one for one in (14, 12, 11, 10, 9)
             if deck_fit.rows_of(line.text, one, width / _EMU - 0.3) * one * 1.2 / 72 <= _BAND - 0.1),
            8,
        )  # fmt: skip
        self._write(box.text_frame, [line], size, gaps=False)
        box.text_frame.margin_top = box.text_frame.margin_bottom = util.Inches(0.04)
        for run in box.text_frame.paragraphs[0].runs:
            run.font.bold = True
            run.font.color.rgb = rgb.from_string("FFFFFF")


class _Box:
    """The place of a placeholder in inches, without its margins."""

    def __init__(self, place: Any) -> None:  # noqa: ANN401 - as above
        self.left, self.top = place.left / _EMU, place.top / _EMU
        self.width, self.height = place.width / _EMU, place.height / _EMU


def _plain(words: str) -> tuple[Run, ...]:
    from enablekit.packing.deck_pieces import Run  # noqa: PLC0415

    return (Run(text=words),)


def _grouped(pieces: Sequence[Piece]) -> Iterator[list[Line] | Grid]:
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
