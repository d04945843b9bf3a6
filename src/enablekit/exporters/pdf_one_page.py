"""One-pagers: everything for the minute before a call on one sheet of paper; a file an asset."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.encoding.counted import counted
from enablekit.errors import EnablekitError, WorldError
from enablekit.packing.edition import Edition
from enablekit.packing.file_name import file_name
from enablekit.packing.one_page import longest, one_page, page_data

if TYPE_CHECKING:
    from enablekit.model.parcel import Parcel, Typesetter
    from enablekit.model.publication import Compiled

NAME = "pdf"
SUMMARY = "one-pagers as PDF"

# Points. Smaller type than the last would not be read on paper.
_SIZES = (10.8, 10.2, 9.6, 9.0, 8.4)
_SHOWN = 60


class TooLongError(EnablekitError):
    """What shall stand on one page does not fit there, even in small type."""


def lacks(compiled: Compiled) -> str:
    """Say that there is nothing to put on a page."""
    guide = compiled.guide
    return "" if guide.brief or guide.asset.has_guidance else "has nothing for a one-pager"


def files(parcel: Parcel) -> dict[str, bytes]:
    """
    Set a page for each asset.

    Raises:
        WorldError: Typst is not installed.
        TooLongError: Pages that cannot be had, each with its longest text.

    """
    if parcel.typeset is None:
        raise WorldError("pages cannot be set here", hint="Use `enablekit export pdf`")
    made: dict[str, bytes] = {}
    too_long: list[str] = []
    for compiled in parcel.compiled:
        edition = Edition(compiled=compiled, publication=parcel.publication)
        data = _set(edition, parcel.typeset, parcel.accent)
        if data:
            made[file_name(edition.asset.id, ".pdf")] = data
        else:
            words = longest(one_page(edition))
            too_long.append(f"{edition.asset.id} (“{words[:_SHOWN]}…”, {len(words)} characters)")
    if too_long:
        raise TooLongError(
            f"{counted(len(too_long), 'asset')} will not fit on a page: {'; '.join(too_long)}",
            hint="Shorten these texts, or name the other assets",
        )
    return made


def _set(edition: Edition, typeset: Typesetter, accent: str) -> bytes:
    """Set one page, in smaller type where needed; nothing if it will not fit."""
    data = page_data(edition, one_page(edition), accent=accent)
    for size in _SIZES:
        done = typeset("one_page", data, size)
        if done.pages == 1:
            return done.data
    return b""
