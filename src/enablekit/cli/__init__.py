"""The command line: parse, call a use case, print, exit."""

from __future__ import annotations

import sys


def run(arguments: list[str] | None = None) -> int:
    """Run a command line and return its exit code."""
    given = sys.argv[1:] if arguments is None else arguments
    if given[:1] == ["build"]:
        from enablekit.cli import _again  # noqa: PLC0415 - only a build can be one that was there

        code = _again.run(given[1:])
        if code is not None:
            return code
    from enablekit.cli import _app  # noqa: PLC0415 - typer and pydantic take a tenth of a second

    return _app.run(given)
