"""The layouts of a presentation by their names, and a project's template without its slides."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from typing import Any

from enablekit.errors import WorldError
from enablekit.packing.extra import needed

TEMPLATE = "deck.pptx"

_BROKEN = (ValueError, KeyError, OSError, SyntaxError, AttributeError, zipfile.BadZipFile)
# For each purpose the name PowerPoint gives the layout in English, and the type it has in a file in
# any language (ECMA-376 part 1, 19.7.15, ST_SlideLayoutType).
_NAMES = {"opening": ("Title Slide", "title"), "content": ("Title and Content", "obj"),
          "bare": ("Title Only", "titleOnly")}  # fmt: skip
_TITLES = frozenset({"TITLE", "CENTER_TITLE"})
_BODIES = frozenset({"BODY", "OBJECT", "SUBTITLE"})
_OFFICE_2010 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Layouts:
    """The layouts of a presentation for a title, for words, and for a title above anything."""

    opening: Any
    content: Any
    bare: Any


def opened(template: bytes) -> Any:  # noqa: ANN401 - a presentation of a package loaded when needed
    """
    Open a project's template without its own slides.

    Raises:
        WorldError: It is no PowerPoint presentation.

    """
    pptx = needed("pptx", "pptx", "a PowerPoint deck")
    try:
        file = pptx.Presentation(io.BytesIO(template))
        _empty(file)
    except _BROKEN as error:
        raise WorldError(
            f"templates/export/{TEMPLATE} is no PowerPoint presentation",
            hint="Save it in PowerPoint as .pptx, not as .potx or .ppt",
        ) from error
    return file


def _empty(file: Any) -> None:  # noqa: ANN401 - as above
    """Take the slides out, and the lists of them that other programs would then look for."""
    root = file.part._element  # noqa: SLF001 - python-pptx has no other way to the lists
    for name in ("custShowLst",):
        for found in root.findall(f"{{{root.nsmap['p']}}}{name}"):
            root.remove(found)
    for sections in list(root.iter(f"{_OFFICE_2010}sectionLst")):
        sections.getparent().getparent().remove(sections.getparent())
    slides = file.slides._sldIdLst  # noqa: SLF001 - as above
    for slide in list(slides):
        file.part.drop_rel(slide.rId)
        slides.remove(slide)


def without_leftovers(file: Any) -> None:  # noqa: ANN401 - as above
    """Take out a picture of somebody else's first slide, and the settings of a printer."""
    for owner in (file.part.package, file.part):
        for rel in list(file.part.package.iter_rels()):
            if rel.reltype.endswith(("/thumbnail", "/printerSettings")) and _has(owner, rel):
                owner.drop_rel(rel.rId)


def _has(owner: Any, rel: Any) -> bool:  # noqa: ANN401 - as above
    rels = owner._rels  # noqa: SLF001 - as above
    return rel.rId in rels and rels[rel.rId] is rel


def layouts(file: Any) -> Layouts:  # noqa: ANN401 - as above
    """
    Choose the layouts: by name, else by what they are for, else by what they hold.

    Raises:
        WorldError: No layout has a title and room for words.

    """
    known = [layout for master in file.slide_masters for layout in master.slide_layouts]
    content = _named(known, "content") or _holding(known)
    if content is None:
        raise WorldError(
            f"templates/export/{TEMPLATE} has no layout with a title and room for words",
            hint="Add the layout “Title and Content” in PowerPoint: View, Slide Master",
        )
    return Layouts(
        opening=_named(known, "opening") or content,
        content=content,
        bare=_named(known, "bare") or content,
    )


def kind_of(placeholder: Any) -> str:  # noqa: ANN401 - as above
    """Return what a placeholder is for, such as `TITLE`."""
    return str(placeholder.placeholder_format.type.name)


def title_of(slide: Any) -> Any:  # noqa: ANN401 - as above
    """Return the placeholder of the title, of a slide or a layout; or None."""
    return next((one for one in slide.placeholders if kind_of(one) in _TITLES), None)


def room_of(slide: Any) -> Any:  # noqa: ANN401 - as above
    """Return the largest placeholder for words, of a slide or a layout; or None."""
    rooms = [one for one in slide.placeholders if kind_of(one) in _BODIES]
    return max(rooms, key=lambda one: (one.width or 0) * (one.height or 0), default=None)


def _named(known: list[Any], purpose: str) -> Any:  # noqa: ANN401 - as above
    name, kind = _NAMES[purpose]
    fitting = [one for one in known if title_of(one) is not None]
    if purpose != "bare":
        fitting = [one for one in fitting if room_of(one) is not None]
    by_name = [one for one in fitting if one.name.strip().casefold() == name.casefold()]
    by_kind = [one for one in fitting if one._element.get("type") == kind]  # noqa: SLF001 - as above
    return next(iter([*by_name, *by_kind]), None)


def _holding(known: list[Any]) -> Any:  # noqa: ANN401 - as above
    return next(
        (one for one in known if title_of(one) is not None and room_of(one) is not None), None
    )
