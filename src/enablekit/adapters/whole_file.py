"""Writes a file whole or not at all."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_DRAFT = ".enablekit-part"


def put(file: Path, data: bytes) -> None:
    """
    Write a file, and its folder where needed; what was there before stays until it is whole.

    Raises:
        OSError: The system refuses; nothing is left behind.

    """
    file.parent.mkdir(parents=True, exist_ok=True)
    draft = file.with_name(file.name + _DRAFT)
    try:
        draft.write_bytes(data)
        draft.replace(file)
    except OSError:
        with contextlib.suppress(OSError):
            draft.unlink()
        raise
