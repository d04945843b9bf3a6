"""One-pagers set on paper: in the largest type in which everything stands on one page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from enablekit.encoding.counted import counted
from enablekit.errors import EnablekitError, WorldError
from enablekit.packing.edition import Edition
from enablekit.packing.one_page import longest, one_page, page_data
from enablekit.packing.paper import paper

if TYPE_CHECKING:
    from enablekit.model.parcel import Parcel, Typesetter
    from enablekit.model.publication import Compiled

# Points. Smaller type than the last would not be read on paper.
_SIZES = (10.8, 10.2, 9.6, 9.0, 8.4)


class TooLongError(EnablekitError):
    """What shall stand on one page does not fit there, even in small type."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetPage:
    """
    A one-pager that fits.

    Attributes:
        edition: Whose it is.
        words: What stands on it, for a template.
        size: The size of its type in points.
        pdf: The page as a file.

    """

    edition: Edition
    words: dict[str, Any]
    size: float
    pdf: bytes


def lacks_page(compiled: Compiled) -> str:
    """Say that there is nothing to put on a page."""
    guide = compiled.guide
    return "" if guide.brief or guide.asset.has_guidance else "has nothing for a one-pager"


def typesetter(parcel: Parcel) -> Typesetter:
    """
    Return what sets pages.

    Raises:
        WorldError: There is nothing here that does.

    """
    if parcel.typeset is None:
        raise WorldError("pages cannot be set here", hint="Use `enablekit export pdf`")
    return parcel.typeset


def set_pages(parcel: Parcel) -> tuple[SetPage, ...]:
    """
    Set a page for each asset of a parcel.

    Raises:
        WorldError: Typst is not installed, or a typeface lacks signs.
        TooLongError: Pages that cannot be had, each with its longest text.

    """
    typeset, around = typesetter(parcel), paper_of(parcel)
    done: list[SetPage] = []
    too_long: list[str] = []
    for compiled in parcel.compiled:
        edition = Edition(compiled=compiled, publication=parcel.publication)
        page = one_page(edition)
        words = page_data(edition, page)
        for size in _SIZES:
            made = typeset("one_page", {**around, **words}, size)
            if made.pages == 1:
                done.append(SetPage(edition=edition, words=words, size=size, pdf=made.data))
                break
        else:
            field, text = longest(edition, page)
            too_long.append(f"{edition.asset.id} ({field} has {len(text):,} characters)")
    if too_long:
        raise TooLongError(
            f"{counted(len(too_long), 'asset')} will not fit on a page: {'; '.join(too_long)}",
            hint="Shorten these texts, or name the other assets",
        )
    return tuple(done)


def paper_of(parcel: Parcel) -> dict[str, Any]:
    """Return what all pages of a parcel have in common."""
    return paper(parcel.publication, accent=parcel.accent, logo=parcel.logo, size=parcel.paper)
