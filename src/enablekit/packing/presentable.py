"""What every export for presenting asks of assets."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from enablekit.model.publication import Compiled


def lacks_notes(compiled: Compiled) -> str:
    """Say that an asset has nothing to present."""
    return "" if compiled.notes.beats else "has nothing to present"
