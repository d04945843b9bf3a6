"""Reading one file of the project, or saying why not."""

from __future__ import annotations

import hashlib
import os
import stat
from typing import TYPE_CHECKING

from enablekit.adapters.careful_open import opened
from enablekit.model.span import Span
from enablekit.parsing.diagnoses import FILE_NOT_READ, FILE_TOO_LARGE

if TYPE_CHECKING:
    from enablekit.model.finding import Finding

_PART = 1 << 20  # bytes of a large file held at a time


def read_file(where: str, *, path: str, limit: int) -> bytes | Finding:
    """
    Read the bytes of a file.

    Args:
        where: The file on the disk; not a link.
        path: The file as findings name it, relative to the project.
        limit: The most bytes to take.

    Returns:
        The bytes, or a finding if it is no file, too large, or cannot be read.

    """
    try:
        handle = opened(where)
    except OSError as error:
        return not_read(path, reason(error), fix="Make it readable, or exclude it.")
    try:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode):
            return not_read(path, kind_of(status.st_mode))
        if status.st_size > limit:
            return _too_large(path, limit)
        data = _bytes(handle, status.st_size, limit)
    except OSError as error:
        return not_read(path, reason(error), fix="Make it readable, or exclude it.")
    finally:
        os.close(handle)
    return data if len(data) <= limit else _too_large(path, limit)


def digest_of(where: str) -> str:
    """Return the SHA-256 of a file that is not read, such as a PDF; empty if it cannot be had."""
    total = hashlib.sha256()
    try:
        handle = opened(where)
    except OSError:
        return ""
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            return ""
        while part := os.read(handle, _PART):
            total.update(part)
    except OSError:
        return ""
    finally:
        os.close(handle)
    return total.hexdigest()


def _bytes(handle: int, size: int, limit: int) -> bytes:
    """Read a whole file, but not much more than the limit however it grows meanwhile."""
    data = os.read(handle, min(size, limit) + 1)
    while size < len(data) <= limit:
        size = len(data)
        data += os.read(handle, limit + 1 - size)
    return data


def not_read(
    path: str, why: str, *, fix: str = "Put a file in its place, or exclude it."
) -> Finding:
    """Report that something was not read."""
    return FILE_NOT_READ.at(Span(path=path), f"`{path}` was not read: {why}.", fix=fix)


def kind_of(mode: int) -> str:
    """Say what is there instead of a file."""
    if stat.S_ISDIR(mode):
        return "it is a folder with the name of a file"
    if stat.S_ISFIFO(mode):
        return "it is a pipe, not a file"
    if stat.S_ISSOCK(mode):
        return "it is a socket, not a file"
    return "it is a device, not a file"


def reason(error: OSError) -> str:
    """Say why the system refused to open or read something."""
    if isinstance(error, PermissionError):
        return "permission is denied"
    if isinstance(error, FileNotFoundError):
        return "it is not there"
    return (error.strerror or str(error)).lower()


def _too_large(path: str, limit: int) -> Finding:
    return FILE_TOO_LARGE.at(
        Span(path=path),
        f"`{path}` was not read: it is larger than {limit:,} bytes.",
        fix="Split it into several assets, or exclude it.",
    )
