"""`enablekit certificate`."""

from __future__ import annotations

from pathlib import Path  # noqa: TC003 - typer looks at it when it runs
from typing import TYPE_CHECKING, Annotated, Any

import typer

from enablekit.cli import _screen
from enablekit.cli._options import HERE, Folder, Json, audience_named
from enablekit.encoding.counted import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.usecases.certificate import Compared

CHANGED = 1


def command(
    *,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The certificate as it was saved.")],
    folder: Folder = HERE,
    audience: Annotated[
        str, typer.Option(help="For whom: internal, partner, customer or public.")
    ] = "",
    now: Annotated[str, typer.Option(metavar="DATE", help="As if it were this day.")] = "",
    as_json: Json = False,
) -> int:
    """Say what somebody learned that has changed since, and so has to be asked again."""
    from enablekit.usecases.certificate import compare  # noqa: PLC0415 - loads every stage

    found = compare(folder, file, now=now or None, audience=audience_named(audience))
    if as_json:
        _screen.answer_json(_data(found))
    else:
        _screen.answer("\n".join(_lines(found)))
    return CHANGED if found.changed else 0


def _lines(found: Compared) -> Iterator[str]:
    one = found.certificate
    who = f"{one.learner}: " if one.learner else ""
    yield f"{who}{one.name}, finished on {one.on}"
    if not found.changed:
        yield f"Nothing has changed since, in {counted(found.parts, 'part')}"
    else:
        yield f"{len(found.changed)} of {counted(found.parts, 'part')} to be asked again:"
    for part in found.changed:
        what = f"{part.id}, now “{part.statement}”" if part.id else "new in this path"
        yield f"  {part.title} ({part.asset}): {what}"
    for name in found.gone:
        yield f"Not in this path any more: {name}"


def _data(found: Compared) -> dict[str, Any]:
    return {
        "schema": "enablekit.certificate-check/1",
        "program": found.certificate.program,
        "learner": found.certificate.learner,
        "on": found.certificate.on,
        "parts": found.parts,
        "changed": [
            {"asset": one.asset, "must_know": one.id, "statement": one.statement}
            for one in found.changed
        ],
        "gone": list(found.gone),
    }
