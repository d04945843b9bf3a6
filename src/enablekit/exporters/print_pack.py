"""Print packs: the one-pagers for one kind of person, or for one stage, behind a cover."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.packing.pack import pack_data, packs
from enablekit.packing.set_page import lacks_page, paper_of, set_pages, typesetter

if TYPE_CHECKING:
    from enablekit.model.parcel import Parcel
    from enablekit.model.publication import Compiled

NAME = "pack"
SUMMARY = "one-pagers for each persona and each stage, behind a cover, as PDF"
_SIZE = 10.8  # points, on the cover


def lacks(compiled: Compiled) -> str:
    """Say that there is nothing to put on a page, or nobody and no stage to put it in for."""
    guide = compiled.guide
    aimed = guide.personas or guide.stages
    return lacks_page(compiled) or ("" if aimed else "names no persona and no stage")


def files(parcel: Parcel) -> dict[str, bytes]:
    """
    Set a pack for each persona and each stage.

    Raises:
        WorldError: Typst is not installed.
        TooLongError: Pages that cannot be had, each with its longest text.

    """
    typeset, around, publication = typesetter(parcel), paper_of(parcel), parcel.publication
    return {
        f"{one.name}.pdf": typeset("pack", {**around, **pack_data(one, publication)}, _SIZE).data
        for one in packs(publication, set_pages(parcel))
    }
