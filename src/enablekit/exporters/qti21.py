"""QTI 2.1: the checks as a package for assessment systems."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.packing.checks import lacks_check, named
from enablekit.packing.qti_dialect import QTI21
from enablekit.packing.qti_package import package

if TYPE_CHECKING:
    from enablekit.model.parcel import Parcel

NAME = "qti21"
SUMMARY = "checks for assessment systems that read QTI 2.1"

lacks = lacks_check


def files(parcel: Parcel) -> dict[str, bytes]:
    """Write one package with a test for each asset."""
    return {named(parcel, ".qti21.zip"): package(parcel, QTI21)}
