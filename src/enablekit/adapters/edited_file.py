"""Replaces the content of one source file in one step, if nobody else changed it meanwhile."""

from __future__ import annotations

import os
import stat
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
    draft = path.with_name(f".{path.name}.enablekit")
    try:
        mode = stat.S_IMODE(path.stat().st_mode) if path.exists() else 0o644
        if (path.read_bytes() if path.exists() else b"") != before:
            raise WorldError(
                f"{path.name} has changed in the meantime", hint="Run the command again"
            )
        draft.write_bytes(after)
        draft.chmod(mode)
        os.replace(draft, path)  # noqa: PTH105 - the same call, and its name says that it is one step
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise WorldError(
            f"{path.name} cannot be written: {error.strerror}",
            hint="Check its permissions and that the disk has room",
        ) from error
