"""`enablekit rules`."""

from __future__ import annotations

from typing import Annotated

import typer

from enablekit.cli import _screen
from enablekit.cli._options import Json  # noqa: TC001 - typer reads the hints


def command(
    *,
    profile: Annotated[str, typer.Option(help="Only those of minimal, recommended, strict.")] = "",
    as_json: Json = False,
) -> None:
    """List every rule with its weight and the profile it begins in."""
    from enablekit.encoding.json_data import plain  # noqa: PLC0415 - loads every rule
    from enablekit.usecases.explain import of_profile  # noqa: PLC0415 - the same

    found = of_profile(profile)
    if as_json:
        listed = [plain(one) | {"severity": one.severity.word, "profile": one.profile.word}
                  for one in found]  # fmt: skip
        _screen.answer_json(listed)
        return
    width = max(len(one.name) for one in found) + 2
    _screen.answer(
        "\n".join(
            f"{one.code}  {one.name:<{width}}{one.severity.word:<9}{one.profile.word}"
            for one in found
        )
    )
