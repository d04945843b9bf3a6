"""Words of an author, cut so that they fit a message."""

from __future__ import annotations

_LONGEST = 60


def short(text: str) -> str:
    """Return a text on one line, cut after a word near the sixtieth character."""
    line = " ".join(text.split())
    if len(line) <= _LONGEST:
        return line
    cut = line[:_LONGEST].rpartition(" ")[0] or line[:_LONGEST]
    return f"{cut.rstrip(' ,;:.')}…"
