"""What can be measured: a program that builds a project of its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """
    A program with a project of its own, so that an edit for one is none for another.

    Attributes:
        name: What the tables call it.
        project: The folder it builds, and runs in.
        outputs: A folder that is not there yet, in which each build gets a folder.
        command: Returns the command line that builds into a folder. It is called before the clock
            starts, so what has to be laid out for a run is laid out there.
        passing: Exit codes of a build that wrote what it should.
        again: Whether a second build into the same folder is worth measuring.

    """

    name: str
    project: Path
    outputs: Path
    command: Callable[[Path], list[str]]
    passing: frozenset[int] = frozenset({0})
    again: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Peer:
    """
    A program of others to measure against.

    Attributes:
        name: What the tables call it.
        package: What pip installs it by.
        find: Returns where the program is, or None if it is not installed.
        set_up: Writes a project with so many assets, and says how the program builds it.
        slow_above: The number of assets above which a build takes minutes; None if there is none.

    """

    name: str
    package: str
    find: Callable[[], str | None]
    set_up: Callable[[str, Path, int], Program]
    slow_above: int | None = None
