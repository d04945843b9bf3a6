"""What a build looked at, and whether all of it is as it was: told without reading it again."""

from __future__ import annotations

import hashlib
import json
import os
import stat
import sys
from array import array
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING

from enablekit.adapters import clock, scan

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

# Two changes of a file within one tick of its disk's clock look like one, so a time says nothing of
# a file that was still young when it was read; Git calls that racy and compares the bytes, too:
# https://git-scm.com/docs/racy-git. The coarsest disks count in steps of two seconds.
_YOUNG = 2 * 10**9  # nanoseconds
_NEVER = frozenset({"node_modules", "__pycache__"})
_KNOWN_BY_TIME = os.name == "posix"  # elsewhere st_ctime is the day a file was made
_MOST = 1 << 63


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """
    What lay in some folders at a moment.

    Attributes:
        moment: When, in nanoseconds since 1970.
        apart: A folder among them that was not looked at, and whose name does not count.
        folders: Each folder to a hash of the names in it.
        files: Each file to what the disk knows of it.

    """

    moment: int
    apart: str
    folders: dict[str, str]
    files: dict[str, os.stat_result]


def survey(roots: Iterable[str], *, apart: str) -> Survey | None:
    """
    Look at every folder and file below some folders but hidden ones, without reading any.

    Args:
        roots: The folders, free of links.
        apart: A folder inside them that is not looked at: the output.

    Returns:
        What is there; None if there are links or what is no file, or if the system has no times
        that can be trusted. Then a build has to look closer each time.

    """
    if not _KNOWN_BY_TIME:
        return None
    seen = Survey(moment=clock.instant(), apart=apart, folders={}, files={})
    waiting = list(roots)
    try:
        while waiting:
            folder = waiting.pop()
            if folder not in seen.folders:
                waiting += _look_into(folder, seen)
    except (OSError, ValueError):
        return None
    return seen


def _look_into(folder: str, seen: Survey) -> list[str]:
    """Add a folder to a survey and return the folders in it; a ValueError says it will not do."""
    with os.scandir(folder) as entries:
        found = [one for one in entries if _counts(one.name) and one.path != seen.apart]
    seen.folders[folder] = _names_hashed(one.name for one in found)
    below = []
    for entry in found:
        state = entry.stat(follow_symlinks=False)
        if stat.S_ISREG(state.st_mode):
            seen.files[entry.path] = state
        elif stat.S_ISDIR(state.st_mode):
            below.append(entry.path)
        else:
            raise ValueError(entry.path)
    return below


def also(seen: Survey, file: Path) -> Survey | None:
    """Look at one more file, such as a program that a build runs."""
    try:
        return replace(seen, files={**seen.files, os.fspath(file): os.lstat(file)})
    except OSError:
        return None


def packed(
    seen: Survey, read: Mapping[str, bytes], site: Mapping[str, os.stat_result]
) -> bytes | None:
    """
    Put on record what was looked at before a build and what lies in its output after it.

    Args:
        seen: What was looked at, before anything was read.
        read: The bytes of files that were read since, by path.
        site: What lies in the folder of the site after it. Only its files go on record: what
            strangers put beside them stays theirs, and a lost folder is seen by its files.

    Returns:
        The record for `unchanged`; None if a file is too young to be known by its time and its
        bytes are not at hand.

    """
    old: dict[str, os.stat_result] = {}
    young: dict[str, str] = {}
    for path, state in seen.files.items():
        if max(state.st_mtime_ns, state.st_ctime_ns) < seen.moment - _YOUNG:
            old[path] = state
        elif path in read:
            young[path] = hashlib.sha256(read[path]).hexdigest()
        else:
            return None
    if not site:
        return None
    pages = scan.files(site)
    paths = "\0".join((*old, *pages))
    numbers = array("q", chain.from_iterable(map(_of_source, old.values())))
    numbers.extend(chain.from_iterable(map(_of_page, pages.values())))
    head = {
        "apart": seen.apart,
        "folders": seen.folders,
        "young": young,
        "old": len(old),
        "bytes": len(numbers) * 8,
    }
    return b"\n".join((json.dumps(head).encode(), numbers.tobytes() + os.fsencode(paths)))


def unchanged(record: bytes) -> bool:
    """Tell whether everything on a record of `packed` is as it was."""
    line, _, rest = record.partition(b"\n")
    head = json.loads(line)
    size, count = head["bytes"], head["old"]
    numbers = array("q", rest[:size])
    paths = os.fsdecode(rest[size:]).split("\0") if rest[size:] else []
    try:
        return (
            _are_as_written(paths[count:], numbers[4 * count :])
            and _are_as_read(paths[:count], numbers)
            and all(
                _names_of(one, head["apart"]) == names for one, names in head["folders"].items()
            )
            and all(_digest(one) == digest for one, digest in head["young"].items())
        )
    except OSError:
        return False


def installed() -> str:
    """Return a text that changes when packages, such as plug-ins, come or go."""
    found: set[str] = set()
    for folder in sys.path:
        with suppress(OSError):
            names = _names_in(folder or ".")
            found.update(one for one in names if one.endswith((".dist-info", ".egg-info")))
    return " ".join(sorted(found))


def _are_as_read(paths: list[str], numbers: array[int]) -> bool:
    number, lstat = iter(numbers), os.lstat
    for path, size, modified, changed, inode in zip(
        paths, number, number, number, number, strict=False
    ):
        now = lstat(path)
        if (
            now.st_ctime_ns != changed
            or now.st_mtime_ns != modified
            or now.st_size != size
            or now.st_ino % _MOST != inode
        ):
            return False
    return True


def _are_as_written(paths: list[str], numbers: array[int]) -> bool:
    number, lstat = iter(numbers), os.lstat
    for path, size, modified, inode in zip(paths, number, number, number, strict=True):
        now = lstat(path)
        if now.st_mtime_ns != modified or now.st_size != size or now.st_ino % _MOST != inode:
            return False
    return True


def _of_source(state: os.stat_result) -> tuple[int, int, int, int]:
    return state.st_size, state.st_mtime_ns, state.st_ctime_ns, state.st_ino % _MOST


def _of_page(state: os.stat_result) -> tuple[int, int, int]:
    # Not when its entry was changed: the next build links to it, and is no change to it.
    return state.st_size, state.st_mtime_ns, state.st_ino % _MOST


def _counts(name: str) -> bool:
    """Tell whether something of that name is looked at by anybody."""
    return name[0] != "." and name not in _NEVER


def _names_in(folder: str) -> list[str]:
    with os.scandir(folder) as entries:
        return [one.name for one in entries]


def _names_of(folder: str, apart: str) -> str:
    prefix, _, own = apart.rpartition(os.sep)
    left_out = own if prefix == folder else ""
    return _names_hashed(one for one in _names_in(folder) if _counts(one) and one != left_out)


def _names_hashed(names: Iterable[str]) -> str:
    return hashlib.sha256(os.fsencode("\0".join(sorted(names)))).hexdigest()


def _digest(path: str) -> str:
    """Return the hash of a young file, which was a file when it was read."""
    if not stat.S_ISREG(os.lstat(path).st_mode):
        return ""
    with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - quicker, and a path comes as text
        return hashlib.sha256(file.read()).hexdigest()
