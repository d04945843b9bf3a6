"""What a build changed on disk."""

from __future__ import annotations

from dataclasses import dataclass


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
