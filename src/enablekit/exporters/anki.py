"""Cards for Anki as a text file, which a second import updates instead of doubling them."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from enablekit.packing.checks import lacks_check, named
from enablekit.packing.flashcards import cards

if TYPE_CHECKING:
    from enablekit.model.parcel import Parcel

NAME = "anki"
SUMMARY = "cards for Anki as a text file: question in front, answer and reason on the back"

lacks = lacks_check

# https://docs.ankiweb.net/importing/text-files.html#file-headers
_HEAD = (
    "#separator:tab",
    "#html:true",
    "#notetype:Basic",
    "#guid column:1",
    "#deck column:2",
    "#tags column:5",
)


def files(parcel: Parcel) -> dict[str, bytes]:
    """Write a line for each card, in a deck for each asset."""
    written = io.StringIO(newline="")
    written.writelines(f"{line}\n" for line in _HEAD)
    table = csv.writer(written, delimiter="\t", lineterminator="\n")
    for card in cards(parcel):
        table.writerow((card.guid, card.deck, card.front, card.back, " ".join(card.tags)))
    return {named(parcel, ".anki.txt"): written.getvalue().encode("utf-8", "replace")}
