"""How a deck looks where the project has no template of its own: calm, wide, in one colour."""

from __future__ import annotations

import re
from typing import Any

from enablekit.encoding.colour import colour, contrast, nearest_readable
from enablekit.packing.extra import needed

WIDTH, HEIGHT = 13.333, 7.5  # inches
ACCENT, INK, SOFT, WHITE = "#0b5a45", "#1a1f1c", "#56605b", "#ffffff"
# On every machine that presents; Liberation Sans has its measures where it is not.
_FACE = "Arial"
_LEFT, _WIDE, _RULE = 0.85, 11.63, 0.7
_TITLE, _BODY, _NOTE = 32, 24, 10  # points
_KEPT = ("Title Slide", "Title and Content", "Title Only", "Blank")
# left, top, width, height in inches
_PLACES = {
    "TITLE": (_LEFT, 0.45, _WIDE, 1.0),
    "BODY": (_LEFT, 2.0, _WIDE, 4.65),
    "FOOTER": (_LEFT, 6.92, 9.6, 0.34),
    "SLIDE_NUMBER": (11.48, 6.92, 1.0, 0.34),
    "DATE": (9.0, 6.92, 2.4, 0.34),
}
_OPENING = {"CENTER_TITLE": (_LEFT, 1.7, _WIDE, 2.2), "SUBTITLE": (_LEFT, 4.2, _WIDE, 1.7),
            "FOOTER": (_LEFT, 6.92, 9.6, 0.34)}  # fmt: skip
_SMALL = frozenset({"FOOTER", "SLIDE_NUMBER", "DATE"})
_ANCHORS = {"TITLE": "b", "CENTER_TITLE": "b", "SUBTITLE": "t", "BODY": "t"}


def dressed(accent: str, *, rtl: bool = False) -> Any:  # noqa: ANN401 - a presentation of a package loaded when needed
    """Return an empty presentation in 16:9; the accent is a colour as `#rrggbb`, or nothing."""
    pptx = needed("pptx", "pptx", "a PowerPoint deck")
    util = needed("pptx.util", "pptx", "a PowerPoint deck")
    file = pptx.Presentation()
    file.slide_width, file.slide_height = util.Inches(WIDTH), util.Inches(HEIGHT)
    master = file.slide_masters[0]
    for layout in list(master.slide_layouts):
        if layout.name not in _KEPT:
            master.slide_layouts.remove(layout)
    shade = nearest_readable(colour(accent) or ACCENT, (WHITE,))
    _theme(master, shade)
    for one in master.placeholders:
        _put(one, _PLACES)
    for layout in master.slide_layouts:
        for one in layout.placeholders:
            _put(one, _OPENING if layout.name == _KEPT[0] else _PLACES, only_own=True)
    _type(master)
    _rule(master, rtl=rtl)
    _opening(master.slide_layouts.get_by_name(_KEPT[0]), shade)
    return file


def _theme(master: Any, shade: str) -> None:  # noqa: ANN401 - as above
    """Put our colours and our typeface into the theme, where a person can change them."""
    part = next(rel.target_part for rel in master.part.rels.values() if "/theme" in rel.reltype)
    xml = part.blob.decode("utf-8")
    for name, value in {
        "dk1": INK, "lt1": WHITE, "dk2": shade, "lt2": "#eef2f0", "accent1": shade,
        "accent2": SOFT, "hlink": shade, "folHlink": shade,
    }.items():  # fmt: skip
        xml = re.sub(
            rf"(<a:{name}>).*?(</a:{name}>)",
            rf'\g<1><a:srgbClr val="{value[1:].upper()}"/>\g<2>', xml, flags=re.DOTALL,
        )  # fmt: skip
    for kind in ("major", "minor"):
        xml = re.sub(rf'(<a:{kind}Font>\s*<a:latin typeface=")[^"]*', rf"\g<1>{_FACE}", xml)
    part._blob = xml.encode("utf-8")  # noqa: SLF001 - python-pptx has no other way to a theme


def _put(placeholder: Any, places: dict[str, Any], *, only_own: bool = False) -> None:  # noqa: ANN401 - as above
    """Give a placeholder its place; one that has none of its own takes it from the master."""
    emu = needed("pptx.util", "pptx", "a PowerPoint deck").Inches
    kind = placeholder.placeholder_format.type.name
    own = placeholder._element.spPr.find(_tag("a:xfrm")) is not None  # noqa: SLF001 - as above
    if kind in places and (own or not only_own):
        left, top, width, height = map(emu, places[kind])
        placeholder.left, placeholder.top = left, top
        placeholder.width, placeholder.height = width, height
    properties = placeholder._element.txBody.bodyPr  # noqa: SLF001 - as above
    if kind in _ANCHORS:
        properties.set("anchor", _ANCHORS[kind])
    if kind in _ANCHORS or kind == "FOOTER":
        for side in ("lIns", "rIns"):
            properties.set(side, "0")


def _type(master: Any) -> None:  # noqa: ANN401 - as above
    """Set the sizes: titles at the left in bold, words in the first level at 24 points."""
    styles = master._element.find(_tag("p:txStyles"))  # noqa: SLF001 - as above
    title = styles.find(f"{_tag('p:titleStyle')}/{_tag('a:lvl1pPr')}")
    title.set("algn", "l")
    run = title.find(_tag("a:defRPr"))
    run.set("sz", str(_TITLE * 100))
    run.set("b", "1")
    for level in styles.find(_tag("p:bodyStyle")):
        level.find(_tag("a:defRPr")).set("sz", str(_BODY * 100))
    for owner in (master, *master.slide_layouts):
        for one in owner.placeholders:
            if one.placeholder_format.type.name in _SMALL:
                _style(one, SOFT, _NOTE)


def _rule(master: Any, *, rtl: bool) -> None:  # noqa: ANN401 - as above
    """Draw a short line below the title, on the master, so that no slide repeats it."""
    util = needed("pptx.util", "pptx", "a PowerPoint deck")
    oxml = needed("pptx.oxml", "pptx", "a PowerPoint deck")
    left = util.Inches(_LEFT + _WIDE - _RULE if rtl else _LEFT)
    top = util.Inches(1.55)
    shape = oxml.parse_xml(
        f"<p:sp {_NAMESPACES}><p:nvSpPr>"
        '<p:cNvPr id="90" name="Line"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>'
        f'<p:spPr><a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{util.Inches(_RULE)}"'
        f' cy="{util.Inches(0.07)}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        '<a:solidFill><a:schemeClr val="accent1"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr>'
        "</p:sp>"
    )
    master.shapes._spTree.insert(2, shape)  # noqa: SLF001 - as above


def _opening(layout: Any, shade: str) -> None:  # noqa: ANN401 - as above
    """Give the title slide the colour as its ground, and light or dark words on it."""
    rgb = needed("pptx.dml.color", "pptx", "a PowerPoint deck").RGBColor
    words = WHITE if contrast(shade, WHITE) >= contrast(shade, INK) else INK
    layout.background.fill.solid()
    layout.background.fill.fore_color.rgb = rgb.from_string(shade[1:].upper())
    layout._element.set("showMasterSp", "0")  # noqa: SLF001 - as above
    sizes = {"CENTER_TITLE": 44, "SUBTITLE": 24}
    for one in layout.placeholders:
        _style(one, words, sizes.get(one.placeholder_format.type.name, _NOTE))


def _style(placeholder: Any, shade: str, size: int) -> None:  # noqa: ANN401 - as above
    """Set the look of a placeholder's words where every program reads it: with the placeholder."""
    oxml = needed("pptx.oxml", "pptx", "a PowerPoint deck")
    kind = placeholder.placeholder_format.type.name
    style = placeholder._element.txBody.find(_tag("a:lstStyle"))  # noqa: SLF001 - as above
    side = "r" if kind in {"SLIDE_NUMBER", "DATE"} else "l"
    for old in list(style):
        style.remove(old)
    style.append(
        oxml.parse_xml(
            f'<a:lvl1pPr {_NAMESPACES} marL="0" indent="0" algn="{side}"><a:buNone/>'
            f'<a:defRPr sz="{size * 100}" b="{int(kind == "CENTER_TITLE")}"><a:solidFill>'
            f'<a:srgbClr val="{shade[1:].upper()}"/></a:solidFill>'
            '<a:latin typeface="+mn-lt"/></a:defRPr></a:lvl1pPr>'
        )
    )


_NAMESPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)


def _tag(name: str) -> str:
    return str(needed("pptx.oxml.ns", "pptx", "a PowerPoint deck").qn(name))
