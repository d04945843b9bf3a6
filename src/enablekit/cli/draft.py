"""`enablekit draft`."""

from __future__ import annotations

from typing import Annotated

import typer

from enablekit.cli import _screen
from enablekit.cli._options import HERE, Folder
from enablekit.encoding.counted import counted


def command(
    *,
    names: Annotated[list[str], typer.Argument(metavar="ASSET...", help="Ids or paths of assets.")],
    folder: Folder = HERE,
    write: Annotated[
        bool, typer.Option("--write", help="Change the files instead of showing the change.")
    ] = False,
) -> None:
    """Propose guidance from what assets say, each entry marked as a draft with its lines."""
    from enablekit.usecases.draft import draft  # noqa: PLC0415 - loads every stage

    for one in draft(folder, tuple(names), write=write):
        if one.after == one.before:
            _screen.note(f"{one.path}: nothing to add")
            continue
        if not write:
            _screen.answer(one.diff().rstrip("\n"))
        done = "Added" if write else "Would add"
        asked = counted(one.questions, "question")
        left = f"; {asked} left to you" if one.questions else ""
        _screen.note(f"{one.path}: {done.lower()} {counted(one.entries, 'draft')}{left}")
    if not write:
        _screen.note("Nothing was changed; --write changes the files.")
