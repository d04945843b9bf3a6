"""Cards for Anki as a package that a double click opens."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import zipfile
from typing import TYPE_CHECKING, Any

from enablekit.errors import WorldError
from enablekit.packing.archive import archive
from enablekit.packing.checks import lacks_check, named
from enablekit.packing.flashcards import cards

if TYPE_CHECKING:
    from enablekit.model.parcel import Parcel

NAME = "anki-apkg"
SUMMARY = "the same cards as a package that a double click opens (needs the extra `anki`)"

lacks = lacks_check

_DATABASE = "collection.anki2"
# The version of SQLite that wrote the file, https://www.sqlite.org/fileformat.html section 1.3;
# it differs between machines and means nothing to whoever reads it.
_WRITTEN_BY = slice(96, 100)
_NO_VERSION = bytes(4)
_MODEL = 1_607_392_319  # the same for ever, so that Anki knows the type of note again
_HALF = 1 << 31


def files(parcel: Parcel) -> dict[str, bytes]:
    """
    Write a deck for each asset.

    The cards are dated with the day of the export, by which Anki decides which are newer.

    Raises:
        WorldError: genanki is not installed.

    """
    genanki = _genanki()
    model = genanki.Model(
        _MODEL,
        "enablekit",
        fields=[{"name": "Front"}, {"name": "Back"}],
        templates=[{"name": "Card 1", "qfmt": "{{Front}}",
                    "afmt": "{{FrontSide}}<hr id=answer>{{Back}}"}],
    )  # fmt: skip
    decks: dict[str, Any] = {}
    for card in cards(parcel):
        deck = decks.setdefault(card.deck, genanki.Deck(_number(card.deck), card.deck))
        note = genanki.Note(
            model=model, fields=[card.front, card.back], guid=card.guid, tags=list(card.tags)
        )
        deck.add_note(note)
    day = dt.datetime.combine(parcel.publication.built_on, dt.time(), dt.UTC)
    packed = io.BytesIO()
    genanki.Package(list(decks.values())).write_to_file(packed, timestamp=day.timestamp())
    return {named(parcel, ".apkg"): _same_everywhere(packed)}


def _genanki() -> Any:  # noqa: ANN401 - a module without types
    try:
        import genanki  # type: ignore[import-untyped] # noqa: PLC0415 - an extra, and without types
    except ModuleNotFoundError:
        raise WorldError(
            "a package for Anki needs genanki, which is not installed",
            hint='Run `python -m pip install "enablekit[anki]"`, or export `anki`, which needs '
            "nothing",
        ) from None
    return genanki


def _number(name: str) -> int:
    """Return a number for a name that is the same wherever it is exported."""
    digest = hashlib.sha256(name.encode("utf-8", "replace")).digest()
    return int.from_bytes(digest[:4], "big") % _HALF + 1


def _same_everywhere(packed: io.BytesIO) -> bytes:
    """Return a package without the times and versions of the machine it was made on."""
    with zipfile.ZipFile(packed) as made:
        members = {name: made.read(name) for name in made.namelist()}
    database = bytearray(members[_DATABASE])
    database[_WRITTEN_BY] = _NO_VERSION
    return archive({**members, _DATABASE: bytes(database)})
