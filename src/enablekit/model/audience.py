"""Who may read something, from the narrowest circle to the widest."""

from __future__ import annotations

from enum import IntEnum


class Audience(IntEnum):
    """A circle of readers; a larger number is a wider circle."""

    INTERNAL = 0
    PARTNER = 1
    CUSTOMER = 2
    PUBLIC = 3

    @property
    def word(self) -> str:
        """The audience as authors write it."""
        return self.name.lower()

    @classmethod
    def named(cls, word: str) -> Audience | None:
        """Return the audience an author wrote, or None if there is none of that name."""
        return cls.__members__.get(word.strip().upper())


def may_read(marked: Audience | None, reader: Audience, *, default: Audience) -> bool:
    """Tell whether a reader's circle may see something marked for a circle."""
    return (default if marked is None else marked) >= reader
