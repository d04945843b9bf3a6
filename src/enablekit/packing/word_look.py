"""How a Word document looks where the project has no template of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from enablekit.packing.extra import needed

if TYPE_CHECKING:
    from enablekit.model.paper_size import PaperSize

# Points. Carlito has the measures of Calibri, so a document breaks alike without it.
_SIZES = {"Normal": 10.5, "Title": 24, "Subtitle": 12, "Heading 1": 15, "Heading 2": 12,
          "Heading 3": 10.5, "Caption": 9, "Quote": 10.5, "Intense Quote": 10.5}  # fmt: skip
_FONT = "Calibri"
_INK, _ACCENT, _SOFT = "1A1F1C", "0B5A45", "56605B"
_COLOURS = {"Title": _INK, "Subtitle": _SOFT, "Heading 1": _ACCENT, "Heading 2": _INK,
            "Heading 3": _INK, "Caption": _SOFT, "Quote": _INK, "Intense Quote": _INK}  # fmt: skip


def dress(file: Any, paper: PaperSize) -> None:  # noqa: ANN401 - a document of a package that is loaded when needed
    """Give a document of python-docx's own template a size of page, a typeface, quiet colours."""
    shared = needed("docx.shared", "docx", "a Word document")
    ns = needed("docx.oxml.ns", "docx", "a Word document")
    for section in file.sections:
        section.page_width = shared.Mm(paper.width)
        section.page_height = shared.Mm(paper.height)
        section.left_margin = section.right_margin = shared.Mm(25)
        section.top_margin = section.bottom_margin = shared.Mm(22)
    for name, size in _SIZES.items():
        style = file.styles[name]
        style.font.name, style.font.size = _FONT, shared.Pt(size)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            # A style's theme font would win over its name.
            fonts.attrib.pop(ns.qn(f"w:{theme}"), None)
        if name in _COLOURS:
            style.font.color.rgb = shared.RGBColor.from_string(_COLOURS[name])
    for name in ("Title", "Intense Quote"):
        frame = file.styles[name].element.pPr.find(ns.qn("w:pBdr"))
        if frame is not None:
            file.styles[name].element.pPr.remove(frame)
    file.styles["Intense Quote"].font.bold = False
    file.styles["Caption"].font.bold = False
    file.styles["Normal"].paragraph_format.space_after = shared.Pt(5)
