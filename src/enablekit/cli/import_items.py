"""`enablekit import`."""

from __future__ import annotations

from pathlib import Path  # noqa: TC003 - typer reads the annotation
from typing import TYPE_CHECKING, Annotated, Any

import typer

from enablekit.cli import _screen
from enablekit.cli._options import HERE, Folder, Json
from enablekit.encoding.counted import counted

if TYPE_CHECKING:
    from enablekit.usecases.import_items import ImportedItems


def command(
    *,
    source: Annotated[Path, typer.Argument(metavar="FILE", help="GIFT, or a table as CSV.")],
    name: Annotated[str, typer.Argument(metavar="ASSET", help="Id or path of an asset.")],
    form: Annotated[
        str, typer.Option("--format", help="gift or csv, where the file's name does not say it.")
    ] = "",
    folder: Folder = HERE,
    write: Annotated[
        bool, typer.Option("--write", help="Change the asset instead of showing the change.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Add the questions of a file to the check of an asset; what it asks already is left out."""
    from enablekit.usecases.import_items import import_items  # noqa: PLC0415 - loads every stage

    done = import_items(folder, source, name, form=form, write=write)
    if as_json:
        _screen.answer_json(_data(done, write=write))
        return
    for one in done.not_taken:
        _screen.note(f"{done.source}:{one.line}: {one.why}")
    if not write and done.added:
        _screen.answer(done.diff().rstrip("\n"))
    _screen.note(f"{done.path}: {_summary(done, write=write)}")
    if not write and done.added:
        _screen.note("Nothing was changed; --write changes the file.")


def _summary(done: ImportedItems, *, write: bool) -> str:
    verb = "added" if write else "would add"
    added = f"{verb} {counted(len(done.added), 'question')}" if done.added else "nothing to add"
    known = f"; {counted(done.known, 'question')} asked there already" if done.known else ""
    return added + known


def _data(done: ImportedItems, *, write: bool) -> dict[str, Any]:
    return {
        "schema": "enablekit.import/1",
        "source": done.source,
        "asset": done.asset,
        "path": done.path,
        "written": write and done.after != done.before,
        "added": list(done.added),
        "known": done.known,
        "not_taken": [{"line": one.line, "why": one.why} for one in done.not_taken],
    }
