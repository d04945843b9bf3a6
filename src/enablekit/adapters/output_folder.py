"""The folder a build writes: where it really is, whether it may be written, what lies in it."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path

from enablekit.adapters import output_marker
from enablekit.adapters.disk_error import explained
from enablekit.errors import WorldError

_NOT_OURS = "is not empty, and no build of enablekit made it"


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """
    What lies in an output folder before a build.

    Attributes:
        there: Whether the folder exists at all.
        files: Every path that is not a folder, to whether it is a regular file.
        folders: Every folder inside.
        ours: The paths an earlier build wrote, its marker among them; they need not be there.

    """

    there: bool
    files: dict[str, bool]
    folders: frozenset[str]
    ours: frozenset[str]


def located(folder: Path) -> Path:
    """
    Return the one absolute path of an output folder, however a person named it.

    Links on the way to it are followed; the folder itself is not, so that a link in its place can
    be refused.

    Raises:
        WorldError: The path cannot be made out.

    """
    try:
        absolute = folder.absolute()
        if absolute.name in {"", ".."}:
            return Path(os.path.realpath(absolute))
        return Path(os.path.realpath(absolute.parent)) / absolute.name
    except (OSError, ValueError) as error:
        raise WorldError(
            f"The output folder {str(folder)!r} is not a path.", hint="Choose another one."
        ) from error


def require_safe(folder: Path, project: Path | None) -> None:
    """
    Refuse to write where a build could destroy something.

    Args:
        folder: The output folder, as `located` returns it.
        project: The project's root; None leaves out the checks against it.

    Raises:
        WorldError: The folder is a disk's root, the home folder, the project or a folder around
            one of them, or there is a file, a link or a mount point in its place.

    """
    for inside, what in ((_home(), "your home folder"), (project, "the project itself")):
        if inside is not None and Path(os.path.realpath(inside)).is_relative_to(folder):
            raise _refusal(folder, f"is or contains {what}")
    if folder.parent == folder:
        raise _refusal(folder, "is the root of a disk")
    try:
        mode = folder.lstat().st_mode
    except FileNotFoundError:
        return
    except OSError as error:
        raise explained(error, f"look at {folder}") from error
    fault = _fault_of_place(folder, mode)
    if fault:
        raise _refusal(folder, fault)


def _fault_of_place(folder: Path, mode: int) -> str:
    """Say why what lies in the place of the output folder cannot be replaced, or nothing."""
    if stat.S_ISLNK(mode):
        return "is a link, and a build would replace the link, not what it leads to"
    if not stat.S_ISDIR(mode):
        return "is a file, not a folder"
    if os.path.ismount(folder):
        return "is where a disk is mounted, so it cannot be replaced as a whole"
    return ""


def require_ours(folder: Path) -> None:
    """
    Refuse a folder with files in it that no build made.

    Looks only for the marker, so it is quick; `contents` looks closer.

    Raises:
        WorldError: The folder is not empty and has no marker.
        OSError: It cannot be read.

    """
    if folder.is_dir() and not (folder / output_marker.NAME).is_file() and any(folder.iterdir()):
        raise _refusal(folder, _NOT_OURS)


def contents(folder: Path) -> Contents:
    """
    List an output folder.

    Raises:
        WorldError: There are files in it and none of them says that a build made the folder.
        OSError: It cannot be read.

    """
    files: dict[str, bool] = {}
    folders: set[str] = set()
    if not folder.exists():
        return Contents(there=False, files=files, folders=frozenset(), ours=frozenset())
    root, pending = str(folder), [""]
    while pending:
        below = pending.pop()
        with os.scandir(f"{root}/{below}") as entries:
            for entry in entries:
                path = below + entry.name
                if entry.is_dir(follow_symlinks=False):
                    folders.add(path)
                    pending.append(path + "/")
                else:
                    files[path] = entry.is_file(follow_symlinks=False)
    ours: frozenset[str] = frozenset()
    if files.get(output_marker.NAME):
        written = output_marker.digests((folder / output_marker.NAME).read_bytes())
        if written is not None:
            ours = frozenset({output_marker.NAME, *written})
    if not ours and (files or folders):
        raise _refusal(folder, _NOT_OURS)
    return Contents(there=True, files=files, folders=frozenset(folders), ours=ours)


def _home() -> Path | None:
    """Return the home folder, or None where nobody has one."""
    try:
        return Path.home()
    except RuntimeError:
        return None


def _refusal(folder: Path, why: str) -> WorldError:
    return WorldError(
        f"Will not write to {folder}: it {why}.",
        hint="Choose an empty or a new folder, such as `--output site`.",
    )
