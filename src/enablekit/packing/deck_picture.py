"""Adds a picture to a PowerPoint slide, the right way up and with words for screen readers."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from enablekit.packing.deck_area import CAPTION, EMU, NARROWEST, caption_height
from enablekit.packing.deck_pieces import Line, Run
from enablekit.packing.deck_words import write
from enablekit.packing.extra import needed
from enablekit.packing.printable import printable

if TYPE_CHECKING:
    from enablekit.model.picture import Picture
    from enablekit.packing.deck_area import Area
    from enablekit.packing.deck_pieces import Shown
    from enablekit.packing.deck_words import Manner

# [MS-ODRAWXML] 2.24.1.1: what is there to look at only.
_ORNAMENT = (
    '<a:ext xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative'
    ' xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext>'
)


def accepted(picture: Picture | None) -> Picture | None:
    """Return a picture if the package that writes presentations takes it, too."""
    if picture is None:
        return None
    images = needed("pptx.parts.image", "pptx", "a PowerPoint deck")
    image = images.Image.from_blob(picture.data)
    try:
        known = bool(image.content_type) and min(image.size) > 0
    except (OSError, ValueError, SyntaxError, KeyError, ArithmeticError):
        return None
    return picture if known else None


def add_picture(slide: Any, shown: Shown, area: Area, manner: Manner) -> None:  # noqa: ANN401 - a slide of a package loaded when needed
    """Add a picture where it stands upright in an area in inches, and its caption below it."""
    picture = shown.picture
    across = picture.turned % 180 == 0
    # A shape is turned about its middle; its size is what it is before that.
    width, height = (area.width, area.height) if across else (area.height, area.width)
    left = area.left + (area.width - width) / 2
    top = area.top + (area.height - height) / 2
    added = slide.shapes.add_picture(
        io.BytesIO(picture.data), int(left * EMU), int(top * EMU), int(width * EMU),
        int(height * EMU),
    )  # fmt: skip
    added.rotation = picture.turned
    if picture.mirrored:
        added._element.spPr.get_or_add_xfrm().set("flipH", "1")  # noqa: SLF001 - no public way
    about = added._element.nvPicPr.cNvPr  # noqa: SLF001 - a description has no public way
    about.set("descr", printable(shown.alt))
    if not shown.alt:
        oxml = needed("pptx.oxml", "pptx", "a PowerPoint deck")
        held = about.makeelement(_drawing("extLst"), {})
        about.append(held)
        held.append(oxml.parse_xml(_ORNAMENT))
    if shown.caption:
        _caption(slide, shown.caption, area, manner)


def _caption(slide: Any, words: str, area: Area, manner: Manner) -> None:  # noqa: ANN401 - as above
    width = max(area.width, NARROWEST)
    place = replace(area, top=area.top + area.height, width=width)
    if manner.rtl:
        place = replace(place, left=area.left + area.width - width)
    high = caption_height(words, width)
    box = slide.shapes.add_textbox(
        int(place.left * EMU), int(place.top * EMU), int(place.width * EMU), int(high * EMU)
    )
    frame = box.text_frame
    frame.margin_left = frame.margin_right = 0
    write(frame, [Line(runs=(Run(text=words),))], CAPTION, manner, gaps=False)


def _drawing(name: str) -> str:
    return str(needed("pptx.oxml.ns", "pptx", "a PowerPoint deck").qn(f"a:{name}"))
