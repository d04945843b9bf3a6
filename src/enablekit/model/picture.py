"""A picture that can stand on a slide or a page: its bytes, its size and which way up it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """
    A picture whose bytes were read to their end.

    Attributes:
        data: Its bytes, without what is not shown: who took it, where, and with what.
        kind: `png`, `jpeg` or `gif`.
        width: How many pixels it is wide when it stands upright.
        height: How many pixels it is high when it stands upright.
        turned: By how many degrees its pixels must be turned clockwise to stand upright.
        mirrored: Whether they must be mirrored, left to right, before they are turned.

    """

    data: bytes
    kind: str
    width: int
    height: int
    turned: int = 0
    mirrored: bool = False

    @property
    def own_width(self) -> int:
        """How many pixels it is wide before it is turned."""
        return self.width if self.turned % 180 == 0 else self.height

    @property
    def own_height(self) -> int:
        """How many pixels it is high before it is turned."""
        return self.height if self.turned % 180 == 0 else self.width


# Takes a file and an address written in it; returns the picture there, or None where there is none
# to be had.
Pictures = Callable[[str, str], Picture | None]


def no_pictures(_file: str, _address: str) -> None:
    """Have no pictures: each stays the words that describe it."""
