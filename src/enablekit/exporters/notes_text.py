"""Presenter notes as plain text: a file an asset."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.packing.edition import Edition
from enablekit.packing.file_name import file_name
from enablekit.packing.notes_document import notes_document
from enablekit.packing.plain_text import plain_text
from enablekit.packing.presentable import lacks_notes

if TYPE_CHECKING:
    from enablekit.model.parcel import Parcel

NAME = "notes"
SUMMARY = "presenter notes as plain text"

lacks = lacks_notes


def files(parcel: Parcel) -> dict[str, bytes]:
    """Write the notes of each asset."""
    editions = (Edition(compiled=one, publication=parcel.publication) for one in parcel.compiled)
    return {
        file_name(one.asset.id, ".notes.txt"): plain_text(notes_document(one)).encode(
            "utf-8", "replace"
        )
        for one in editions
    }
