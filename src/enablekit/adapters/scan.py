"""Looks at everything in a folder once, for all who want to know what is there."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


def scanned(folder: str) -> dict[str, os.stat_result]:
    """
    Return what the disk knows of a folder and of all files and folders in it, by path.

    The time of a folder changes with the names in it. Links are not followed.

    Returns:
        Nothing if the folder cannot be listed to its last corner.

    """
    try:
        seen = {folder: os.lstat(folder)}
        waiting = [folder]
        while waiting:
            with os.scandir(waiting.pop()) as entries:
                for entry in entries:
                    seen[entry.path] = entry.stat(follow_symlinks=False)
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append(entry.path)
    except OSError:
        return {}
    return seen


def files(seen: Mapping[str, os.stat_result]) -> dict[str, os.stat_result]:
    """Leave out the folders."""
    return {path: one for path, one in seen.items() if not stat.S_ISDIR(one.st_mode)}
