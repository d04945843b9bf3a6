"""Several processes that each keep a share of the work and answer calls about it."""

from __future__ import annotations

import multiprocessing
import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum
from itertools import chain
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from enablekit.errors import EnablekitError, WorldError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from multiprocessing.connection import Connection

Share = TypeVar("Share")
Answer = TypeVar("Answer")


class _Said(Enum):
    """What a process says of what it sends along."""

    PART = 1
    ALL = 2
    FAULT = 3


class Crew(Generic[Share]):
    """
    Shares of the work, each in a process of its own, or all of them in this one.

    Args:
        here: Shares kept in this process.
        lines: Connections to the processes that keep the others.

    """

    def __init__(self, here: Sequence[Share], lines: Sequence[Connection]) -> None:
        self._here = here
        self._lines = lines

    def call(self, task: Callable[[Share, Any], Answer], argument: object) -> list[Answer]:
        """
        Let every share do a task, at the same time where there are processes.

        Args:
            task: A function of a module, called with the share and the argument.
            argument: What every share is told.

        Returns:
            The answers in the order of the shares.

        Raises:
            EnablekitError: A share raised it, or its process was ended.

        """
        for line in self._lines:
            line.send((task, argument))
        answers = [task(share, argument) for share in self._here]
        return [*answers, *(_heard(line)[1] for line in self._lines)]

    def collect(
        self, task: Callable[[Share, Any], Iterator[Answer]], argument: object
    ) -> list[Answer]:
        """
        Let every share do a task that yields, and return all that is yielded.

        What a process yields travels at once, so that it need not hold everything it made.

        Args:
            task: A function of a module, called with the share and the argument.
            argument: What every share is told.

        Returns:
            What was yielded, in the order of the shares.

        Raises:
            EnablekitError: A share raised it, or its process was ended.

        """
        for line in self._lines:
            line.send((task, argument))
        found = [one for share in self._here for one in task(share, argument)]
        heard: dict[Connection, list[Answer]] = {line: [] for line in self._lines}
        talking = set(self._lines)
        while talking:
            for line in cast("list[Connection]", wait(talking)):
                said, answer = _heard(line)
                if said is _Said.PART:
                    heard[line].append(answer)
                else:
                    talking.discard(line)
        return [*found, *chain.from_iterable(heard.values())]


def _heard(line: Connection) -> tuple[_Said, Any]:
    """Return what a process says next, or raise what went wrong there."""
    try:
        said, answer = line.recv()
    except EOFError as error:
        raise WorldError(
            "A process that did a part of the work was ended.",
            hint="Perhaps there was too little memory: `--jobs 1` needs least.",
        ) from error
    if said is _Said.FAULT:
        raise answer
    return said, answer


@contextmanager
def crew(shares: Sequence[Callable[[], Share]]) -> Iterator[Crew[Share]]:
    """
    Start a crew and end it, whatever happens.

    Args:
        shares: Makes each share; called in the process that keeps it, so that what it needs is
            inherited and never copied.

    """
    if len(shares) == 1 or not can_fork():
        yield Crew([make() for make in shares], [])
        return
    context = multiprocessing.get_context("fork")
    members, lines = [], []
    try:
        for make in shares:
            ours, theirs = context.Pipe()
            member = context.Process(target=_serve, args=(make, theirs, ours), daemon=True)
            member.start()
            theirs.close()
            members.append(member)
            lines.append(ours)
        yield Crew([], lines)
    finally:
        for line in lines:
            line.close()
        for member in members:
            member.terminate()
            member.join()


@contextmanager
def beside(task: Callable[[], Answer], *, worth: bool) -> Iterator[Callable[[], Answer]]:
    """
    Do a task in a process of its own while this one goes on with something else.

    Args:
        task: What to do; it knows all that this process knows now.
        worth: Whether it takes longer than starting a process.

    Returns:
        What waits for the answer and returns it, or raises the EnablekitError of the task. Where
        there can be no other process, it does the task itself.

    """
    if not (worth and cores() > 1 and can_fork()):
        yield task
        return
    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe(duplex=False)
    member = context.Process(target=_answer, args=(task, theirs, ours), daemon=True)
    member.start()
    theirs.close()

    def answer() -> Answer:
        try:
            said, found = ours.recv()
        except EOFError:  # somebody ended it
            return task()
        if said is _Said.FAULT:
            raise found
        given: Answer = found
        return given

    try:
        yield answer
    finally:
        ours.close()
        member.terminate()
        member.join()


def can_fork() -> bool:
    """Tell whether a copy of this process is safe: not on macOS, nor beside other threads."""
    return (
        "fork" in multiprocessing.get_all_start_methods()
        and sys.platform != "darwin"
        and threading.active_count() == 1
        and "typst" not in sys.modules  # its threads are not Python's, and a copy lacks them
    )


def cores() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _answer(task: Callable[[], Any], line: Connection, other_end: Connection) -> None:
    """Do one task and say what came of it."""
    other_end.close()
    try:
        line.send((_Said.ALL, task()))
    except EnablekitError as error:
        line.send((_Said.FAULT, error))


def _serve(make: Callable[[], Any], line: Connection, other_end: Connection) -> None:
    """Answer calls until the other end hangs up."""
    other_end.close()
    share = make()
    while True:
        try:
            task, argument = line.recv()
        except EOFError:
            return
        try:
            answer = task(share, argument)
            if isinstance(answer, Iterator):
                for part in answer:
                    line.send((_Said.PART, part))
                answer = None
            line.send((_Said.ALL, answer))
        except EnablekitError as error:
            line.send((_Said.FAULT, error))
