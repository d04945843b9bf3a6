"""What a build writes: a whole tree of files held in memory until it is complete."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class OutputTree:
    """
    Files by their path inside the output folder.

    Attributes:
        files: Relative path with forward slashes, sorted, to the bytes of the file.

    """

    files: Mapping[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Replaced:
    """
    What a write changed in the output folder.

    Attributes:
        added: Paths that were not there before.
        changed: Paths whose bytes are new.
        removed: Paths that are gone.
        kept: How many files stayed as they were.
        strangers: Files in the folder that enablekit did not make and carried over.

    """

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    kept: int = 0
    strangers: tuple[str, ...] = ()
