"""Listing the folders of a project, and only what truly lies in it."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import TYPE_CHECKING

from enablekit.adapters.source_file import kind_of, reason

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_NEVER = "node_modules"


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """
    What lies directly in one folder of a project.

    Attributes:
        folder: Its path relative to the project with a slash at its end; empty for the root.
        files: Name of each file to where it really lies.
        refused: Name of whatever has the place of a file to why it cannot be read as one.
        closed: Path of each folder that was not entered to why; this folder may be among them.

    """

    folder: str
    files: dict[str, str] = field(default_factory=dict)
    refused: dict[str, str] = field(default_factory=dict)
    closed: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Folder:
    """
    A folder to be listed.

    Attributes:
        path: Its path relative to the project with a slash at its end.
        where: Where it really lies.
        crossed: The folders that hold the links which led here.

    """

    path: str
    where: str
    crossed: tuple[str, ...] = ()


class SourceWalk:
    """
    A walk through a project that never leaves it and always ends.

    Hidden files and folders, `node_modules`, the output folder and excluded folders are passed
    over in silence. A link is followed if it leads to what the walk itself might list; and every
    folder is entered through at most one link, so links cannot multiply the work.

    Args:
        root: The project, free of links.
        excluded: Tells whether a path relative to the project is excluded.
        output: Where the output folder really lies, or empty.

    """

    def __init__(self, root: str, *, excluded: Callable[[str], bool], output: str) -> None:
        self._root = root
        self._excluded = excluded
        self._output = output
        self._entered_by_link: set[str] = set()

    def listings(self) -> Iterator[Listing]:
        """List every folder, each before those in it."""
        pending = [_Folder(path="", where=self._root)]
        while pending:
            folder = pending.pop()
            listing = Listing(folder=folder.path)
            below = self._list(folder, listing)
            yield listing
            pending += reversed(below)

    def _list(self, folder: _Folder, listing: Listing) -> list[_Folder]:
        """Fill a listing; return the folders to go on with."""
        if folder.crossed:
            if folder.where in self._entered_by_link:
                listing.closed[folder.path] = "another link led there before"
                return []
            self._entered_by_link.add(folder.where)
        try:
            with os.scandir(folder.where) as entries:
                found = sorted(entries, key=lambda entry: entry.name)
        except OSError as error:
            listing.closed[folder.path] = reason(error)
            return []
        below = [self._sort(folder, entry, listing) for entry in found if _is_read(entry.name)]
        return [one for one in below if one is not None]

    def _sort(self, folder: _Folder, entry: os.DirEntry[str], listing: Listing) -> _Folder | None:
        """Put an entry where it belongs in the listing; return it if it is a folder to enter."""
        try:
            if entry.is_symlink():
                return self._follow(folder, entry, listing)
            if entry.is_dir(follow_symlinks=False):
                return self._enter(folder, entry, listing, where=entry.path)
            if entry.is_file(follow_symlinks=False):
                listing.files[entry.name] = entry.path
            else:
                listing.refused[entry.name] = kind_of(entry.stat(follow_symlinks=False).st_mode)
        except OSError as error:
            listing.refused[entry.name] = reason(error)
        return None

    def _enter(
        self, folder: _Folder, entry: os.DirEntry[str], listing: Listing, *, where: str
    ) -> _Folder | None:
        """Return a folder unless it is one to pass over."""
        path = folder.path + entry.name
        if where == self._output or self._excludes_folder(path):
            return None
        listing.refused[entry.name] = kind_of(stat.S_IFDIR)
        if not _is_utf8(entry.name):
            listing.closed[path] = "its name is not UTF-8"
            return None
        crossed = (*folder.crossed, folder.where) if entry.is_symlink() else folder.crossed
        return _Folder(path=path + "/", where=where, crossed=crossed)

    def _follow(self, folder: _Folder, entry: os.DirEntry[str], listing: Listing) -> _Folder | None:
        """Follow a link if it leads to what may be read."""
        target = os.path.realpath(entry.path)
        try:
            mode = os.stat(target).st_mode  # noqa: PTH116 - the path comes as text from scandir
        except OSError:
            listing.refused[entry.name] = "it is a link that leads nowhere"
            return None
        fault = self._fault(target)
        if stat.S_ISDIR(mode):
            around = (folder.where, *folder.crossed)
            if not fault and any(_lies_in(place, target) for place in around):
                fault = "it is a link back to a folder around it"
            if not fault:
                return self._enter(folder, entry, listing, where=target)
            if not self._excludes_folder(folder.path + entry.name):
                listing.closed[folder.path + entry.name] = fault
        elif fault or not stat.S_ISREG(mode):
            listing.refused[entry.name] = fault or kind_of(mode)
        else:
            listing.files[entry.name] = target
        return None

    def _fault(self, target: str) -> str:
        """Say why a link's target may not be read, or nothing."""
        if not _lies_in(target, self._root):
            return "it is a link that leads out of the project"
        names = PurePath(target).relative_to(self._root).parts
        paths = ("/".join(names[:end]) for end in range(1, len(names) + 1))
        # Else a link could publish what nobody meant to: `.git/config`, or an excluded draft.
        hidden = not all(map(_is_read, names))
        if hidden or _lies_in(target, self._output) or any(map(self._excludes_folder, paths)):
            return "it is a link to something that is not read itself"
        return ""

    def _excludes_folder(self, path: str) -> bool:
        """Tell whether a folder is excluded, by its name or by all that is in it."""
        return self._excluded(path) or self._excluded(path + "/")


def _is_read(name: str) -> bool:
    """Tell whether something of that name is looked at."""
    return name[0] != "." and name != _NEVER


def _is_utf8(name: str) -> bool:
    """Tell whether the bytes of a name were UTF-8; others come as lone surrogates."""
    return name.isascii() or not any("\ud800" <= letter <= "\udfff" for letter in name)


def _lies_in(path: str, folder: str) -> bool:
    """Tell whether a path is a folder or lies in it; nothing lies in the empty path."""
    return folder != "" and (path == folder or path.startswith(folder.rstrip(os.sep) + os.sep))
