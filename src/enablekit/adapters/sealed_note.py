"""A note kept with the person between two runs, which is believed only if it is whole."""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from pathlib import Path

# Kept with the person and not in the project: what a repository brings along could lie.
_FOLDER = "enablekit"
_SEAL = hashlib.sha256().digest_size


def read(about: Path, kind: str, claim: str) -> bytes | None:
    """
    Return what was noted, if it was noted under the same claim and is whole.

    Args:
        about: The folder that the note is about.
        kind: Which of the notes about it.
        claim: What must still be so for the note to count.

    """
    place = _place(about, kind)
    if place is None:
        return None
    try:
        data = place.read_bytes()
    except OSError:
        return None
    content = data[_SEAL:]
    return content if data[:_SEAL] == _seal(claim, content) else None


def write(about: Path, kind: str, claim: str, content: bytes) -> None:
    """Note something, at once or not at all; where nothing can be noted, nothing is."""
    place = _place(about, kind)
    if place is None:
        return
    draft = place.with_suffix(f"{place.suffix}.{os.getpid()}")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        draft.write_bytes(_seal(claim, content) + content)
        draft.replace(place)
    except OSError:
        with suppress(OSError):
            draft.unlink()


def forget(about: Path, kind: str) -> None:
    """Remove a note about a folder that is gone, if there is one."""
    place = _place(about, kind)
    if place is not None:
        with suppress(OSError):
            place.unlink()


def _seal(claim: str, content: bytes) -> bytes:
    return hashlib.sha256(claim.encode() + b"\n" + content).digest()


def _place(about: Path, kind: str) -> Path | None:
    """Return where a note about a folder is: in the person's cache, by the XDG convention."""
    base = os.environ.get("XDG_CACHE_HOME") or ""
    if not os.path.isabs(base):  # noqa: PTH117 - an empty text is no path
        home = os.environ.get("HOME") or os.environ.get("LOCALAPPDATA") or ""
        if not home:
            return None
        base = str(Path(home) / ".cache")
    name = hashlib.sha256(os.fsencode(about.resolve())).hexdigest()[:24]
    return Path(base) / _FOLDER / f"{name}.{kind}"
