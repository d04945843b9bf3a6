"""How a Word document looks where the project has no template of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from enablekit.packing.extra import needed

if TYPE_CHECKING:
    from enablekit.model.paper_size import PaperSize

# Points. Carlito has the measures of Calibri, so a document breaks alike without it.
_SIZES = {"Normal": 10.5, "Title": 24, "Subtitle": 12, "Heading 1": 15, "Heading 2": 12,
          "Heading 3": 10.5, "Caption": 9, "Quote": 10.5, "Intense Quote": 10.5,
          "Footer": 8}  # fmt: skip
_FONT = "Calibri"
_INK, _SOFT, _HAIR = "1A1F1C", "56605B", "D5DDD9"
_COLOURS = {"Title": _INK, "Subtitle": _SOFT, "Heading 2": _INK, "Heading 3": _INK,
            "Caption": _SOFT, "Quote": _INK, "Intense Quote": _INK, "Footer": _SOFT}  # fmt: skip
_WARNING, _WARNING_GROUND = "A4321F", "FDF0EE"
# Twentieths of a point, as ECMA-376 Part 1, 17.4 and 17.3.1 have lengths of cells and borders.
_AIR = 50

# The order of ECMA-376 Part 1, 17.3.1.26 (paragraphs) and 17.4.59 (tables), as far as it matters.
_ORDER = (
    "pBdr", "shd", "tabs", "suppressAutoHyphens", "spacing", "ind", "contextualSpacing", "jc",
    "outlineLvl", "rPr", "sectPr", "pPrChange",
    "tblBorders", "tblLayout", "tblCellMar", "tblLook",
)  # fmt: skip


def dress(file: Any, paper: PaperSize, accent: str) -> None:  # noqa: ANN401 - a document of a package that is loaded when needed
    """
    Give a document of python-docx's own template a size of page, a typeface and quiet colours.

    Args:
        file: The document.
        paper: The size of its pages.
        accent: The colour of the brand as `#rrggbb`, readable on paper.

    """
    shared = needed("docx.shared", "docx", "a Word document")
    for section in file.sections:
        section.page_width = shared.Mm(paper.width)
        section.page_height = shared.Mm(paper.height)
        section.left_margin = section.right_margin = shared.Mm(25)
        section.top_margin = section.bottom_margin = shared.Mm(22)
    for name, size in _SIZES.items():
        _typeface(file.styles[name], shared.Pt(size))
    colours = {**_COLOURS, "Heading 1": accent.removeprefix("#").upper()}
    for name, colour in colours.items():
        file.styles[name].font.color.rgb = shared.RGBColor.from_string(colour)
    _plain(file, shared)
    _bar(file.styles["Intense Quote"], colours["Heading 1"])
    _lines(file.styles["Table Grid"])


def warn(paragraph: Any) -> None:  # noqa: ANN401 - as above
    """Put a paragraph into a box that nobody overlooks, whatever the template looks like."""
    props = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - python-docx has no borders of its own
    sides = ("top", "left", "bottom", "right")
    _put(props, "pBdr", "".join(_side(one, _WARNING, 8, 6) for one in sides))
    _put(props, "shd", "", f' w:val="clear" w:color="auto" w:fill="{_WARNING_GROUND}"')
    _put(props, "ind", "", ' w:left="120" w:right="120"')
    _put(props, "jc", "", ' w:val="left"')


def _typeface(style: Any, size: Any) -> None:  # noqa: ANN401 - as above
    qn = needed("docx.oxml.ns", "docx", "a Word document").qn
    style.font.name, style.font.size = _FONT, size
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        # A style's theme font would win over its name.
        fonts.attrib.pop(qn(f"w:{theme}"), None)


def _plain(file: Any, shared: Any) -> None:  # noqa: ANN401 - as above
    """Take away what the template has too much of: rules, slants, weights and wide letters."""
    qn = needed("docx.oxml.ns", "docx", "a Word document").qn
    styles = file.styles
    for name in ("Title", "Intense Quote"):
        frame = styles[name].element.pPr.find(qn("w:pBdr"))
        if frame is not None:
            styles[name].element.pPr.remove(frame)
    for name in ("Intense Quote", "Caption"):
        styles[name].font.bold = False
    for name in ("Subtitle", "Intense Quote"):
        styles[name].font.italic = False
    for name in ("Title", "Subtitle"):
        wide = styles[name].element.rPr.find(qn("w:spacing"))
        if wide is not None:
            styles[name].element.rPr.remove(wide)
    styles["Title"].font.bold = True
    styles["Title"].paragraph_format.space_after = shared.Pt(4)
    styles["Normal"].paragraph_format.space_after = shared.Pt(5)


def _bar(style: Any, colour: str) -> None:  # noqa: ANN401 - as above
    """Set what is sent as it stands beside a bar."""
    props = style.element.get_or_add_pPr()
    _put(props, "pBdr", _side("left", colour, 18, 10))
    _put(props, "ind", "", ' w:left="280" w:right="0"')


def _lines(style: Any) -> None:  # noqa: ANN401 - as above
    """Part the rows of a table by fine lines, with its words at the margin of the page."""
    qn = needed("docx.oxml.ns", "docx", "a Word document").qn
    props = style.element.find(qn("w:tblPr"))
    sides = ("top", "bottom", "insideH")
    _put(props, "tblBorders", "".join(_side(one, _HAIR, 6, 0) for one in sides))
    air = "".join(
        f'<w:{side} w:w="{width}" w:type="dxa"/>'
        for side, width in (("top", _AIR), ("left", 0), ("bottom", _AIR), ("right", 2 * _AIR))
    )
    _put(props, "tblCellMar", air)


def _side(side: str, colour: str, eighths: int, space: int) -> str:
    """Return one side of a border: its width in eighths of a point, its distance in points."""
    return f'<w:{side} w:val="single" w:sz="{eighths}" w:space="{space}" w:color="{colour}"/>'


def _put(props: Any, name: str, inside: str, attributes: str = "") -> None:  # noqa: ANN401 - as above
    """Set one property of a paragraph or table, in the place its schema has for it."""
    parse = needed("docx.oxml", "docx", "a Word document").parse_xml
    namespaces = needed("docx.oxml.ns", "docx", "a Word document")
    old = props.find(namespaces.qn(f"w:{name}"))
    if old is not None:
        props.remove(old)
    new = parse(f"<w:{name} {namespaces.nsdecls('w')}{attributes}>{inside}</w:{name}>")
    after = _ORDER[_ORDER.index(name) + 1 :]
    later = {namespaces.qn(f"w:{one}") for one in after}
    place = next((at for at, one in enumerate(props) if one.tag in later), len(props))
    props.insert(place, new)
