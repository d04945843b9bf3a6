"""The assets of a project, whole and connected, for commands that look at some of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from enablekit.adapters import project, source_tree
from enablekit.errors import UsageError
from enablekit.linking.library import link
from enablekit.linking.references import Directory
from enablekit.model.audience import Audience
from enablekit.parsing.asset import parse

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from enablekit.adapters.project import Project
    from enablekit.model.asset import Asset
    from enablekit.model.library import Library
    from enablekit.model.source import SourceFile


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """
    The assets of a project.

    Attributes:
        here: The project.
        files: Every file by path.
        library: The assets, connected; whole, with their text.

    """

    here: Project
    files: dict[str, SourceFile]
    library: Library

    def find(self, name: str) -> Asset:
        """
        Return an asset by its id, its path or its title.

        Raises:
            UsageError: There is none that can be read.

        """
        found = Directory(self.library.assets).find(name)
        if not found:
            raise UsageError(
                f"there is no readable asset `{name}`",
                hint="Name it by its id or its path; `enablekit build` says what cannot be read",
            )
        return self.library.by_id[found]


def shelf(start: Path, today: dt.date) -> Shelf:
    """
    Read all assets of a project, drafts and retired ones too.

    Raises:
        EnablekitError: The folder or the project file is at fault.

    """
    here = project.find(start)
    config = here.config
    files, _ = source_tree.read(
        here.root, include=config.include, exclude=config.exclude, output=None, limit=config.limit
    )
    parsed = [asset for asset, _ in (parse(file, config) for file in files) if asset]
    library, _ = link(parsed, config, Audience.INTERNAL, today)
    return Shelf(here=here, files={file.path: file for file in files}, library=library)
