"""`enablekit status`."""

from __future__ import annotations

from pathlib import Path  # noqa: TC003 - typer reads the hints
from typing import TYPE_CHECKING, Annotated, Any

import typer

from enablekit.cli import _screen
from enablekit.cli._options import HERE, Folder, Json

if TYPE_CHECKING:
    from enablekit.usecases.status import State, Trust


def command(
    *,
    folder: Folder = HERE,
    due: Annotated[bool, typer.Option("--due", help="Only what is due or overdue.")] = False,
    owner: Annotated[
        str, typer.Option(metavar="WHO", help="Only what this person is accountable for.")
    ] = "",
    rests_on: Annotated[
        str, typer.Option(metavar="WORD", help="Only what rests on a persona, a price, a rival …")
    ] = "",
    now: Annotated[str, typer.Option(metavar="DATE", help="As if it were this day.")] = "",
    calendar: Annotated[
        Path | None, typer.Option("--ics", metavar="FILE", help="Write a calendar of reviews.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Say what is verified, due, overdue, changed and unowned, and how far all can be trusted."""
    from enablekit.usecases.status import status  # noqa: PLC0415 - loads every stage

    trust = status(folder, due=due, owner=owner, rests_on=rests_on, now=now or None)
    if calendar is not None:
        _write(trust, calendar)
    if as_json:
        _screen.answer_json(_data(trust))
        return
    _screen.answer("\n".join([*_lines(trust.states), _total(trust)]))


def _write(trust: Trust, calendar: Path) -> None:
    from enablekit.usecases.reviews import write_calendar  # noqa: PLC0415 - only --ics needs it

    count = write_calendar(trust, calendar)
    _screen.note(f"{count} reviews in {calendar}")


def _lines(states: tuple[State, ...]) -> list[str]:
    if not states:
        return []
    wide = max(len(one.id) for one in states) + 2
    lines = []
    for one in states:
        owner = one.owner or "nobody"
        lines.append(f"{one.state:<12}{one.id:<{wide}}{owner}")
        lines += [f"{'':12}{reason}" for reason in one.reasons if reason]
        if one.parts:
            lines.append(f"{'':12}Rests on it: {', '.join(one.parts)}.")
        if one.state == "unverified" and one.last_changed:
            lines.append(f"{'':12}Git saw it change last on {one.last_changed}.")
    return lines


def _total(trust: Trust) -> str:
    score = trust.score
    return f"{score.verified} of {score.in_use} assets in use are verified: {score.percent} %"


def _data(trust: Trust) -> dict[str, Any]:
    return {
        "schema": "enablekit.status/1",
        "day": trust.today.isoformat(),
        "verified": trust.score.verified,
        "in_use": trust.score.in_use,
        "percent": trust.score.percent,
        "assets": [
            {
                "id": one.id,
                "title": one.title,
                "path": one.path,
                "owner": one.owner,
                "state": one.state,
                "flags": list(one.flags),
                "reasons": list(one.reasons),
                "parts": list(one.parts),
                "last_changed": one.last_changed.isoformat() if one.last_changed else None,
                "review_by": one.review_by.isoformat() if one.review_by else None,
            }
            for one in trust.states
        ],
    }
