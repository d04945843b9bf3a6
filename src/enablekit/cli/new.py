"""`enablekit new`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from enablekit.cli import _screen
from enablekit.cli._options import HERE, Folder


def command(
    *,
    type_name: Annotated[str, typer.Argument(metavar="TYPE", help="The asset type.")],
    title: Annotated[str, typer.Argument(metavar="TITLE", help="What people will call it.")],
    folder: Folder = HERE,
    into: Annotated[
        str, typer.Option("--into", metavar="DIR", help="Put it in this folder of the project.")
    ] = "",
) -> None:
    """Start an asset with a filled-in example of its type's guidance."""
    from enablekit.usecases.new import new  # noqa: PLC0415 - loads the model

    path = new(folder, type_name, title, into)
    here = Path.cwd()
    _screen.answer(f"Wrote {path.relative_to(here) if path.is_relative_to(here) else path}")
    _screen.note("Make it your own, then set `status: published`.")
