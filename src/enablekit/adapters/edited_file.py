"""Replaces the content of one source file in one step, if nobody else changed it meanwhile."""

from __future__ import annotations

import contextlib
import os
import stat
import tempfile
from typing import TYPE_CHECKING

from enablekit.errors import WorldError

if TYPE_CHECKING:
    from pathlib import Path


def write(path: Path, before: bytes, after: bytes) -> None:
    """
    Write a file that was read before, keeping its mode.

    Args:
        path: The file; it need not exist when `before` is empty.
        before: What it held when it was read.
        after: What it shall hold.

    Raises:
        WorldError: It changed since, or it cannot be written; the file is then as it was.

    """
    draft = ""
    try:
        mode = _mode(path)
        if (path.read_bytes() if path.exists() else b"") != before:
            raise WorldError(
                f"{path.name} has changed in the meantime", hint="Run the command again"
            )
        # A name that nobody can foresee: what lies beside the file may have been put there.
        handle, draft = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(after)
        os.chmod(draft, mode)  # noqa: PTH101 - a path of the system's, not of ours
        os.replace(draft, path)  # noqa: PTH105 - the same call, and its name says that it is one step
    except OSError as error:
        if draft:
            with contextlib.suppress(OSError):
                os.unlink(draft)  # noqa: PTH108 - a path of the system's, too
        raise WorldError(
            f"{path.name} cannot be written: {error.strerror}",
            hint="Check its permissions and that the disk has room",
        ) from error


def _mode(path: Path) -> int:
    """Return the mode a file shall have; refuse what is no file of one's own to write."""
    if path.is_symlink():
        raise WorldError(f"{path.name} is a link", hint="Edit the file it leads to")
    if not path.exists():
        return 0o644
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        raise WorldError(f"{path.name} is not a file", hint="Put a file in its place")
    if not status.st_mode & stat.S_IWUSR:
        raise WorldError(f"{path.name} may not be written", hint="Make it writable first")
    return stat.S_IMODE(status.st_mode)
