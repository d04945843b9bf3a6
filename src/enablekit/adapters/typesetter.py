"""Sets pages with Typst, from a template that ships with us and data that is never markup."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING, Any

from enablekit.adapters import bundled
from enablekit.errors import WorldError
from enablekit.model.parcel import Typeset
from enablekit.packing.extra import needed

if TYPE_CHECKING:
    from collections.abc import Mapping

# The one that ships, then what Typst itself carries for signs it lacks.
FONTS = ("Source Sans 3", "Libertinus Serif", "DejaVu Sans Mono")
_STANDARD = "ua-1"  # PDF/UA-1, ISO 14289-1: readable for everybody


def typeset(name: str, data: Mapping[str, Any], size: float) -> Typeset:
    """
    Set the pages of a template.

    Args:
        name: The template.
        data: What it shows.
        size: The size of its type in points.

    Raises:
        WorldError: Typst is not installed, or cannot set it.

    """
    typst = needed("typst", "pdf", "a PDF")
    folder = bundled.templates()
    source = (folder / "typst" / f"{name}.typ").read_bytes()
    inputs = {"data": json.dumps({**data, "fonts": FONTS}, ensure_ascii=False), "size": str(size)}
    options = {
        "sys_inputs": inputs,
        "font_paths": [str(folder / "fonts")],
        # With a person's own typefaces the same guide would break its lines elsewhere.
        "ignore_system_fonts": bool(data.get("alphabetic", True)),
    }
    day = dt.datetime(data["year"], data["month"], data["day"], tzinfo=dt.UTC)
    try:
        pages = typst.query(source, "<pages>", field="value", one=True, **options)
        pdf = typst.compile(source, format="pdf", pdf_standards=_STANDARD, timestamp=day, **options)
    except (RuntimeError, ValueError) as error:
        raise WorldError(
            f"“{data['title']}” could not be set as a PDF: {error}",
            hint="This is a mistake of ours; please report it with the text that shows it",
        ) from error
    return Typeset(data=pdf, pages=int(json.loads(pages) if isinstance(pages, str) else pages))
