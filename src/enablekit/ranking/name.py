"""A word of the project with everything people call it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A persona, a stage, a pain, a channel or a rival with everything people call it."""

    id: str
    names: tuple[str, ...]
