"""`enablekit explain`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from enablekit.cli import _screen
from enablekit.cli._options import Json  # noqa: TC001 - typer reads the hints

if TYPE_CHECKING:
    from enablekit.model.diagnosis import Diagnosis


def command(
    *,
    name: Annotated[str, typer.Argument(metavar="CODE", help="A code or a name.")] = "",
    as_json: Json = False,
) -> None:
    """Say what a finding means, why it matters and how to mend it; without a code, list all."""
    from enablekit.encoding.json_data import plain  # noqa: PLC0415 - loads every diagnosis
    from enablekit.usecases.explain import catalogue, explain  # noqa: PLC0415 - the same

    found = (explain(name),) if name else catalogue()
    if as_json:
        _screen.answer_json([plain(one) for one in found])
    elif name:
        _screen.answer(_page(found[0]))
    else:
        width = max(len(one.name) for one in found) + 2
        lines = (f"{one.code}  {one.name:<{width}}{one.what.split('. ')[0]}" for one in found)
        _screen.answer("\n".join(lines))


def _page(one: Diagnosis) -> str:
    return "\n".join(
        [
            f"{one.code} {one.name} ({one.severity.word})",
            "",
            one.what,
            "",
            f"Why it matters: {one.why}",
            "",
            "Wrong:",
            *_indented(one.wrong),
            "",
            "Right:",
            *_indented(one.right),
            *(["", f"Options: {one.options}"] if one.options else []),
            "",
            f"It begins in the profile {one.profile.word}. To turn it off, add it to `ignore:`",
            "under `check:` in enablekit.yaml,",
            f"or write `enablekit: ignore[{one.code}] -- why` in a comment above the words.",
        ]
    )


def _indented(example: str) -> list[str]:
    return [f"    {line}" for line in example.split("\n")]
