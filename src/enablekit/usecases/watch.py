"""Watch: go on whenever a file of the project changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.adapters import project, watch

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def changes(start: Path) -> Iterator[None]:
    """Yield at once, then after every change of a file of the project, until interrupted."""
    yield from watch.changes(project.find(start).root)
