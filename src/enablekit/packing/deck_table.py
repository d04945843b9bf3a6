"""Adds a table to a PowerPoint slide, with quiet lines and a description for screen readers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from enablekit.packing import deck_fit
from enablekit.packing.deck_pieces import Line
from enablekit.packing.deck_words import write
from enablekit.packing.extra import needed
from enablekit.packing.printable import printable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from enablekit.packing.deck_pieces import Grid, Run
    from enablekit.packing.deck_words import Manner

_EMU = 914400  # an inch
# “No Style, No Grid”, one of the table styles every PowerPoint has; our lines come with each cell.
_TABLE_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
_HEAD_LINE, _ROW_LINE = 19050, 6350  # 1.5 and 0.5 points in EMU
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
_ALIGNED = {"left": "l", "center": "ctr", "right": "r"}


def add_table(
    slide: Any,  # noqa: ANN401 - a slide of a package loaded when needed
    grid: Grid,
    place: tuple[float, float, float],
    size: float,
    about: str,
    manner: Manner,
) -> float:
    """
    Add a table and return how high it is, in inches.

    Args:
        slide: The slide.
        grid: The table.
        place: Where it begins from the left and the top, and how wide it may be, in inches.
        size: The size of its words in points, where they are not too large for a table.
        about: What the slide is about, for its description.
        manner: What all slides have in common.

    """
    left, top, room = place
    qn = needed("pptx.oxml.ns", "pptx", "a PowerPoint deck").qn
    inches = needed("pptx.util", "pptx", "a PowerPoint deck").Inches
    own = min(size, deck_fit.LARGEST_IN_TABLE)
    widths = deck_fit.columns(grid, own, room)
    heights = deck_fit.row_heights(grid, own, widths)
    left += room - sum(widths) if manner.rtl else 0
    frame = slide.shapes.add_table(
        len(grid.rows), len(widths), inches(left), inches(top),
        inches(sum(widths)), inches(sum(heights)),
    )  # fmt: skip
    heads = ", ".join("".join(run.text for run in cell) for cell in grid.rows[0])
    frame._element.nvGraphicFramePr.cNvPr.set("descr", printable(f"{about}: {heads}"))  # noqa: SLF001 - a description has no public way
    table = frame.table
    table.first_row = grid.headed
    properties = table._tbl.tblPr  # noqa: SLF001 - the style has no public way
    properties.find(qn("a:tableStyleId")).text = _TABLE_STYLE
    if manner.rtl:
        properties.set("rtl", "1")
    for column, width in zip(table.columns, widths, strict=True):
        column.width = inches(width)
    rows = zip(grid.rows, table.rows, heights, strict=True)
    for number, (row, made, high) in enumerate(rows):
        made.height = inches(high)
        _row(row, made, grid, own, manner, head=grid.headed and number == 0)
    return sum(heights)


def _row(
    row: Sequence[tuple[Run, ...]],
    made: Any,  # noqa: ANN401 - as above
    grid: Grid,
    own: float,
    manner: Manner,
    *,
    head: bool,
) -> None:
    for number, cell in enumerate(row):
        line = Line(runs=cell, manner="heading" if head else "plain")
        write(made.cells[number].text_frame, [line], own, manner, gaps=False)
        _line(made.cells[number], head=head)
        made.cells[number].margin_left = int(deck_fit.CELL * _EMU) if number else 0
        made.cells[number].margin_right = int(deck_fit.CELL * _EMU)
        made.cells[number].vertical_anchor = needed(
            "pptx.enum.text", "pptx", "a PowerPoint deck"
        ).MSO_ANCHOR.MIDDLE
        aligned = _ALIGNED.get(grid.aligned[number] if number < len(grid.aligned) else "")
        if aligned:
            paragraph = made.cells[number].text_frame.paragraphs[0]
            paragraph._p.get_or_add_pPr().set("algn", aligned)  # noqa: SLF001 - as above


def _line(cell: Any, *, head: bool) -> None:  # noqa: ANN401 - as above
    """Draw a line below a cell: the accent's below the heads, a quiet one below the rest."""
    colour = '<a:schemeClr val="accent1"/>'
    if not head:
        colour = (
            '<a:schemeClr val="tx1"><a:lumMod val="25000"/><a:lumOff val="75000"/></a:schemeClr>'
        )
    oxml = needed("pptx.oxml", "pptx", "a PowerPoint deck")
    properties = cell._tc.get_or_add_tcPr()  # noqa: SLF001 - lines have no public way
    properties.append(
        oxml.parse_xml(
            f'<a:lnB xmlns:a="{_DRAWING}" w="{_HEAD_LINE if head else _ROW_LINE}">'
            f'<a:solidFill>{colour}</a:solidFill><a:prstDash val="solid"/></a:lnB>'
        )
    )
