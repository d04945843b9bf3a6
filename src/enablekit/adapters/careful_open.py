"""Opens a file to read it, and nothing that only looks like one."""

from __future__ import annotations

import os

# Opening a pipe waits for a writer and opening a device can move it, so nothing but a file is
# opened on purpose; these flags cover what changes between looking and opening.
_READ = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_BINARY", 0)
)


def opened(path: str) -> int:
    """
    Return a handle for reading; never waits and never follows a link.

    Raises:
        OSError: It cannot be opened, or is a link.

    """
    return os.open(path, _READ)
