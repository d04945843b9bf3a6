"""The script of `<enablekit-check>` as it goes into exports: one file that needs no other."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

SCRIPT = "enablekit-check.js"
_GRADING = "grade.js"  # how typed answers are judged, shared with the site


def element_script(parts: Mapping[str, str]) -> bytes:
    """
    Return the element's script with what it needs in front of it.

    Args:
        parts: The parts of a parcel, which hold both.

    """
    return (parts[_GRADING] + parts[SCRIPT]).encode()
