"""Writes a file that must not be there yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.errors import WorldError

if TYPE_CHECKING:
    from pathlib import Path


def write(path: Path, text: str) -> None:
    """
    Write a new file, and its folder where needed.

    Raises:
        WorldError: The file is there already, or cannot be written; what is there stays.

    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError as error:
        raise WorldError(
            f"{path.name} is there already", hint="Choose another name, or edit that file"
        ) from error
    except OSError as error:
        raise WorldError(
            f"{path} cannot be written: {error.strerror}",
            hint="Check that the folder can be written to and the disk has room",
        ) from error
