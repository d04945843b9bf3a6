"""Writes a report where somebody asked for it."""

from __future__ import annotations

from pathlib import Path

from enablekit.errors import WorldError


def write(name: str, text: str) -> None:
    """
    Write a report into a file, in place of what it held.

    Raises:
        WorldError: It cannot be written.

    """
    _put(name, text, "w")


def append(name: str, text: str) -> None:
    """
    Add a report to a file that others write to, such as the summary of a job.

    Raises:
        WorldError: It cannot be written.

    """
    _put(name, text, "a")


def _put(name: str, text: str, mode: str) -> None:
    try:
        with Path(name).open(mode, encoding="utf-8", errors="replace", newline="\n") as file:
            file.write(text)
    except OSError as error:
        raise WorldError(
            f"{name} cannot be written: {error.strerror}",
            hint="Check that the folder is there and can be written to",
        ) from error
