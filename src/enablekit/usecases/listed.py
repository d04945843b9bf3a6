"""What all pages of a build share: every asset as lists show it, and what is wrong with any."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit import __version__
from enablekit.compilers.guide import compile_guide
from enablekit.extend.siblings import Siblings
from enablekit.model.audience import Audience
from enablekit.model.item import Check
from enablekit.model.notes import PresenterNotes
from enablekit.model.publication import Compiled, Publication

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from enablekit.adapters.project import Project
    from enablekit.model.asset import Asset
    from enablekit.model.finding import Finding
    from enablekit.model.library import Library
    from enablekit.usecases.remembered import Reading


def in_order(
    about_project: tuple[Finding, ...],
    about_files: tuple[Finding, ...],
    about_links: tuple[Finding, ...],
    readings: Sequence[Reading],
) -> tuple[Finding, ...]:
    """Put all findings in the order in which they are listed."""
    inside = [finding for one in readings for finding in one.findings]
    everything = (*about_project, *about_files, *about_links, *inside)
    return tuple(sorted(everything, key=lambda one: one.order))


def publication_of(
    here: Project, library: Library, today: dt.date, findings: tuple[Finding, ...]
) -> Publication:
    """Collect what all pages share; the assets in it come without their text."""
    inside = library.audience is Audience.INTERNAL
    siblings = Siblings(library)
    entries = [_entry(asset, library, here, siblings) for asset in library.assets]
    return Publication(
        name=here.config.name,
        language=here.config.language,
        audience=library.audience,
        built_on=today,
        generator=f"enablekit {__version__}",
        vocabulary=library.vocabulary,
        compiled=tuple(sorted(entries, key=_by_title)),
        programs=library.programs,
        source_url=here.config.source_url if inside else "",
        # A build for others is served elsewhere, and where ours is served is not their business.
        site_url=here.config.site_url if library.audience is here.config.audience else "",
        feedback=here.config.feedback if inside else "",
        offline=here.config.offline,
        findings=findings if inside else (),
        files=tuple(sorted(one for one in library.settled.items() if one[1] in library.by_id)),
    )


def _entry(asset: Asset, library: Library, here: Project, siblings: Siblings) -> Compiled:
    """Compile what lists show of an asset; the share that has its text makes its own pages."""
    return Compiled(
        guide=compile_guide(asset, library, here.config, siblings),
        notes=PresenterNotes(asset=asset.id),
        check=Check(asset=asset.id),
    )


def _by_title(compiled: Compiled) -> tuple[str, str]:
    return (compiled.guide.asset.title.casefold(), compiled.guide.asset.id)
