"""Copies what enablekit has written: no program that writes the same bytes could be faster."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from program import Program

if TYPE_CHECKING:
    from pathlib import Path

NAME = "cp -r of the same output"


def set_up(source: Path) -> Program | None:
    """Copy a built site into a fresh folder each time; None if there is no `cp`."""
    if shutil.which("cp") is None:
        return None

    def command(output: Path) -> list[str]:
        return ["cp", "-r", str(source), str(output)]

    return Program(
        name=NAME, project=source, outputs=source.parent / "copied", command=command, again=False
    )
