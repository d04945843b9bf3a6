"""Build: read the assets, connect them, compile them, write the site."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from enablekit import __version__, registry
from enablekit.adapters import build_memory, clock, crew, lock, output_tree, project, source_tree
from enablekit.compilers.guide import compile_guide
from enablekit.errors import UsageError
from enablekit.exporters import enablekit_json
from enablekit.linking.library import link
from enablekit.model.asset import Status
from enablekit.model.audience import Audience
from enablekit.model.item import Check
from enablekit.model.notes import PresenterNotes
from enablekit.model.output import OutputTree
from enablekit.model.publication import Compiled, Publication
from enablekit.site.frame import frame_of
from enablekit.site.pages import assembled, common_pages
from enablekit.site.templating import prepared
from enablekit.usecases import share
from enablekit.usecases.built import Built, noted, remembered
from enablekit.usecases.share import Order, Share

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from enablekit.adapters.project import Project
    from enablekit.model.asset import Asset
    from enablekit.model.finding import Finding
    from enablekit.model.library import Library
    from enablekit.model.source import SourceFile
    from enablekit.site.frame import Frame
    from enablekit.usecases.share import Reading, Result

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
    made_of = _made_of(request, here, reader, today, templates, files, refused)
    note = build_memory.recall(made_of, output)
    if note is not None:
        return remembered(note, output)

    with crew.crew(_shares(files, here, templates, request.jobs, progress)) as hands:
        readings = hands.call(share.read, None)
        assets = [asset for one in readings for asset in one.assets]
        wanted = [one for one in assets if request.drafts or one.status is not Status.DRAFT]
        library, links = link(wanted, here.config, reader, today)
        findings = in_order(here.findings, refused, links, readings)
        publication = publication_of(here, library, today, findings)
        frame = frame_of(publication)
        results = hands.call(share.write, Order(library=library, frame=frame.without_lists()))

    tree = _tree(frame, templates, results)
    with lock.hold(output):
        replaced = output_tree.replace(tree, output, project=here.root)
    built = Built(
        output=output,
        audience=reader,
        assets=tuple(one.guide.asset.id for one in publication.compiled),
        guided=sum(one.guide.asset.has_guidance for one in publication.compiled),
        items=sum(one.items for one in results),
        replaced=replaced,
        findings=findings,
        left_out=tuple(sorted(path for one in readings for path in one.left_out)),
        drafts=len(assets) - len(wanted),
    )
    build_memory.keep(made_of, output, noted(built))
    return built


def _made_of(
    request: Request,
    here: Project,
    reader: Audience,
    today: dt.date,
    templates: Mapping[str, str],
    files: tuple[SourceFile, ...],
    refused: tuple[Finding, ...],
) -> str:
    kinds = [kind.NAME for kind in registry.kinds()]
    settings = (__version__, reader.word, today, request.drafts, here.config, kinds, refused)
    parts: list[str | bytes] = [build_memory.program(), repr(settings)]
    for name, text in sorted(templates.items()):
        parts += (name, text)
    for file in files:
        parts += (file.path, file.data, file.digest, file.sidecar, file.sidecar_data)
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


def _shares(
    files: tuple[SourceFile, ...],
    here: Project,
    templates: Mapping[str, str],
    jobs: int,
    progress: Callable[[], None],
) -> list[Callable[[], Share]]:
    """Deal the files out like cards: neighbours in a folder are often alike in size."""
    hands = max(1, min(jobs or crew.cores(), len(files) // _WORTH_A_PROCESS))
    return [
        partial(
            Share,
            files=files[hand::hands],
            config=here.config,
            templates=templates,
            progress=progress,
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


def _tree(frame: Frame, templates: Mapping[str, str], results: Sequence[Result]) -> OutputTree:
    pages = [*common_pages(frame, prepared(templates), templates)]
    lines: dict[str, str] = {}
    for one in results:
        pages.extend(one.pages)
        lines.update(one.lines)
    publication = frame.publication
    ordered = (lines[one.guide.asset.id] for one in publication.compiled)
    data = {enablekit_json.NAME: enablekit_json.document(publication, ordered)}
    return OutputTree(files=dict(sorted({**assembled(pages).files, **data}.items())))
