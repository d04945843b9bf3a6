"""What the page for addresses that lead nowhere is filled with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from enablekit.site.brand import SHEET
from enablekit.site.links import HOME, LOST, STYLE

if TYPE_CHECKING:
    from enablekit.site.frame import Frame


def lost_values(frame: Frame) -> dict[str, Any]:
    """
    Return the values for the template.

    A server shows this page at any address, so nothing on it may be relative: without the
    address of the site it has no link and no style.
    """
    site = frame.publication.site_url
    sheets = (STYLE, SHEET) if frame.publication.styled else (STYLE,)
    return frame.shared(LOST) | {
        "home": site + HOME if site else "",
        "sheets": [site + sheet for sheet in sheets] if site else [],
    }
