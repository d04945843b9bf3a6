"""What every export of checks asks of assets and calls its files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.packing.file_name import file_name

if TYPE_CHECKING:
    from enablekit.model.parcel import Parcel
    from enablekit.model.publication import Compiled


def lacks_check(compiled: Compiled) -> str:
    """Say that an asset has nothing to ask, for exporters of checks."""
    return "" if compiled.check.items else "has no check"


def named(parcel: Parcel, ending: str) -> str:
    """
    Return the name of a file that holds all checks of a parcel.

    It is named for the program, else for the only asset, else `checks`.
    """
    if parcel.program is not None:
        return f"{parcel.program.id}{ending}"
    only = len(parcel.compiled) == 1
    return file_name(parcel.compiled[0].guide.asset.id if only else "checks", ending)
