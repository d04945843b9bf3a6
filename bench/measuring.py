"""Runs one command and says what it took."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import memory

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

_MEMORY_DISK = Path("/dev/shm")  # noqa: S108 - a disk that has just deleted a tree is ten times slower
_LAST_WORDS = 2000
_A_MIB = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """
    What one run took.

    Attributes:
        seconds: From start to end, as a person waits.
        cpu: Processor seconds, of the process and of all that it started and waited for.
        largest: Peak resident MiB of the largest single process among them; 0 if that was less
            than what this process has, which the system counts for what it starts.
        together: Peak MiB of all of them at one moment; 0 if nobody watched.

    """

    seconds: float
    cpu: float
    largest: float
    together: float


class Bench:
    """
    A scratch folder to measure in, with a cache of its own.

    Args:
        scratch: A folder that is empty.

    """

    def __init__(self, scratch: Path) -> None:
        self.scratch = scratch
        self._said = scratch / "said"
        # What programs remember between builds stays here, and none starts with a person's cache.
        self._environment = os.environ | {"XDG_CACHE_HOME": str(scratch / "cache")}
        self._environment.pop("PYTHONDONTWRITEBYTECODE", None)

    def run(
        self,
        command: Sequence[str],
        folder: Path,
        *,
        passing: Collection[int] = (0,),
        watched: bool = False,
    ) -> Run:
        """
        Run a command to its end; stop everything if it fails, because a ratio would be a lie.

        Args:
            command: The program and its arguments.
            folder: Where it runs.
            passing: Exit codes that are no failure.
            watched: Look at the memory of all processes; this slows them, so do not use the time.

        """
        with self._said.open("wb") as said:
            started = time.perf_counter()
            process = subprocess.Popen(
                command,
                cwd=folder,
                env=self._environment,
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=said,
            )
            with memory.watched(process.pid) if watched else nullcontext() as peak:
                _, status, usage = os.wait4(process.pid, 0)
            seconds = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in passing:
            words = self._said.read_text(encoding="utf-8", errors="replace")[-_LAST_WORDS:]
            sys.exit(f"`{' '.join(command)}` ended with {process.returncode}:\n{words}")
        own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        largest = usage.ru_maxrss if usage.ru_maxrss > own else 0
        return Run(
            seconds=seconds,
            cpu=usage.ru_utime + usage.ru_stime,
            largest=largest / (_A_MIB if sys.platform == "darwin" else 1024),
            together=peak.kib / 1024 if peak else 0.0,
        )


def memory_disk() -> Path | None:
    """Return a disk in memory, or None if the system has none at the usual place."""
    return _MEMORY_DISK if _MEMORY_DISK.is_dir() else None
