"""Where `enablekit` and `python -m enablekit` begin."""

from __future__ import annotations

import sys

from enablekit import __version__


def main() -> None:
    """Run the program; the version is told without loading the rest of it."""
    if sys.argv[1:] in (["--version"], ["-V"]):
        sys.stdout.write(f"enablekit {__version__}\n")
        return
    from enablekit.cli import run  # noqa: PLC0415 - typer takes ten times as long to load

    sys.exit(run())


if __name__ == "__main__":
    main()
