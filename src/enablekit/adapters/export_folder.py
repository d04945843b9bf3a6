"""Writes exported files into a folder, each whole or not at all; what else lies there stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.adapters.disk_error import explained
from enablekit.adapters.portable_path import require_portable
from enablekit.adapters.whole_file import put
from enablekit.errors import WorldError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def write(folder: Path, files: Mapping[str, bytes]) -> tuple[str, ...]:
    """
    Write files into a folder, and return the names of those that are new or other than before.

    Args:
        folder: The folder; it is made where needed.
        files: What to write by name, with forward slashes.

    Raises:
        WorldError: A name is none that every system can store, something that is no file of ours is
            in the way, or the system refuses; files that were written before stay.

    """
    require_portable(files)
    changed = []
    for name, data in files.items():
        place = folder / name
        _require_free(place, folder)
        try:
            if place.is_file() and place.read_bytes() == data:
                continue
            put(place, data)
        except OSError as error:
            raise explained(error, f"write {place}") from error
        changed.append(name)
    return tuple(changed)


def _require_free(place: Path, folder: Path) -> None:
    """Refuse to write over a folder, or through a link to somewhere else."""
    inside = place.relative_to(folder).parts
    steps = [folder.joinpath(*inside[: count + 1]) for count in range(len(inside))]
    if any(step.is_symlink() for step in steps) or place.is_dir():
        raise WorldError(
            f"{place} is not a file that can be replaced",
            hint="Move it away, or name another folder with --output",
        )
