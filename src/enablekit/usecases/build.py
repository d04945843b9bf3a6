"""Build: read the assets, connect them, compile them, write the site."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from enablekit import __version__, registry
from enablekit.adapters import build_memory, clock, crew, lock, output_tree, project, source_tree
from enablekit.adapters.output_tree import SiteChangedError
from enablekit.compilers.guide import compile_guide
from enablekit.errors import UsageError
from enablekit.exporters import enablekit_json
from enablekit.linking.library import link
from enablekit.model.asset import Status
from enablekit.model.audience import Audience
from enablekit.model.item import Check
from enablekit.model.notes import PresenterNotes
from enablekit.model.publication import Compiled, Publication
from enablekit.site.frame import frame_of
from enablekit.site.pages import assembled, common_pages
from enablekit.site.templating import prepared
from enablekit.usecases import share
from enablekit.usecases.built import Built, noted, remembered
from enablekit.usecases.remembered import (
    Memory,
    fingerprints,
    memory_of,
    page_keys,
    recall,
    still_right,
)
from enablekit.usecases.share import Order, Share

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from enablekit.adapters.project import Project
    from enablekit.model.asset import Asset
    from enablekit.model.finding import Finding
    from enablekit.model.library import Library
    from enablekit.model.output import OutputTree, Replaced
    from enablekit.model.source import SourceFile
    from enablekit.site.frame import Frame
    from enablekit.usecases.remembered import Made, Reading

# Starting a process costs as much as reading a hundred assets.
_WORTH_A_PROCESS = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """
    What somebody asked for.

    Attributes:
        start: The folder they stand in, or named.
        output: Where the site goes; relative to the project.
        now: The day to build for, as `YYYY-MM-DD`, or None for today.
        audience: For whom; None for what the project says.
        drafts: Whether drafts are built too.
        jobs: How many processes to use at most; 0 for as many as there are processors.

    """

    start: Path
    output: Path
    now: str | None = None
    audience: Audience | None = None
    drafts: bool = False
    jobs: int = 0


def _silent() -> None:
    """Show nobody how far a build is."""


def build(request: Request, progress: Callable[[], None] = _silent) -> Built:
    """
    Build the site of a project.

    Args:
        request: What to build.
        progress: Told after each file that was read.

    Raises:
        EnablekitError: It could not run: the folder, the project file or the output is at fault.

    """
    today = clock.today(request.now)
    here = project.find(request.start)
    output = here.root / request.output
    reader = here.config.audience if request.audience is None else request.audience
    output_tree.require_usable(output, project=here.root)
    templates = project.templates(here)
    files, refused = source_files(here, output)
    settings = _settings(request, here, reader, today, templates)
    states = fingerprints(files)
    made_of = build_memory.key([settings, repr(refused), *states, *states.values()])
    note = build_memory.recall(made_of, output)
    if note is not None:
        return remembered(note, output)

    job = _Job(
        request=request, here=here, reader=reader, today=today, templates=templates, files=files,
        states=states, refused=refused, output=output, progress=progress,
    )  # fmt: skip
    try:
        built, memory = _build(job, recall(settings, output))
    except SiteChangedError:
        built, memory = _build(job, Memory())
    build_memory.keep(made_of, output, noted(built))
    build_memory.keep_parts(settings, output, memory)
    return built


@dataclass(frozen=True, slots=True, kw_only=True)
class _Job:
    """What a build starts from; the attributes are named as in `build`."""

    request: Request
    here: Project
    reader: Audience
    today: dt.date
    templates: Mapping[str, str]
    files: tuple[SourceFile, ...]
    states: Mapping[str, str]
    refused: tuple[Finding, ...]
    output: Path
    progress: Callable[[], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Linked:
    """All assets of a build, connected, before their pages are made."""

    readings: tuple[Reading, ...]
    library: Library
    publication: Publication
    frame: Frame
    findings: tuple[Finding, ...]
    drafts: int


def _build(job: _Job, memory: Memory) -> tuple[Built, Memory]:
    """Build what is not remembered, and return what to remember of it."""
    known = {
        one.reading.path: one.reading
        for one in memory.files
        if job.states.get(one.reading.path) == one.state
    }
    with crew.crew(_shares(job, len(job.files) - len(known))) as hands:
        fresh = hands.call(share.read, frozenset(known))
        linked = _link(job, [*known.values(), *(one for each in fresh for one in each)])
        keys = page_keys(linked.library, linked.publication, linked.frame, job.states,
                         {one.path: one.links for one in linked.readings})  # fmt: skip
        pieces = still_right(memory, keys, job.output)
        wanted = frozenset(keys.keys() - pieces.keys())
        order = Order(library=linked.library, frame=linked.frame.without_lists(), wanted=wanted)
        for each in hands.call(share.write, order):
            pieces |= {one.path: one for one in each}

    tree = _tree(job, linked, pieces)
    with lock.hold(job.output):
        replaced = output_tree.replace(tree, job.output, project=job.here.root)
    return _report(job, linked, pieces, replaced), memory_of(
        linked.readings, job.states, keys, pieces, job.output
    )


def _link(job: _Job, readings: list[Reading]) -> _Linked:
    assets = [one.asset for one in readings if one.asset is not None]
    wanted = [one for one in assets if job.request.drafts or one.status is not Status.DRAFT]
    library, links = link(wanted, job.here.config, job.reader, job.today)
    findings = in_order(job.here.findings, job.refused, links, readings)
    publication = publication_of(job.here, library, job.today, findings)
    return _Linked(
        readings=tuple(readings),
        library=library,
        publication=publication,
        frame=frame_of(publication),
        findings=findings,
        drafts=len(assets) - len(wanted),
    )


def _tree(job: _Job, linked: _Linked, pieces: Mapping[str, Made]) -> OutputTree:
    publication = linked.publication
    pages = [*common_pages(linked.frame, prepared(job.templates), job.templates)]
    pages += [page for one in pieces.values() for page in one.pages]
    lines = (pieces[one.guide.asset.path].line for one in publication.compiled)
    tree = assembled(pages)
    data = {enablekit_json.NAME: enablekit_json.document(publication, lines)}
    return replace(tree, files=dict(sorted({**tree.files, **data}.items())))


def _report(job: _Job, linked: _Linked, pieces: Mapping[str, Made], replaced: Replaced) -> Built:
    compiled = linked.publication.compiled
    return Built(
        output=job.output,
        audience=job.reader,
        assets=tuple(one.guide.asset.id for one in compiled),
        guided=sum(one.guide.asset.has_guidance for one in compiled),
        items=sum(one.items for one in pieces.values()),
        replaced=replaced,
        findings=linked.findings,
        left_out=tuple(sorted(one.path for one in linked.readings if one.asset is None)),
        drafts=linked.drafts,
    )


def _settings(
    request: Request,
    here: Project,
    reader: Audience,
    today: dt.date,
    templates: Mapping[str, str],
) -> str:
    """Return the hash of what every page depends on."""
    kinds = [kind.NAME for kind in registry.kinds()]
    settings = (__version__, reader.word, today, request.drafts, here.config, kinds)
    parts = [build_memory.program(), repr(settings)]
    for name, text in sorted(templates.items()):
        parts += (name, text)
    return build_memory.key(parts)


def source_files(
    here: Project, output: Path | None
) -> tuple[tuple[SourceFile, ...], tuple[Finding, ...]]:
    """Read a project's files; no file at all is not a success."""
    config = here.config
    files, refused = source_tree.read(
        here.root,
        include=config.include,
        exclude=config.exclude,
        output=output,
        limit=config.limit,
    )
    if not files:
        raise UsageError(
            f"no assets found in {here.root.name or here.root}",
            hint="Add a Markdown file, or set `include:` in enablekit.yaml",
        )
    return files, refused


def _shares(job: _Job, unknown: int) -> list[Callable[[], Share]]:
    """Deal the files out like cards: neighbours in a folder are often alike in size."""
    hands = max(1, min(job.request.jobs or crew.cores(), unknown // _WORTH_A_PROCESS))
    return [
        partial(
            Share,
            files=job.files[hand::hands],
            config=job.here.config,
            templates=job.templates,
            progress=job.progress,
        )
        for hand in range(hands)
    ]


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
    entries = [_entry(asset, library, here) for asset in library.assets]
    return Publication(
        name=here.config.name,
        language=here.config.language,
        audience=library.audience,
        built_on=today,
        generator=f"enablekit {__version__}",
        vocabulary=library.vocabulary,
        compiled=tuple(sorted(entries, key=_by_title)),
        source_url=here.config.source_url if inside else "",
        findings=findings if inside else (),
    )


def _entry(asset: Asset, library: Library, here: Project) -> Compiled:
    """Compile what lists show of an asset; the share that has its text makes its own pages."""
    return Compiled(
        guide=compile_guide(asset, library, here.config),
        notes=PresenterNotes(asset=asset.id),
        check=Check(asset=asset.id),
    )


def _by_title(compiled: Compiled) -> tuple[str, str]:
    return (compiled.guide.asset.title.casefold(), compiled.guide.asset.id)
