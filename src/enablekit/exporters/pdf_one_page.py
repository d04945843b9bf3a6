"""One-pagers: everything for the minute before a call on one sheet of paper; a file an asset."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.packing.file_name import file_name
from enablekit.packing.set_page import lacks_page, set_pages

if TYPE_CHECKING:
    from enablekit.model.parcel import Parcel

NAME = "pdf"
SUMMARY = "one-pagers as PDF"

lacks = lacks_page


def files(parcel: Parcel) -> dict[str, bytes]:
    """
    Set a page for each asset.

    Raises:
        WorldError: Typst is not installed.
        TooLongError: Pages that cannot be had, each with its longest text.

    """
    return {file_name(one.edition.asset.id, ".pdf"): one.pdf for one in set_pages(parcel)}
