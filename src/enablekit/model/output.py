"""What a build writes: a whole tree of files held in memory until it is complete."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from enablekit.model.travelling import Travelling


@dataclass(frozen=True, slots=True, kw_only=True)
class Unchanged(Travelling):
    """
    A file that an earlier build wrote and that is to stay, known by what its disk says of it.

    Attributes:
        digest: The SHA-256 of its bytes in hex.
        size: In bytes.
        modified: When it was written, in nanoseconds since 1970.
        inode: Its number on the disk.

    """

    digest: str
    size: int
    modified: int
    inode: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OutputTree:
    """
    Files by their path inside the output folder.

    Attributes:
        files: Relative path with forward slashes, sorted, to the bytes of the file.
        unchanged: Paths of files that are there already and stay as they are.

    """

    files: Mapping[str, bytes] = field(default_factory=dict)
    unchanged: Mapping[str, Unchanged] = field(default_factory=dict)
