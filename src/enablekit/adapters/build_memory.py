"""Remembers the last build of a folder, so that building the same again takes no work."""

from __future__ import annotations

import hashlib
import json
import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

# Kept with the person and not in the project: what a repository brings along could lie.
_FOLDER = "enablekit"


def key(parts: Iterable[str | bytes]) -> str:
    """Return one hash of everything that decides what a build writes, in order."""
    total = hashlib.sha256()
    for part in parts:
        data = part if isinstance(part, bytes) else part.encode("utf-8", "replace")
        total.update(len(data).to_bytes(8, "big"))
        total.update(data)
    return total.hexdigest()


def program() -> str:
    """Return a text that changes when this program does, also between two releases."""
    package = Path(__file__).parents[1]
    files = sorted(package.rglob("*.py"))
    states = ((one, one.stat()) for one in files)
    return " ".join(f"{one.name}:{state.st_size}:{state.st_mtime_ns}" for one, state in states)


def recall(wanted: str, output: Path) -> dict[str, Any] | None:
    """
    Return what was noted at the last build of a folder, if nothing has changed since.

    Args:
        wanted: The key of what is asked for now.
        output: The folder of the site.

    Returns:
        The note; None if the sources, the settings or the site itself are not as they were, or
        if nothing usable was noted. A note that is lost or damaged costs time and nothing else.

    """
    place = _place(output)
    if place is None:
        return None
    try:
        noted = json.loads(place.read_bytes())
        if noted["key"] != wanted or noted["site"] != _state(output):
            return None
        note = noted["note"]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return note if isinstance(note, dict) else None


def keep(made: str, output: Path, note: dict[str, Any]) -> None:
    """Note a build that has just been written; where nothing can be noted, nothing is."""
    place = _place(output)
    if place is None:
        return
    draft = place.with_suffix(f".{os.getpid()}")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        noted = {"key": made, "site": _state(output), "note": note}
        draft.write_text(json.dumps(noted), encoding="utf-8")
        draft.replace(place)
    except OSError:
        with suppress(OSError):
            draft.unlink()


def _place(output: Path) -> Path | None:
    """Return where builds of a folder are noted: the person's cache, by the XDG convention."""
    base = os.environ.get("XDG_CACHE_HOME") or ""
    if not os.path.isabs(base):  # noqa: PTH117 - an empty text is no path
        home = os.environ.get("HOME") or os.environ.get("LOCALAPPDATA") or ""
        if not home:
            return None
        base = str(Path(home) / ".cache")
    name = hashlib.sha256(os.fsencode(output.resolve())).hexdigest()[:24]
    return Path(base) / _FOLDER / f"{name}.json"


def _state(output: Path) -> str:
    """Return a hash of every file of a site: its path, size, time and identity."""
    seen: list[str] = []
    waiting = [os.fspath(output)]
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(entry.path)
                    continue
                one = entry.stat(follow_symlinks=False)
                seen.append(f"{entry.path}\t{one.st_size}\t{one.st_mtime_ns}\t{one.st_ino}")
    return key(sorted(seen))
