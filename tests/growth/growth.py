"""Whether work grows with the length of what is read, or with its square."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from typing import TypeVar

SHORTER = 8  # times: the square of it is far from it, so that a busy machine cannot blur the two
LEEWAY = 2  # times what is in proportion; the square would be 8 times it
TRIES = 12  # the machine may be busy with something else, so the best of them counts
FLOOR = 0.001  # seconds below which a ratio says more about the machine than about us

Made = TypeVar("Made")


def assert_in_proportion(
    make: Callable[[int], Made], length: int, run: Callable[[Made], object]
) -> None:
    """
    Fail if running on what is made of a length takes more than its share of the time of a shorter.

    Args:
        make: Makes what is run on, of a length.
        length: The greater length; the smaller one is an eighth of it.
        run: What is measured.

    """
    short, long = make(length // SHORTER), make(length)
    least = most = float("inf")
    for _ in range(TRIES):
        least = min(least, _seconds(run, short))
        most = min(most, _seconds(run, long))
        if most <= LEEWAY * SHORTER * max(least, FLOOR):
            return
    raise AssertionError(f"{least:.4f} s, and {SHORTER} times as long: {most:.4f} s")


def _seconds(run: Callable[[Made], object], made: Made) -> float:
    """Return the time of the processor that it takes, without collecting garbage."""
    gc.disable()
    try:
        start = time.process_time()
        run(made)
        return time.process_time() - start
    finally:
        gc.enable()
