"""An MkDocs site with the Material theme, one page and a search entry for each asset."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import corpus
import installed
from program import Peer, Program

if TYPE_CHECKING:
    from pathlib import Path

_NAME = "mkdocs-material"
# Without pruning every page holds the whole navigation, and the time grows with the square.
_CONFIG = """\
site_name: Bench
site_url: https://example.org/
docs_dir: content
theme:
  name: material
  features: [navigation.prune]
"""


def _set_up(program: str, project: Path, count: int) -> Program:
    corpus.write(project, count, a_folder=100)  # pruning works by folder
    (project / "mkdocs.yml").write_text(_CONFIG, encoding="utf-8")
    # Each of its builds is a full one, so building again would show the same time.
    return Program(
        name=_NAME,
        project=project,
        outputs=project / "built",
        command=partial(_command, program),
        again=False,
    )


def _command(program: str, output: Path) -> list[str]:
    return [program, "build", "--quiet", "--site-dir", str(output)]


PEER = Peer(
    name=_NAME,
    package="mkdocs-material",
    find=partial(installed.beside_python, "mkdocs"),
    set_up=_set_up,
    slow_above=1_000,
)
