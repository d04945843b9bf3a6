"""Shares of the work in processes of their own answer like one that is here."""

from __future__ import annotations

import multiprocessing
import os
import subprocess
import sys
from functools import partial
from typing import TYPE_CHECKING

import pytest

from enablekit.adapters import crew
from enablekit.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PROCESS = os.getpid()


def share(number: int) -> int:
    return number


def shares(count: int) -> list[Callable[[], int]]:
    return [partial(share, number) for number in range(count)]


def process(_: int, __: object) -> int:
    return os.getpid()


def parts(number: int, argument: str) -> Iterator[str]:
    for part in range(3):
        yield f"{argument}{number}.{part}"


def many(_: int, size: int) -> Iterator[bytes]:
    for number in range(50):
        yield bytes([number]) * size


def fail_half_way(number: int, _: object) -> Iterator[int]:
    yield number
    if number == 1:
        raise UsageError("no", hint="none")


PROGRAM = """
import os
from enablekit.adapters import crew
from enablekit.errors import WorldError

def be_ended(share, _):
    os._exit(1)

with crew.crew([int, int]) as hands:
    try:
        hands.{ask}(be_ended, None)
    except WorldError as error:
        print(error, error.hint, sep="\\n")
"""


@pytest.mark.parametrize("count", [1, 2, 3])
def test_what_is_yielded_comes_in_the_order_of_the_shares(count: int) -> None:
    apart = count > 1 and crew.can_fork()
    with crew.crew(shares(count)) as hands:
        assert (PROCESS not in hands.call(process, None)) == apart
        assert hands.collect(parts, "a") == [
            f"a{number}.{part}" for number in range(count) for part in range(3)
        ]
        assert hands.collect(parts, "b")[0] == "b0.0"


def test_more_than_a_pipe_holds_comes_whole() -> None:
    with crew.crew(shares(2)) as hands:
        assert hands.collect(many, 100_000) == 2 * [bytes([n]) * 100_000 for n in range(50)]


@pytest.mark.parametrize("count", [2, 3])
def test_a_fault_half_way_is_raised_here(count: int) -> None:
    with crew.crew(shares(count)) as hands, pytest.raises(UsageError, match="no"):
        hands.collect(fail_half_way, None)


@pytest.mark.skipif(
    "fork" not in multiprocessing.get_all_start_methods() or sys.platform == "darwin",
    reason="there are no other processes here",
)
@pytest.mark.parametrize("ask", ["call", "collect"])
def test_a_process_that_is_ended_is_said_with_what_to_try(ask: str) -> None:
    # In a program of its own: beside the threads of other tests there would be no processes.
    found = subprocess.run(
        [sys.executable, "-c", PROGRAM.format(ask=ask)], capture_output=True, text=True, check=True
    )
    assert found.stdout.split("\n")[:2] == [
        "A process that did a part of the work was ended.",
        "Perhaps there was too little memory: `--jobs 1` needs least.",
    ]
