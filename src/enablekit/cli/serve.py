"""`enablekit serve`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from enablekit.cli import _screen
from enablekit.cli._options import HERE, Folder, audience_named
from enablekit.encoding.counted import counted

if TYPE_CHECKING:
    from enablekit.errors import EnablekitError
    from enablekit.usecases.built import Built


def command(
    *,
    folder: Folder = HERE,
    port: Annotated[
        int, typer.Option(metavar="N", min=0, max=65535, help="The port, or the next free one.")
    ] = 8000,
    host: Annotated[
        str, typer.Option(metavar="NAME", help="This computer: 127.0.0.1, localhost or ::1.")
    ] = "127.0.0.1",
    audience: Annotated[
        str, typer.Option(help="For whom: internal, partner, customer or public.")
    ] = "",
    drafts: Annotated[bool, typer.Option("--drafts", help="Show drafts too.")] = False,
    now: Annotated[
        str, typer.Option(metavar="DATE", help="Show it as if it were this day, 2026-10-02.")
    ] = "",
) -> None:
    """Show the site on this computer while you write; open pages follow what you save."""
    from enablekit.usecases.serve import Listener, Request, serve  # noqa: PLC0415 - loads stages

    request = Request(
        start=folder,
        host=host,
        port=port,
        now=now or None,
        audience=audience_named(audience),
        drafts=drafts,
    )
    with _screen.progress() as progress:
        serve(request, Listener(progress=progress, ready=_ready, again=_again, failed=_failed))


def _ready(built: Built, address: str) -> None:
    _told(built)
    _screen.answer(f"Open {address}")
    _screen.note(
        f"{counted(len(built.assets), 'asset')} for {built.audience.word}; "
        "pages follow what you save. End with Ctrl+C"
    )


def _again(built: Built) -> None:
    change = built.replaced
    count = len(change.added) + len(change.changed) + len(change.removed)
    if count:
        _told(built)
        _screen.note(f"Built again: {counted(count, 'file')} changed")


def _told(built: Built) -> None:
    """List what keeps files out of the site; the rest of what could be better is for `check`."""
    _screen.errors(built.findings)


def _failed(error: EnablekitError) -> None:
    _screen.errors(getattr(error, "findings", ()))
    _screen.error(error)
    _screen.note("Pages stay as they were until it is mended")
