"""The hidden paths beside an output folder that a build works in, and how they are cleared."""

from __future__ import annotations

import os
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_LONGEST_NAME = 200  # bytes; 255 less what is added


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbours:
    """
    Where a build works, on the same disk as its output folder.

    Attributes:
        staging: The new site while it is made; where folders can be exchanged, the old one after.
        aside: Where the old site waits when folders cannot be exchanged in one step.
        lock: What one build holds and others wait for.

    """

    staging: Path
    aside: Path
    lock: Path


def neighbours(folder: Path) -> Neighbours:
    """Name the paths beside an output folder; always the same for the same folder."""
    name = folder.name
    encoded = name.encode("utf-8", "surrogateescape")
    if len(encoded) > _LONGEST_NAME:
        name = sha256(encoded).hexdigest()
    return Neighbours(
        staging=folder.with_name(f".{name}.enablekit-new"),
        aside=folder.with_name(f".{name}.enablekit-old"),
        lock=folder.with_name(f".{name}.enablekit-lock"),
    )


def mend(folder: Path) -> None:
    """
    Undo what a build that was stopped left behind; call it while holding the lock.

    The old site waits aside only while the two renames that replace an exchange are under way. If
    it is there and the folder is not, the build was stopped between them: the old site goes back.
    Whatever else lies beside the folder is unfinished or replaced, and goes.

    Raises:
        OSError: Something cannot be moved or removed.

    """
    beside = neighbours(folder)
    if _is_real_folder(beside.aside) and not folder.exists():
        beside.aside.rename(folder)
    for leftover in (beside.staging, beside.aside):
        _remove(leftover)


def _remove(path: Path) -> None:
    """Remove whatever lies at a path, without following a link."""
    if not _is_real_folder(path):
        path.unlink(missing_ok=True)
        return
    try:
        _remove_tree(path)
    except PermissionError:
        # A stranger's folder may be read-only; what is removed here is only another name for it.
        _allow_removal(path)
        _remove_tree(path)


def _remove_tree(path: Path) -> None:
    """Remove a folder; with thousands of folders in it, in half the time of shutil.rmtree."""
    folders = [str(path)]
    for folder in folders:  # which grows as folders are found
        with os.scandir(folder) as entries:
            found = list(entries)  # before anything is removed, or some systems skip entries
        for entry in found:
            if entry.is_dir(follow_symlinks=False):
                folders.append(entry.path)
            else:
                os.unlink(entry.path)  # noqa: PTH108 - pathlib takes longer than the disk
    for folder in reversed(folders):
        os.rmdir(folder)  # noqa: PTH106 - the same


def _allow_removal(path: Path) -> None:
    """Make every folder below a path writable, without following a link."""
    pending = [path]
    while pending:
        folder = pending.pop()
        folder.chmod(0o700)
        pending += filter(_is_real_folder, folder.iterdir())


def _is_real_folder(path: Path) -> bool:
    """Tell whether a folder, and not a link to one, lies at a path."""
    return path.is_dir() and not path.is_symlink()
