"""`enablekit build`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from enablekit.cli import _built, _screen
from enablekit.cli._options import HERE, Folder, Json, audience_named
from enablekit.usecases.request import Request

_Audience = Annotated[str, typer.Option(help="For whom: internal, partner, customer or public.")]
_Now = Annotated[
    str, typer.Option(metavar="DATE", help="Build as if it were this day, 2026-10-02.")
]
_ExplainItems = Annotated[
    bool,
    typer.Option(
        "--explain-items",
        help="Write nothing; show how many check questions were made, kept and dropped, by which "
        "rule, and how many must-knows they ask for. With -v, each one dropped or not asked for.",
    ),
]


def command(  # noqa: PLR0913 - one argument an option
    *,
    folder: Folder = HERE,
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="DIR", help="Where the site goes.")
    ] = Path("site"),
    audience: _Audience = "",
    drafts: Annotated[bool, typer.Option("--drafts", help="Build drafts too.")] = False,
    now: _Now = "",
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Show every finding.")] = False,
    jobs: Annotated[
        int, typer.Option("--jobs", "-j", metavar="N", min=0, help="Processes; 0 for all.")
    ] = 0,
    explain_items: _ExplainItems = False,
    as_json: Json = False,
) -> int:
    """Write the guide site: a guide, presenter notes and a check for every asset."""
    if explain_items:
        _explain(folder, audience, now, drafts=drafts, verbose=verbose, as_json=as_json)
        return 0
    request = Request(
        start=folder,
        output=output,
        now=now or None,
        audience=audience_named(audience),
        drafts=drafts,
        jobs=jobs,
    )
    return _built.make(request, verbose=verbose, as_json=as_json)


def _explain(
    folder: Path, audience: str, now: str, *, drafts: bool, verbose: bool, as_json: bool
) -> None:
    """Show what became of every question that was made, and write nothing."""
    from enablekit.cli import _items  # noqa: PLC0415 - loads every stage
    from enablekit.usecases.explain_items import explain_items  # noqa: PLC0415 - the same

    explained = explain_items(
        folder, now=now or None, audience=audience_named(audience), drafts=drafts
    )
    if as_json:
        _screen.answer_json(_items.data(explained))
    else:
        _screen.answer(_items.table(explained, everything=verbose))
