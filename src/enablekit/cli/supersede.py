"""`enablekit supersede`."""

from __future__ import annotations

from typing import Annotated

import typer

from enablekit.cli import _screen
from enablekit.cli._options import HERE, Folder


def command(
    *,
    old: Annotated[str, typer.Argument(metavar="OLD", help="The asset that is replaced.")],
    by: Annotated[str, typer.Option(metavar="NEW", help="The asset that replaces it.")],
    because: Annotated[str, typer.Option(metavar="WHY", help="Why, in a sentence.")],
    folder: Folder = HERE,
) -> None:
    """Let one asset take the place of another, and name what still leads to the old one."""
    from enablekit.usecases.supersede import supersede  # noqa: PLC0415 - loads every stage

    done = supersede(folder, old, by=by, because=because)
    _screen.answer(f"{done.path}: retired, use {done.new} instead")
    for asset, how in done.pointing:
        _screen.answer(f"  {asset} still leads to {done.old}: {how}")
