"""Measures how long programs take to start that then do nothing."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from measuring import Bench, Run

YARDSTICK = "python -c pass"
_COMMANDS = {
    "enablekit --version": ["-m", "enablekit", "--version"],
    "enablekit --help": ["-m", "enablekit", "--help"],
    YARDSTICK: ["-c", "pass"],
}


def measure(bench: Bench, runs: int) -> dict[str, list[Run]]:
    """Start each in turn; the first round only fills the disk's cache and is left out."""
    took: dict[str, list[Run]] = {name: [] for name in _COMMANDS}
    for number in range(runs + 1):
        for name, arguments in _COMMANDS.items():
            run = bench.run([sys.executable, *arguments], bench.scratch)
            if number:
                took[name].append(run)
    return took
