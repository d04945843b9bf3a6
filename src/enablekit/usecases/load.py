"""Load: a project compiled in memory, for programs that want the data and not the site."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from enablekit.adapters import clock, project
from enablekit.linking.library import link
from enablekit.model.asset import Status
from enablekit.usecases import share
from enablekit.usecases.listed import in_order, publication_of
from enablekit.usecases.share import Share
from enablekit.usecases.whole_build import source_files

if TYPE_CHECKING:
    from pathlib import Path

    from enablekit.model.audience import Audience
    from enablekit.model.publication import Publication


def load(
    start: Path,
    *,
    now: str | None = None,
    audience: Audience | None = None,
    drafts: bool = False,
    revived: bool = False,
) -> Publication:
    """
    Compile a project and write nothing.

    Args:
        start: A folder of the project.
        now: The day to compile for, as `YYYY-MM-DD`, or None for today.
        audience: For whom; None for what the project says.
        drafts: Whether drafts are compiled too.
        revived: Whether what is out of use has presenter notes and a check like anything else.

    Raises:
        EnablekitError: It could not run: the folder or the project file is at fault.

    """
    here = project.find(start)
    reader = here.config.audience if audience is None else audience
    files, refused = source_files(here, output=None)
    hand = Share(
        files=files, config=here.config, templates={}, progress=lambda: None, revived=revived
    )
    readings = share.read(hand, frozenset())
    assets = [one.asset for one in readings if one.asset is not None]
    wanted = [one for one in assets if drafts or one.status is not Status.DRAFT]
    today = clock.today(now)
    library, links = link(wanted, here.config, reader, today)
    findings = in_order(here.findings, refused, links, readings)
    listed = publication_of(here, library, today, findings)
    everything = frozenset(library.by_id)
    compiled = {one.guide.asset.id: one for one in share.compiled(hand, library, everything)}
    strings, _ = project.strings(here)
    return replace(
        listed,
        compiled=tuple(compiled[one.guide.asset.id] for one in listed.compiled),
        strings=strings,
    )
