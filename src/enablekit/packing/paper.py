"""What all set pages have in common: the language, the brand and the day, as plain data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from enablekit.encoding.colour import nearest_readable
from enablekit.encoding.wording import AUDIENCES, Wording, direction
from enablekit.model.paper_size import PaperSize

if TYPE_CHECKING:
    from enablekit.model.publication import Publication

ACCENT = "#0b5a45"
# What text of the brand's colour stands on: paper, and the ground of a box on it.
GROUNDS = ("#ffffff", "#f1f5f3")


def paper(
    publication: Publication,
    *,
    accent: str = "",
    logo: bytes = b"",
    size: PaperSize = PaperSize.A4,
) -> dict[str, Any]:
    """
    Return what every template is filled with.

    Args:
        publication: What the pages are made of.
        accent: The brand's colour; one that cannot be read on paper is darkened.
        logo: The brand's image.
        size: The size of the pages.

    """
    day, wording = publication.built_on, Wording(strings=publication.strings)
    language = wording.strings.language
    audience = wording.say(AUDIENCES[publication.audience])
    return {
        "author": publication.name,
        "foot": f"{publication.name} · {audience} {wording.day(day)}",
        "accent": on_paper(accent),
        "logo": logo,
        "paper": size.typst,
        **tongue(language),
        "year": day.year,
        "month": day.month,
        "day": day.day,
    }


def on_paper(accent: str) -> str:
    """Return the brand's colour, darkened where it cannot be read on paper; ours if it has none."""
    return nearest_readable(accent, GROUNDS) if accent else ACCENT


def tongue(language: str) -> dict[str, Any]:
    """Return a language as a template sets it: its code, and which way it is written."""
    return {"lang": language.partition("-")[0].lower(), "rtl": direction(language) == "rtl"}
