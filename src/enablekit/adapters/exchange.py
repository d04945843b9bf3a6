"""Putting a finished folder in the place of another, in one step where the system can."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

# From linux/fcntl.h and linux/fs.h; see renameat2(2).
_AT_FDCWD = -100
_RENAME_EXCHANGE = 2

# How a kernel, a file system or a container's filter says that it cannot exchange.
_CANNOT = {errno.ENOSYS, errno.EINVAL, errno.EOPNOTSUPP, errno.EPERM}
_LINUX = sys.platform == "linux"


def put_in_place(new: Path, folder: Path, *, aside: Path) -> None:
    """
    Let a finished folder take the place of the output folder.

    Anybody who looks finds the whole old or the whole new folder; only where the system cannot
    exchange two folders is there none for a moment. The old folder remains, at `new` or `aside`.
    Whatever stops this, `neighbours.mend` undoes what was half done and clears the rest.

    Args:
        new: The finished folder.
        folder: The place; it may be empty or not there.
        aside: A free path where the old folder may wait.

    Raises:
        OSError: It cannot be done.

    """
    _to_disk(new)
    if not folder.exists():
        new.rename(folder)
    else:
        try:
            _exchange(new, folder)
        except OSError as error:
            if error.errno not in _CANNOT:
                raise
            folder.rename(aside)
            new.rename(folder)
    # It is done: that it may not outlast a power cut is no reason to call it failed.
    with contextlib.suppress(OSError):
        _to_disk(folder.parent)


def _exchange(one: Path, other: Path) -> None:
    """Exchange two paths in one step, or raise OSError."""
    # Counted by whoever counts changes to the disk: Python cannot see this call by itself.
    sys.audit("enablekit.renameat2", str(one), str(other))
    import ctypes  # noqa: PLC0415 - loading it costs a build that changes nothing 5 ms

    renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None) if _LINUX else None
    if renameat2 is None:
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS), str(one))
    paths = os.fsencode(one), os.fsencode(other)
    if renameat2(_AT_FDCWD, paths[0], _AT_FDCWD, paths[1], _RENAME_EXCHANGE) != 0:
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code), str(one))


def _to_disk(folder: Path) -> None:
    """Have the names in a folder written to the disk, where the system knows how."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    except OSError as error:
        # Some network and user-space file systems have nothing to write.
        if error.errno not in _CANNOT:
            raise
    finally:
        os.close(handle)
