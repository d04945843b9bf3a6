"""`enablekit fields`."""

from __future__ import annotations

from typing import Annotated

import typer

from enablekit.cli import _screen
from enablekit.cli._options import HERE, Folder, Json


def command(
    *,
    type_name: Annotated[
        str, typer.Argument(metavar="TYPE", help="Mark what this asset type requires.")
    ] = "",
    folder: Folder = HERE,
    as_json: Json = False,
) -> None:
    """List what may be written in front matter; --json prints its JSON Schema."""
    from enablekit.exporters.front_matter_schema import schema  # noqa: PLC0415 - loads the model
    from enablekit.usecases.fields import fields  # noqa: PLC0415 - the same

    if as_json:
        _screen.answer_json(schema())
        return
    rows, kind = fields(folder, type_name)
    width = max(len(row.key) for row in rows) + 2
    lines: list[str] = []
    for under, heading in (("asset", "At the top:"), ("enablement", "Under `enablement:`:")):
        lines += ["", heading] if lines else [heading]
        lines += [
            f"{'*' if row.required else ' '} {row.key:<{width}}{row.doc}"
            for row in rows
            if row.under == under
        ]
    if kind is not None:
        lines += [
            "",
            f"* required for a {kind.label.lower()}; review every {kind.review_days} days",
        ]
    _screen.answer("\n".join(lines))
