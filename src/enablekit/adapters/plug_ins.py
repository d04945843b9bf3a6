"""Finds what other packages offer us, at the price of looking only where there is something."""

from __future__ import annotations

import functools
import re
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

_ABOUT_PACKAGES = (".dist-info", ".egg-info")
_FOR_US = re.compile(rb"^\s*\[\s*enablekit\.", re.MULTILINE)


def offered(group: str) -> list[EntryPoint]:
    """
    Return the entry points of a group of ours, by name.

    The format is https://packaging.python.org/en/latest/specifications/entry-points/. Its reader in
    the standard library takes longer to load than all our stages, and most people have no plug-in.
    """
    if not _somebody_offers(tuple(sys.path)):
        return []
    from importlib.metadata import entry_points  # noqa: PLC0415 - only where there is a plug-in

    return sorted(entry_points(group=group), key=lambda one: (one.name, one.value))


# A preview asks at every build, and nobody installs a plug-in into a program that is running.
@functools.lru_cache(maxsize=1)
def _somebody_offers(places: tuple[str, ...]) -> bool:
    return any(_may_offer(Path(one or ".")) for one in places)


def _may_offer(place: Path) -> bool:
    """Tell whether a package in a folder has something for us; of an archive nobody knows."""
    if place.is_file():
        return True
    with suppress(OSError):
        return any(
            _FOR_US.search(_read(one / "entry_points.txt"))
            for one in place.iterdir()
            if one.suffix in _ABOUT_PACKAGES
        )
    return False


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError:
        return b""
