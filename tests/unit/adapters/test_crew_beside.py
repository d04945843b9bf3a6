from __future__ import annotations

import os

import pytest

from enablekit.adapters import crew
from enablekit.errors import UsageError

PROCESS = os.getpid()


def fail() -> int:
    raise UsageError("no", hint="none")


def end_at_once() -> int:
    """Answer here; anywhere else, be ended without a word."""
    if os.getpid() != PROCESS:
        os._exit(1)
    return PROCESS


@pytest.fixture(autouse=True)
def _two_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crew, "cores", lambda: 2)


@pytest.mark.parametrize("worth", [True, False])
def test_a_task_beside_gives_its_answer(*, worth: bool) -> None:
    with crew.beside(os.getpid, worth=worth) as answer:
        assert (answer() != PROCESS) == (worth and crew.can_fork())


@pytest.mark.parametrize("worth", [True, False])
def test_the_fault_of_a_task_beside_is_that_of_whoever_waits_for_it(*, worth: bool) -> None:
    with crew.beside(fail, worth=worth) as answer, pytest.raises(UsageError, match="no"):
        answer()


def test_what_was_ended_is_done_here() -> None:
    with crew.beside(end_at_once, worth=True) as answer:
        assert answer() == PROCESS


def test_what_nobody_waits_for_is_ended() -> None:
    with crew.beside(input, worth=True) as answer:
        assert callable(answer)
