"""`enablekit verify`."""

from __future__ import annotations

from typing import Annotated

import typer

from enablekit.cli import _screen
from enablekit.cli._options import HERE, Folder


def command(
    *,
    names: Annotated[list[str], typer.Argument(metavar="ASSET...", help="Ids or paths of assets.")],
    by: Annotated[str, typer.Option(metavar="WHO", help="Who has looked at them, by id.")],
    folder: Folder = HERE,
    scope: Annotated[
        str, typer.Option(help="What was looked at: facts, usage or legal; all if left out.")
    ] = "",
    now: Annotated[str, typer.Option(metavar="DATE", help="Record this day.")] = "",
) -> None:
    """Record who has looked at assets, and at exactly what; whatever changes later shows."""
    from enablekit.usecases.verify import verify  # noqa: PLC0415 - loads every stage

    for one in verify(folder, tuple(names), by=by, scope=scope, now=now or None):
        _screen.answer(f"{one.asset}: {one.after.reason}")
        if one.before.state == "changed":
            _screen.note(f"    Before: {one.before.reason}")
