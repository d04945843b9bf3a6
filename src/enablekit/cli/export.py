"""`enablekit export`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from enablekit.cli import _screen
from enablekit.cli._options import HERE, Folder, Json, audience_named, paper_named
from enablekit.encoding.counted import counted

if TYPE_CHECKING:
    from enablekit.usecases.export import Exported


Attempts = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="Attempts a learner saved, as statements (xapi)."),
]
Learner = Annotated[
    str, typer.Option(metavar="NAME", help="A pseudonym for whoever saved the attempts.")
]
Output = Annotated[Path, typer.Option("--output", "-o", metavar="DIR", help="Where the files go.")]
Audience = Annotated[str, typer.Option(help="For whom: internal, partner, customer or public.")]
Paper = Annotated[str, typer.Option(help="The size of the pages: a4 or letter.")]


def command(  # noqa: PLR0913 - one argument an option
    *,
    form: Annotated[
        str, typer.Argument(metavar="[FORMAT]", help="The format; without one, all are listed.")
    ] = "",
    names: Annotated[
        list[str] | None, typer.Argument(metavar="[ASSET]...", help="Ids or paths; none for all.")
    ] = None,
    program: Annotated[str, typer.Option(metavar="ID", help="A program instead of assets.")] = "",
    force: Annotated[
        bool, typer.Option("--force", help="Export what is out of use, too, with a notice.")
    ] = False,
    attempts: Attempts = None,
    learner: Learner = "",
    folder: Folder = HERE,
    output: Output = Path("exports"),
    audience: Audience = "",
    paper: Paper = "",
    now: Annotated[str, typer.Option(metavar="DATE", help="As if it were this day.")] = "",
    as_json: Json = False,
) -> None:
    """Write assets as files for other systems, such as a learning platform."""
    if not form:
        _list()
        return
    from enablekit.usecases.export import Order, export  # noqa: PLC0415 - loads every stage

    order = Order(
        start=folder,
        form=form,
        names=tuple(names or ()),
        program=program,
        force=force,
        output=output,
        audience=audience_named(audience),
        paper=paper_named(paper),
        now=now or None,
        attempts=attempts,
        learner=learner,
    )
    _tell(export(order), order.output, as_json=as_json)


def _list() -> None:
    from enablekit.usecases.export import formats  # noqa: PLC0415 - loads every stage

    listed = formats()
    width = max(len(name) for name, _ in listed)
    _screen.answer("\n".join(f"{name:<{width}}  {summary}" for name, summary in listed))


def _tell(done: Exported, output: Path, *, as_json: bool) -> None:
    if as_json:
        _screen.answer_json(_data(done, output))
        return
    for name, why in done.left_out:
        _screen.note(f"{name} {why}")
    for file, why in done.pictures:
        _screen.note(f"{file}: {why}")
    for title, signs in done.signs:
        _screen.note(
            f"“{title}” is set without {' '.join(signs)}, which no typeface on this computer has"
        )
    _screen.answer(_summary(done, output))


def _summary(done: Exported, output: Path) -> str:
    made = counted(len(done.files), "file")
    same = len(done.files) - len(done.changed)
    kept = f", {same} as before" if same else ""
    only = f": {output / done.files[0]}" if len(done.files) == 1 else f" in {output}"
    return f"{counted(len(done.assets), 'asset')} for {done.audience.word}, {made}{kept}{only}"


def _data(done: Exported, output: Path) -> dict[str, Any]:
    return {
        "schema": "enablekit.export/1",
        "output": output.as_posix(),
        "audience": done.audience.word,
        "files": list(done.files),
        "changed": list(done.changed),
        "assets": list(done.assets),
        "left_out": [{"asset": name, "why": why} for name, why in done.left_out],
        "pictures_left_out": [{"file": file, "why": why} for file, why in done.pictures],
        "signs_left_out": [{"title": title, "signs": signs} for title, signs in done.signs],
    }
