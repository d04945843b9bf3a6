"""Print packs: the one-pagers for one kind of person, or for one stage, behind a cover."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from enablekit.packing.one_page import NOTHING
from enablekit.packing.pack import pack_data, packs
from enablekit.packing.set_page import TooLongError, lacks_page, paper_of, set_pages, typesetter

if TYPE_CHECKING:
    from enablekit.model.parcel import Parcel, Typesetter
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
        TooLongError: Pages that cannot be had, each with its longest text; or a template of the
            project needs more room for a page in a pack than alone.

    """
    around, publication = paper_of(parcel), parcel.publication
    return {
        f"{one.name}.pdf": _set({**around, **pack_data(one, publication)}, typesetter(parcel))
        for one in packs(publication, set_pages(parcel))
    }


def _set(data: dict[str, Any], typeset: Typesetter) -> bytes:
    """Set a pack, and make sure that its pages are no more than with nothing on them."""
    made = typeset("pack", data, _SIZE)
    bare = typeset(
        "pack", {**data, "pieces": [{**one, **NOTHING} for one in data["pieces"]]}, _SIZE
    )
    if made.pages != bare.pages:
        raise TooLongError(
            f"a page that fits alone does not fit in the pack “{data['title']}”",
            hint="Let pack.typ in templates/export/ set a page as one_page.typ does",
        )
    return made.data
