"""Hand-outs: what is on the screen, and beside it the presenter notes; a PDF an asset."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.packing.edition import Edition
from enablekit.packing.file_name import file_name
from enablekit.packing.handout import handout_data
from enablekit.packing.presentable import lacks_notes
from enablekit.packing.set_page import paper_of, typesetter

if TYPE_CHECKING:
    from enablekit.model.parcel import Parcel

NAME = "handout"
SUMMARY = "slides or sections with presenter notes beside them as PDF"
_SIZE = 9.6  # points

lacks = lacks_notes


def files(parcel: Parcel) -> dict[str, bytes]:
    """
    Set the hand-out of each asset.

    Raises:
        WorldError: Typst is not installed.

    """
    typeset, around = typesetter(parcel), paper_of(parcel)
    editions = (Edition(compiled=one, publication=parcel.publication) for one in parcel.compiled)
    return {
        file_name(one.asset.id, ".handout.pdf"): typeset(
            "handout", {**around, **handout_data(one, parcel.picture)}, _SIZE
        ).data
        for one in editions
    }
