"""`enablekit quiz`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from enablekit.cli import _screen
from enablekit.cli._options import HERE, Folder, Json, audience_named
from enablekit.encoding.counted import counted

if TYPE_CHECKING:
    from enablekit.usecases.quiz import Taking
    from enablekit.usecases.quiz_list import Listed
    from enablekit.usecases.quiz_state import Wish

NOT_PASSED = 1
STOPPED = 130

Name = Annotated[
    str, typer.Argument(metavar="[ASSET]", help="Its id or path; without one, all are listed.")
]
Restart = Annotated[bool, typer.Option("--restart", help="Begin anew, not where you stopped.")]
Answers = Annotated[
    Path | None,
    typer.Option("--answers", metavar="FILE", help="Grade a file with one answer a line."),
]
Questions = Annotated[
    bool, typer.Option("--print", help="Only show the questions, as they will be asked.")
]
Attempts = Annotated[
    bool, typer.Option("--attempts", help="List the attempts kept on this computer.")
]
Forget = Annotated[bool, typer.Option("--forget", help="Remove what is kept on this computer.")]


def command(  # noqa: PLR0913 - an argument an option
    *,
    name: Name = "",
    restart: Restart = False,
    answers: Answers = None,
    questions: Questions = False,
    attempts: Attempts = False,
    forget: Forget = False,
    folder: Folder = HERE,
    audience: Annotated[
        str, typer.Option(help="For whom: internal, partner, customer or public.")
    ] = "",
    now: Annotated[str, typer.Option(metavar="DATE", help="As if it were this day.")] = "",
    as_json: Json = False,
) -> None:
    """Take the check of an asset: what is right, why, and where it is written."""
    from enablekit.usecases import quiz, quiz_list  # noqa: PLC0415 - loads every stage
    from enablekit.usecases.quiz_state import Wish  # noqa: PLC0415 - loads every stage

    wish = Wish(start=folder, audience=audience_named(audience), now=now or None)
    if forget:
        quiz_list.forget(wish, name)
        _screen.answer(f"Nothing is kept of `{name}` any more." if name else "Nothing is kept.")
    elif attempts:
        _list_attempts(wish, name, as_json=as_json)
    elif not name:
        _list_checks(wish, as_json=as_json)
    else:
        _take(quiz.begin(wish, name, restart=restart or answers is not None),
              answers, questions=questions, as_json=as_json)  # fmt: skip


def _take(begun: Taking, answers: Path | None, *, questions: bool, as_json: bool) -> None:
    from enablekit.cli import _quiz_taking  # noqa: PLC0415 - loads every stage
    from enablekit.usecases.quiz import ATTEMPTS, finish  # noqa: PLC0415 - loads every stage

    if questions:
        _screen.answer("\n".join(_quiz_taking.printed(begun)))
        return
    tell = _screen.note if as_json else _screen.answer
    try:
        done = (
            _quiz_taking.asked(begun, tell)
            if answers is None
            else _quiz_taking.graded(begun, answers, tell)
        )
    except _quiz_taking.Stopped:
        raise typer.Exit(STOPPED) from None
    attempt = finish(done)
    if as_json:
        _screen.answer_json({"schema": ATTEMPTS, "attempts": [attempt]})
    if not done.passed:
        raise typer.Exit(NOT_PASSED)


def _list_checks(wish: Wish, *, as_json: bool) -> None:
    from enablekit.usecases.quiz_list import checks  # noqa: PLC0415 - loads every stage

    found = checks(wish)
    if as_json:
        listed = [_check_data(one) for one in found]
        _screen.answer_json({"schema": "enablekit.checks/1", "checks": listed})
        return
    if not found:
        _screen.answer("No asset has a check yet. `enablekit check` says what is missing.")
    for one in found:
        _screen.answer(f"{one.asset}: {_state(one)}")


def _state(one: Listed) -> str:
    asked = counted(one.items, "question")
    if one.answered:
        return f"{asked}, {one.answered} answered; go on with `enablekit quiz {one.asset}`"
    if one.last is None:
        return f"{asked}, not taken"
    how = "passed" if one.last["passed"] else "not passed"
    edited = "; edited since, so take it again" if one.edited else ""
    day = one.last["at"][:10]
    return f"{asked}, {how} with {one.last['right']} of {one.last['of']} on {day}{edited}"


def _check_data(one: Listed) -> dict[str, Any]:
    return {
        "asset": one.asset,
        "title": one.title,
        "questions": one.items,
        "answered": one.answered,
        "passed": one.last["passed"] if one.last else None,
        "at": one.last["at"] if one.last else None,
        "edited": one.edited,
    }


def _list_attempts(wish: Wish, name: str, *, as_json: bool) -> None:
    from enablekit.usecases.quiz import ATTEMPTS  # noqa: PLC0415 - loads every stage
    from enablekit.usecases.quiz_list import attempts  # noqa: PLC0415 - loads every stage

    found = attempts(wish, name)
    if as_json:
        _screen.answer_json({"schema": ATTEMPTS, "attempts": list(found)})
        return
    if not found:
        _screen.answer("No attempts are kept on this computer.")
    for one in found:
        how = "passed" if one["passed"] else "not passed"
        when = one["at"][:16].replace("T", " ")
        _screen.answer(f"{when} UTC  {one['asset']}: {how}, {one['right']} of {one['of']} right")
