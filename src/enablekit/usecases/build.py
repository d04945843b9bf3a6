"""Build: what can be asked for, and nothing loaded when it is there already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.usecases.request import Request
from enablekit.usecases.unchanged import recall

if TYPE_CHECKING:
    from collections.abc import Callable

    from enablekit.usecases.built import Built


__all__ = ["Request", "build"]


def _silent() -> None:
    """Show nobody how far a build is."""


def build(request: Request, progress: Callable[[], None] = _silent) -> Built:
    """
    Build the site of a project.

    Args:
        request: What to build.
        progress: Told after each file that was read.

    Raises:
        FaultyError: A file that may not has errors.
        EnablekitError: It could not run: the folder, the project file or the output is at fault.

    """
    built = recall(request)
    if built is not None:
        return built
    from enablekit.usecases import whole_build  # noqa: PLC0415 - loads every stage

    return whole_build.build(request, progress)
