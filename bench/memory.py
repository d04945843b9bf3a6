"""Watches how much memory a process and all that it starts hold together."""

from __future__ import annotations

import threading
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_PROC = Path("/proc")
_PAUSE = 0.01
# A look at gigabytes takes long, and the process may wait meanwhile: look for a third of the time.
_PAUSE_PER_LOOK = 2


class Peak:
    """
    The highest sum seen so far.

    Attributes:
        kib: Proportional set size in KiB: a page that two processes share counts once in the sum.
            0 where the system does not tell, as macOS.

    """

    def __init__(self) -> None:
        self.kib = 0


@contextmanager
def watched(process: int) -> Iterator[Peak]:
    """Look at a process and its descendants again and again until the block ends."""
    peak = Peak()
    done = threading.Event()
    watcher = threading.Thread(target=_watch, args=(process, peak, done), daemon=True)
    watcher.start()
    try:
        yield peak
    finally:
        done.set()
        watcher.join()


def _watch(process: int, peak: Peak, done: threading.Event) -> None:
    pause = 0.0
    while not done.wait(pause):
        started = time.perf_counter()
        peak.kib = max(peak.kib, sum(map(_proportional, _family(process))))
        pause = max(_PAUSE, _PAUSE_PER_LOOK * (time.perf_counter() - started))


def _family(process: int) -> list[int]:
    """Return a process and all its descendants."""
    children: dict[int, list[int]] = {}
    for entry in _PROC.glob("[0-9]*/stat"):
        try:
            # The name of a program may hold anything; after the last bracket come state and parent.
            parent = int(entry.read_text().rpartition(")")[2].split()[1])
        except (OSError, IndexError):
            continue  # it ended while we looked
        children.setdefault(parent, []).append(int(entry.parent.name))
    family = [process]
    for member in family:
        family += children.get(member, [])
    return family


def _proportional(process: int) -> int:
    try:
        lines = (_PROC / str(process) / "smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
