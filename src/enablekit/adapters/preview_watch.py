"""Tells when files of a project change, as the system reports it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import watchfiles

from enablekit.adapters.disk_error import explained

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from threading import Event

_QUIET = 50  # milliseconds without a change, after which a save is over
_LONGEST = 400  # milliseconds after which changes are told although more follow
_WAIT = 500  # milliseconds between two looks at whether to stop
_A_REST = 4  # such looks without a change, after which somebody has stopped writing for a while


def changes(root: Path, stop: Event) -> Iterator[bool]:
    """
    Yield True soon after the start and after every change, and False at the first rest after one.

    What changes while the caller is busy is told afterwards; hidden files and `node_modules` do not
    count. Where the system has no room for another watch, files are looked at again and again.
    It goes on until told to stop.

    Args:
        root: The folder of the project.
        stop: Set when to stop.

    Raises:
        WorldError: The folder cannot be watched at all.

    """
    try:
        yield from _reported(root, stop, polling=None)
    except OSError:  # most often the limit of watches a person may have
        try:
            yield from _reported(root, stop, polling=True)
        except OSError as error:
            raise explained(error, f"watch {root}") from error


def _reported(root: Path, stop: Event, *, polling: bool | None) -> Iterator[bool]:
    first, still = True, 0
    for found in watchfiles.watch(
        root,
        watch_filter=_counts(root),
        debounce=_LONGEST,
        step=_QUIET,
        stop_event=stop,
        rust_timeout=_WAIT,
        yield_on_timeout=True,
        raise_interrupt=False,
        force_polling=polling,
        ignore_permission_denied=True,
    ):
        # What changed between the last build and the begin of the watch has not been reported.
        if found or first:
            first, still = False, 0
            yield True
        else:
            still += 1
            if still == _A_REST:
                yield False


def _counts(root: Path) -> Callable[[watchfiles.Change, str], bool]:
    start = os.fspath(root)

    def counts(_: watchfiles.Change, path: str) -> bool:
        parts = Path(path.removeprefix(start)).parts
        return not any(part.startswith(".") or part == "node_modules" for part in parts)

    return counts
