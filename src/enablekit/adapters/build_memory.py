"""Remembers the last build of a folder, so that building the same again takes no work."""

from __future__ import annotations

import copyreg
import hashlib
import io
import json
import os
import pickle
from pathlib import Path
from typing import TYPE_CHECKING, Any

from enablekit.adapters import output_marker, scan, sealed_note
from enablekit.model.asset import Status
from enablekit.model.audience import Audience
from enablekit.model.diagnosis import Profile
from enablekit.model.finding import Severity
from enablekit.model.output import Unchanged
from enablekit.model.paper_size import PaperSize

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from enum import Enum


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
    package = os.fspath(Path(__file__).parents[1])
    files = sorted(scan.scanned(package).items())
    return " ".join(
        f"{path}:{one.st_size}:{one.st_mtime_ns}" for path, one in files if path.endswith(".py")
    )


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
    found = sealed_note.read(output, "whole", wanted)
    if found is None:  # then nobody has to look at the site
        return None
    state, _, said = found.decode().partition("\n")
    note: dict[str, Any] = json.loads(said)
    return note if state == _state(scan.scanned(os.fspath(output))) else None


def keep(made: str, output: Path, note: dict[str, Any], site: Mapping[str, os.stat_result]) -> None:
    """Note a build that has just been written, with what lies in its output now."""
    said = f"{_state(site)}\n{json.dumps(note)}"
    sealed_note.write(output, "whole", made, said.encode())


# What a preview notes of its own folder: it builds again and again, and nobody after it does.
_LIVE: dict[Path, tuple[str, object]] = {}


def recall_parts(wanted: str, output: Path) -> object:
    """
    Return what was noted of the single assets of a folder's last build.

    Args:
        wanted: The key of what all assets depend on: the program and the settings.
        output: The folder of the site.

    Returns:
        What `keep_parts` was given; None if it was for other settings, or nothing usable was noted.

    """
    made, parts = _LIVE.get(output, ("", None))
    if made == wanted:
        return parts
    content = sealed_note.read(output, "parts", wanted)
    if content is None:
        return None
    try:
        found: object = _Unpickler(io.BytesIO(content)).load()
    except Exception:  # noqa: BLE001 - pickle fails in any way at all, and a note is no loss
        return None
    return found


def keep_parts(made: str, output: Path, parts: object, *, live: bool = False) -> None:
    """
    Note the single assets of a build that has just been written.

    Args:
        made: What `recall_parts` is to be asked with.
        output: The folder of the site.
        parts: What to note.
        live: Whether only this process will want it, which takes no time.

    """
    if live:
        _LIVE[output] = (made, parts)
        return
    sealed_note.write(output, "parts", made, _packed(parts))


def forget(output: Path) -> None:
    """Forget all builds of a folder that is going to be removed."""
    _LIVE.pop(output, None)
    for kind in ("seen", "whole", "parts"):
        sealed_note.forget(output, kind)


def site_files(output: Path, site: Mapping[str, os.stat_result]) -> Mapping[str, Unchanged]:
    """
    Return the files that builds wrote into a folder, as the disk knows them now.

    Args:
        output: The folder.
        site: What lies in it.

    Returns:
        What is known of each file by its path inside the folder; nothing if no build made it.

    """
    try:
        digests = output_marker.digests((output / output_marker.NAME).read_bytes()) or {}
    except OSError:
        return {}
    root = len(os.fspath(output)) + 1
    return {
        name: Unchanged(
            digest=digests[name],
            size=one.st_size,
            modified=one.st_mtime_ns,
            inode=one.st_ino,
        )
        for name, one in ((path[root:].replace(os.sep, "/"), one) for path, one in site.items())
        if name in digests
    }


def site_file(output: Path, name: str, digest: str) -> bytes:
    """Return a file that a build wrote, or nothing if it is not what was written."""
    try:
        data = (output / name).read_bytes()
    except OSError:
        return b""
    return data if hashlib.sha256(data).hexdigest() == digest else b""


def _packed(parts: object) -> bytes:
    """
    Return parts as `_Unpickler` reads them.

    Up to Python 3.11.3 an enumeration asks to be looked up by `getattr`, which no note may call, so
    it goes as its class and its value, as it does everywhere else.
    """
    note = io.BytesIO()
    pickler = pickle.Pickler(note, protocol=pickle.HIGHEST_PROTOCOL)
    pickler.dispatch_table = {**copyreg.dispatch_table, **dict.fromkeys(ENUMERATIONS, _by_value)}
    pickler.dump(parts)
    return note.getvalue()


def _by_value(member: Enum) -> tuple[type[Enum], tuple[object]]:
    return type(member), (member.value,)


ENUMERATIONS = (Audience, PaperSize, Profile, Severity, Status)

# What a note holds besides the model; a class that is missing here is a note that is never used.
_PLAIN = frozenset({
    ("datetime", "date"),
    ("enablekit.extend.check_parts", "CheckPart"),
    ("enablekit.usecases.remembered", "Memory"),
    ("enablekit.usecases.remembered", "Reading"),
    ("enablekit.usecases.remembered", "Remembered"),
})  # fmt: skip


class _Unpickler(pickle.Unpickler):
    """Makes our own plain data and nothing else, whatever a note says."""

    def find_class(self, module: str, name: str) -> Any:  # noqa: ANN401 - as pickle has it
        """Return a class of the model, or refuse."""
        if module.startswith("enablekit.model.") or (module, name) in _PLAIN:
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name} is not part of a note")


def _state(site: Mapping[str, os.stat_result]) -> str:
    """Return a hash of every file of a site: its path, size, time and identity."""
    found = sorted(scan.files(site).items())
    return key(f"{path}\t{one.st_size}\t{one.st_mtime_ns}\t{one.st_ino}" for path, one in found)
