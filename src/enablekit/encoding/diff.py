"""The change of a file as people and `git apply` read it."""

from __future__ import annotations

from difflib import unified_diff


def unified(path: str, before: bytes, after: bytes) -> str:
    """Return a unified diff; a last line without an end gets one, so that lines stay apart."""
    lines = unified_diff(
        before.decode("utf-8", "replace").splitlines(keepends=True),
        after.decode("utf-8", "replace").splitlines(keepends=True),
        path,
        path,
    )
    return "".join(line if line.endswith("\n") else line + "\n" for line in lines)
