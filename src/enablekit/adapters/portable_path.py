"""Paths of output files that are safe to write and mean the same file on every system."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING
from unicodedata import normalize

from enablekit.errors import WorldError

if TYPE_CHECKING:
    from collections.abc import Iterable

_LONGEST_NAME = 255  # bytes, on every common file system
_LONGEST_PATH = 1000  # bytes; macOS ends at 1,024 with the folder in front
# https://learn.microsoft.com/en-us/windows/win32/fileio/naming-a-file
_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f<>:"\\|?*]')
_DEVICE = re.compile(
    r"(?:CON|PRN|AUX|NUL|COM[1-9]|LPT[1-9]|CONIN\$|CONOUT\$) *(?:\.|$)", re.IGNORECASE
)


def require_portable(paths: Iterable[str]) -> None:
    """
    Refuse a set of output paths that could leave the folder or overwrite each other.

    Such a path is a mistake in whoever made it; it is caught here before anything is written.

    Args:
        paths: Relative paths with forward slashes.

    Raises:
        WorldError: A path is absolute, climbs with `..`, has an empty name, cannot be written on
            Windows, is too long, or differs from another only in capitals or in how its letters
            are composed (NFKC of the case-folded name), or is both a file and a folder.

    """
    seen: dict[str, str] = {}
    for path in paths:
        fault = _fault(path)
        if fault:
            raise WorldError(
                f"The output path {path!r} cannot be written: it {fault}.", hint=_RENAME
            )
        folded = _folded(path)
        if folded in seen:
            raise WorldError(
                f"The output paths {seen[folded]!r} and {path!r} are one file on many systems.",
                hint=_RENAME,
            )
        seen[folded] = path
    for folded, path in seen.items():
        for folder in _folders(folded):
            if folder in seen:
                raise WorldError(
                    f"The output path {seen[folder]!r} is both a file and the folder of {path!r}.",
                    hint=_RENAME,
                )


_RENAME = "Give the asset another id or file name."


def _fault(path: str) -> str:
    """Say what is wrong with one path, or nothing."""
    for name in path.split("/"):
        fault = _fault_of_name(name)
        if fault:
            return fault
    if len(path.encode()) > _LONGEST_PATH:
        return f"is longer than {_LONGEST_PATH} bytes"
    return ""


@lru_cache(maxsize=4096)
def _fault_of_name(name: str) -> str:
    """Say what is wrong with one name of a path, or nothing."""
    if name in {"", ".", ".."}:
        return "has an empty name, `.` or `..` in it"
    if _FORBIDDEN.search(name) or _DEVICE.match(normalize("NFKC", name)) or name[-1] in ". ":
        return f"contains {name!r}, which Windows cannot store"
    try:
        long = len(name.encode()) > _LONGEST_NAME
    except UnicodeEncodeError:
        return "is not valid Unicode"
    return f"has a name longer than {_LONGEST_NAME} bytes" if long else ""


def _folded(path: str) -> str:
    """Spell a path so that paths some file system takes for one are equal."""
    if path.isascii():
        return path.lower()
    return "/".join(map(_folded_name, path.split("/")))


def _folded_name(name: str) -> str:
    """Fold one name."""
    # Twice, because NFKC makes capitals; and it makes slashes, which part no names.
    folded = normalize("NFKC", normalize("NFKC", name).casefold())
    return folded.replace("/", "\\")


def _folders(path: str) -> Iterable[str]:
    """Name every folder a path lies in."""
    end = path.rfind("/")
    while end > 0:
        yield path[:end]
        end = path.rfind("/", 0, end)
