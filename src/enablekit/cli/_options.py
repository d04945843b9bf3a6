"""Options that several commands take."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Folder = Annotated[Path, typer.Option("-C", metavar="DIR", help="Work in this folder.")]
Json = Annotated[bool, typer.Option("--json", help="Answer as JSON.")]
HERE = Path()
