"""Making the whole new site beside the old one."""

from __future__ import annotations

import errno
import os
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_FILE_MODE = 0o644
_FOLDER_MODE = 0o755
_NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)

# How a file system, or its guard against linking to what others own, says that it will not link.
_CANNOT_LINK = {
    errno.EPERM,
    errno.EOPNOTSUPP,
    errno.ENOSYS,
    errno.EINVAL,
    errno.EMLINK,
    errno.EXDEV,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """
    What the new site consists of.

    Attributes:
        files: The files of ours whose bytes are known, by relative path.
        kept: Files of ours that lie in the old site with the right bytes.
        strangers: Files in the old site that are not ours.
        folders: Folders in the old site that are not ours; they may be empty.

    """

    files: Mapping[str, bytes]
    kept: frozenset[str]
    strangers: tuple[str, ...]
    folders: frozenset[str]

    @property
    def paths(self) -> frozenset[str]:
        """Every file of ours."""
        return self.kept.union(self.files)


def stage(plan: Plan, *, old: Path, new: Path) -> None:
    """
    Make the new site in a folder that is not there yet.

    What stays is linked to the file in the old site, so it keeps its time and costs no space;
    where that cannot be, it is written or copied. Our files are 0644 and our folders 0755,
    whatever the umask; strangers stay as they are.

    Raises:
        OSError: The system refuses; the folder may be half made.

    """
    exact = _make_root(new)
    ours = folders_of(plan.paths)
    for folder in sorted(ours | plan.folders):
        _make_folder(f"{new}/{folder}", exact=exact)
    for path in sorted(plan.paths):
        if path in plan.kept and _linked(f"{old}/{path}", f"{new}/{path}"):
            continue
        data = plan.files[path] if path in plan.files else Path(f"{old}/{path}").read_bytes()
        _write(f"{new}/{path}", data, exact=exact)
    for path in plan.strangers:
        if not _linked(f"{old}/{path}", f"{new}/{path}"):
            shutil.copy2(f"{old}/{path}", f"{new}/{path}", follow_symlinks=False)
    for folder in sorted(plan.folders - ours, reverse=True):
        shutil.copystat(f"{old}/{folder}", f"{new}/{folder}")


def folders_of(paths: Iterable[str]) -> set[str]:
    """Name every folder some relative paths lie in."""
    folders: set[str] = set()
    for path in paths:
        folder = path.rpartition("/")[0]
        while folder and folder not in folders:
            folders.add(folder)
            folder = folder.rpartition("/")[0]
    return folders


def _make_root(new: Path) -> bool:
    """Make the folder of the site; tell whether the umask leaves our modes as they are."""
    new.mkdir(_FOLDER_MODE)
    exact = os.name != "posix" or new.stat().st_mode & 0o777 == _FOLDER_MODE
    if not exact:
        new.chmod(_FOLDER_MODE)
    return exact


def _make_folder(path: str, *, exact: bool) -> None:
    """Make one folder."""
    # A site has thousands of them, and pathlib takes longer than the disk.
    os.mkdir(path, _FOLDER_MODE)  # noqa: PTH102 - see above
    if not exact:
        os.chmod(path, _FOLDER_MODE)  # noqa: PTH101 - see above


def _write(path: str, data: bytes, *, exact: bool) -> None:
    """Write one new file."""
    handle = os.open(path, _NEW_FILE, _FILE_MODE)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(handle, rest) :]
        if not exact:
            os.fchmod(handle, _FILE_MODE)
    except OSError as error:
        error.filename = path
        raise
    finally:
        os.close(handle)


def _linked(old: str, new: str) -> bool:
    """Link a file into the new site, or tell that this cannot be done here."""
    try:
        os.link(old, new, follow_symlinks=False)
    except NotImplementedError:
        return False
    except OSError as error:
        if error.errno not in _CANNOT_LINK:
            raise
        return False
    return True
