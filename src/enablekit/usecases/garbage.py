"""Garbage is left lying while a build or a check runs, because there is next to none."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def garbage_left() -> Iterator[None]:
    """
    Let nobody search for circles of references, here and in the processes started from here.

    A build or a check makes millions of values that live until its end, and hardly a circle:
    looking through them again and again is a tenth of its time and finds nothing.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
