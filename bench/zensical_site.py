"""A Zensical site, one page and a search entry for each asset."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import corpus
import installed
from program import Peer, Program

if TYPE_CHECKING:
    from pathlib import Path

_NAME = "zensical"
_CONFIG = """\
[project]
site_name = "Bench"
site_url = "https://example.org/"
docs_dir = "content"
site_dir = "{output}"

[project.theme]
features = ["navigation.prune"]
"""


def _set_up(program: str, project: Path, count: int) -> Program:
    corpus.write(project, count, a_folder=100)  # pruning works by folder
    return Program(
        name=_NAME,
        project=project,
        outputs=project / "built",  # it writes nowhere else
        command=partial(_command, program, project),
    )


def _command(program: str, project: Path, output: Path) -> list[str]:
    """Name the output in the settings, the only place for it; a new one starts without a cache."""
    cache = project / ".cache"
    if cache.exists() and not output.exists():
        cache.rename(project.parent / f"{output.name}-old-cache")
    settings = project / "zensical.toml"
    text = _CONFIG.format(output=output.as_posix())
    if not settings.exists() or settings.read_text(encoding="utf-8") != text:
        settings.write_text(text, encoding="utf-8")
    return [program, "build"]


PEER = Peer(
    name=_NAME,
    package="zensical",
    find=partial(installed.beside_python, "zensical"),
    set_up=_set_up,
    slow_above=1_000,
)
