"""Reads the pictures that assets show: files of the project, and nothing else."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from enablekit.adapters.source_file import read_file
from enablekit.adapters.source_tree import owners
from enablekit.adapters.source_walk import SourceWalk
from enablekit.config.glob import compile_globs
from enablekit.encoding.picture import read_picture
from enablekit.encoding.picture_size import PictureFault
from enablekit.extend.link_targets import picture_candidates
from enablekit.model.finding import Finding
from enablekit.model.picture import Picture

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

# A deck goes out by mail, and few mailboxes take more than 25 MB.
LARGEST = 8 << 20  # bytes of one picture
MOST = 24 << 20  # bytes of all pictures of one asset
_MEGABYTE = 1 << 20

_WEB = ("http://", "https://", "//")
_SHOWN = 80  # characters of an address that a message repeats


@dataclass(slots=True, kw_only=True)
class _Shelf:
    """
    What lies in the project, by path.

    Attributes:
        files: Where each file really lies.
        refused: Why what has the place of a file cannot be read as one.
        spoken_for: The assets that a file is, or belongs to, by where it really lies.

    """

    files: dict[str, str] = field(default_factory=dict)
    refused: dict[str, str] = field(default_factory=dict)
    spoken_for: dict[str, list[str]] = field(default_factory=dict)


class PictureFiles:
    """
    The pictures of a project, as whoever may read some of its assets may see them.

    Nothing is fetched, no link is followed out of the project, and a picture that is an asset of
    its own, with a sidecar, is seen by those who may read that asset.

    Args:
        root: The project.
        readable: The files of the assets that may be read.

    Attributes:
        faults: For each picture that is not shown the file that shows it, and why; each once.

    """

    def __init__(self, root: Path, readable: Iterable[str]) -> None:
        self.faults: dict[tuple[str, str], None] = {}
        self._root = os.path.realpath(root)
        self._readable = frozenset(readable)
        self._shelf: _Shelf | None = None
        self._seen: dict[tuple[str, str], Picture | None] = {}
        self._sizes: dict[str, int] = {}

    def __call__(self, base: str, address: str) -> Picture | None:
        """Return the picture that an address in a file names, or None."""
        if address.lower().startswith(_WEB):
            self._leave(base, address, "it is on the web, and nothing is fetched from there")
            return None
        path = self._found(base, address)
        if path is None:
            self._leave(base, address, "there is no such file in the project")
            return None
        if (base, path) not in self._seen:
            self._seen[base, path] = self._taken(base, path)
        return self._seen[base, path]

    def _found(self, base: str, address: str) -> str | None:
        shelf = self._listed()
        there = [one for one in picture_candidates(base, address) if one in shelf.files]
        refused = [one for one in picture_candidates(base, address) if one in shelf.refused]
        return next(iter([*there, *refused]), None)

    def _taken(self, base: str, path: str) -> Picture | None:
        """Read a picture of an asset and count its size."""
        made = self._read(path)
        if isinstance(made, Picture):
            size = self._sizes.get(base, 0) + len(made.data)
            if size <= MOST:
                self._sizes[base] = size
                return made
            made = f"the pictures of this piece have more than {MOST // _MEGABYTE} MB in all"
        self._leave(base, path, made)
        return None

    def _read(self, path: str) -> Picture | str:
        """Return a picture, or why there is none."""
        shelf = self._listed()
        if path not in shelf.files:
            return shelf.refused[path]
        where = shelf.files[path]
        if not self._readable.issuperset(shelf.spoken_for.get(where, ())):
            return "it is a piece of its own, and not for everybody this export is for"
        data = read_file(where, path=path, limit=LARGEST)
        if isinstance(data, Finding):
            return _reason(data, path)
        try:
            return read_picture(data)
        except PictureFault as fault:
            return str(fault)

    def _leave(self, base: str, path: str, why: str) -> None:
        shown = path if len(path) <= _SHOWN else f"{path[:_SHOWN]}…"
        self.faults[base, f"the picture {shown} is not shown: {why}"] = None

    def _listed(self) -> _Shelf:
        """List the project when the first picture is asked for."""
        if self._shelf is None:
            self._shelf = shelf = _Shelf()
            walk = SourceWalk(self._root, excluded=compile_globs(()), output="")
            for listing in walk.listings():
                shelf.files |= {listing.folder + one: at for one, at in listing.files.items()}
                shelf.refused |= {listing.folder + one: at for one, at in listing.refused.items()}
                for name, asset in owners(listing):
                    if name in listing.files:
                        held = shelf.spoken_for.setdefault(listing.files[name], [])
                        held.append(listing.folder + asset)
        return self._shelf


def _reason(found: Finding, path: str) -> str:
    """Return why a file was not read, without its name."""
    return found.message.removeprefix(f"`{path}` was not read: ").removesuffix(".")
