"""What the system's refusals mean to a person: `OSError` in plain words."""

from __future__ import annotations

import errno

from enablekit.errors import WorldError

_FULL = ("the disk is full", "Free some space and try again.")
_DENIED = ("permission is denied", "Ask for the right to write there, or choose another folder.")

# What it is called, and what to do about it.
_KNOWN: dict[int, tuple[str, str]] = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: ("your disk quota is used up", "Free some space and try again."),
    errno.EFBIG: ("files may not grow that large here", "Raise the limit (`ulimit -f`)."),
    errno.EACCES: _DENIED,
    errno.EPERM: _DENIED,
    errno.EROFS: ("it lies on a read-only disk", "Choose a folder you can write to."),
    errno.ENAMETOOLONG: ("its path is too long", "Choose an output folder with a shorter path."),
    errno.EBUSY: ("another program is using it", "Close that program and try again."),
    errno.ENOTDIR: ("a file lies where a folder is needed", "Move that file away."),
    errno.EXDEV: (
        "it cannot be moved within its own disk, as in the layers of a container",
        "Delete the output folder once, then build again.",
    ),
    errno.ENOLCK: ("the disk cannot lock files", "Choose a folder on a local disk."),
}


def explained(error: OSError, doing: str, *, hint: str = "") -> WorldError:
    """
    Put a refusal of the system into words.

    Args:
        error: What the system said.
        doing: What was tried, with its path, such as `write site/index.html`.
        hint: A sentence to add to the advice; may be empty.

    Returns:
        The exception to raise.

    """
    cause, advice = _KNOWN.get(error.errno or 0, (error.strerror or str(error), ""))
    return WorldError(f"Cannot {doing}: {cause}.", hint=f"{advice} {hint}".strip())
