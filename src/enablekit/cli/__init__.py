"""The command line: parse, call a use case, print, exit."""

from __future__ import annotations

import sys
from functools import partial


def run(arguments: list[str] | None = None) -> int:
    """Run a command line and return its exit code."""
    from enablekit.cli import _ending  # noqa: PLC0415 - part of this package

    given = sys.argv[1:] if arguments is None else arguments
    words = [one for one in given if one != "--debug"]
    return _ending.ended(partial(_act, words), debug="--debug" in given)


def _act(words: list[str]) -> int:
    if words[:1] == ["build"]:
        from enablekit.cli import _plain_build  # noqa: PLC0415 - of all commands, the hurried one

        code = _plain_build.run(words[1:])
        if code is not None:
            return code
    from enablekit.cli import _app  # noqa: PLC0415 - typer and pydantic take a tenth of a second

    return _app.run(words)
