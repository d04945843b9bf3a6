"""Taking a check in a terminal: plain lines, asked one after the other or graded from a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from enablekit.cli import _quiz_text, _screen
from enablekit.encoding.counted import counted
from enablekit.errors import UsageError
from enablekit.usecases.answer_line import how, read_answer
from enablekit.usecases.quiz import answer, answers_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from enablekit.extend.grading import Response
    from enablekit.model.item import Item
    from enablekit.usecases.quiz import Taking

    Tell = Callable[[str], None]


class Stopped(Exception):  # noqa: N818 - no error: somebody goes on another time
    """Somebody stopped before the last question."""


def asked(taking: Taking, tell: Tell) -> Taking:
    """
    Ask one question after the other, explain each, and keep each answer at once.

    Raises:
        Stopped: There are no more answers, or somebody pressed Ctrl-C.

    """
    tell("\n".join(_quiz_text.opening(taking)))
    try:
        for number, item in enumerate(taking.items, 1):
            if item.id in taking.given:
                continue
            tell("\n".join(_quiz_text.question(item, number, len(taking.items))))
            response, sure = _response(item)
            was_kept = taking.kept
            taking = answer(taking, item, response, sure=sure)
            tell("\n".join(_quiz_text.verdict(item, taking.given[item.id], taking)))
            if was_kept and not taking.kept:
                _screen.note("Your answers cannot be kept here, so finish in one go.")
    except (KeyboardInterrupt, EOFError) as error:
        _say_stopped(taking)
        raise Stopped from error
    tell("\n".join(_quiz_text.closing(taking)))
    return taking


def _response(item: Item) -> tuple[Response, bool]:
    """Ask until there is an answer that can be understood."""
    while True:
        typed = _screen.read("\n".join(_quiz_text.wrapped(how(item))))
        if typed is None:
            raise EOFError
        try:
            return read_answer(item, typed)
        except UsageError as error:
            _screen.note("\n".join(_quiz_text.wrapped(error.message)))


def _say_stopped(taking: Taking) -> None:
    done = len(taking.given)
    _screen.note(f"\nStopped: {done} of {len(taking.items)} answered.")
    if done and taking.kept:
        asked_for = taking.wish.audience
        more = f" --audience {asked_for.word}" if asked_for is not None else ""
        _screen.note(f"They are kept. Go on with: enablekit quiz {taking.asset}{more}")


def graded(taking: Taking, path: Path, tell: Tell) -> Taking:
    """
    Grade a file of answers, one a line; `-` is standard input.

    Raises:
        UsageError: The file cannot be read, or a line cannot be understood; nothing is kept then.

    """
    text = _screen.rest() if path == Path("-") else answers_in(path)
    typed = [line for line in text.split("\n") if line.strip()]
    if len(typed) != len(taking.items):
        raise UsageError(
            f"there are {counted(len(typed), 'answer')} for "
            f"{counted(len(taking.items), 'question')}",
            hint="Write one answer a line; `--print` shows the questions",
        )
    for item, (response, sure) in zip(taking.items, _understood(taking, typed), strict=True):
        taking = answer(taking, item, response, sure=sure)
    for number, item in enumerate(taking.items, 1):
        tell("\n".join(_quiz_text.question(item, number, len(taking.items))))
        tell("\n".join(_quiz_text.verdict(item, taking.given[item.id], taking)))
    tell("\n".join(_quiz_text.closing(taking)))
    return taking


def _understood(taking: Taking, typed: list[str]) -> list[tuple[Response, bool]]:
    found = []
    for number, (item, text) in enumerate(zip(taking.items, typed, strict=True), 1):
        try:
            found.append(read_answer(item, text))
        except UsageError as error:
            raise UsageError(f"answer {number} cannot be understood", hint=error.message) from error
    return found


def printed(taking: Taking) -> Iterator[str]:
    """Show the questions, each with how to answer it."""
    yield from _quiz_text.head(taking)
    for number, item in enumerate(taking.items, 1):
        yield from _quiz_text.question(item, number, len(taking.items))
        yield from _quiz_text.wrapped(f"{how(item)}.")
