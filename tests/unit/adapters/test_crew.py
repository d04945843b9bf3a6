"""Shares of the work in processes of their own answer like one that is here."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING

import pytest

from enablekit.adapters import crew
from enablekit.errors import EnablekitError, UsageError, WorldError

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


def be_ended(_: int, __: object) -> None:
    if os.getpid() != PROCESS:
        os._exit(1)


@pytest.mark.parametrize("count", [1, 2, 3])
def test_what_is_yielded_comes_in_the_order_of_the_shares(count: int) -> None:
    with crew.crew(shares(count)) as hands:
        assert (set(hands.call(process, None)) == {PROCESS}) == (count == 1 or not crew.can_fork())
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


@pytest.mark.skipif(not crew.can_fork(), reason="there are no other processes here")
@pytest.mark.parametrize("ask", ["call", "collect"])
def test_a_process_that_is_ended_is_said_with_what_to_try(ask: str) -> None:
    with crew.crew(shares(2)) as hands, pytest.raises(WorldError) as caught:
        getattr(hands, ask)(be_ended, None)
    assert isinstance(caught.value, EnablekitError)
    assert "--jobs 1" in caught.value.hint
