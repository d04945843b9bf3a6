"""Build: read the assets, connect them, compile them, write the site."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from enablekit import __version__, registry
from enablekit.adapters import clock, lock, output_tree, project, source_tree
from enablekit.compilers.comprehension import compile_check
from enablekit.compilers.guide import compile_guide
from enablekit.compilers.presenter_notes import compile_notes
from enablekit.errors import UsageError
from enablekit.exporters import enablekit_json
from enablekit.extend.siblings import Siblings
from enablekit.linking.library import link
from enablekit.model.asset import Status
from enablekit.model.audience import Audience
from enablekit.model.output import OutputTree, Replaced
from enablekit.model.publication import Compiled, Publication
from enablekit.parsing.asset import parse
from enablekit.site import pages

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable
    from pathlib import Path

    from enablekit.adapters.project import Project
    from enablekit.model.asset import Asset
    from enablekit.model.finding import Finding
    from enablekit.model.library import Library


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """
    What a build did.

    Attributes:
        output: The folder of the site.
        publication: What it says.
        replaced: What changed on disk.
        findings: What is wrong with the sources, in order.
        left_out: Files that could not be compiled as they stand.
        drafts: How many drafts were skipped.

    """

    output: Path
    publication: Publication
    replaced: Replaced
    findings: tuple[Finding, ...]
    left_out: tuple[str, ...] = ()
    drafts: int = 0


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

    """

    start: Path
    output: Path
    now: str | None = None
    audience: Audience | None = None
    drafts: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sources:
    assets: tuple[Asset, ...]
    findings: tuple[Finding, ...]
    left_out: tuple[str, ...] = field(default=())


def _silent(done: int, total: int) -> None:
    """Show nobody how far a build is."""


def build(request: Request, progress: Callable[[int, int], None] = _silent) -> Built:
    """
    Build the site of a project.

    Args:
        request: What to build.
        progress: Told how many of how many assets have been read.

    Raises:
        EnablekitError: It could not run: the folder, the project file or the output is at fault.

    """
    today = clock.today(request.now)
    here = project.find(request.start)
    output = here.root / request.output
    reader = here.config.audience if request.audience is None else request.audience

    sources = _read(here, output, progress)
    wanted = [one for one in sources.assets if request.drafts or one.status is not Status.DRAFT]
    library, links = link(wanted, here.config, reader, today)
    findings = tuple(sorted((*here.findings, *sources.findings, *links), key=lambda one: one.order))
    publication = _publication(here, library, today, findings)
    tree = _tree(publication, here)
    with lock.hold(output):
        replaced = output_tree.replace(tree, output, project=here.root)
    return Built(
        output=output,
        publication=publication,
        replaced=replaced,
        findings=findings,
        left_out=sources.left_out,
        drafts=len(sources.assets) - len(wanted),
    )


def _read(here: Project, output: Path, progress: Callable[[int, int], None]) -> _Sources:
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
    assets: list[Asset] = []
    findings: list[Finding] = list(refused)
    left_out: list[str] = []
    for number, file in enumerate(files, start=1):
        asset, found = parse(file, config)
        findings.extend(found)
        if asset is None:
            left_out.append(file.path)
        else:
            assets.append(asset)
        progress(number, len(files))
    return _Sources(assets=tuple(assets), findings=tuple(findings), left_out=tuple(left_out))


def _publication(
    here: Project, library: Library, today: dt.date, findings: tuple[Finding, ...]
) -> Publication:
    kinds, siblings = registry.kinds(), Siblings(library)
    compiled = [
        Compiled(
            guide=compile_guide(asset, library, here.config),
            notes=compile_notes(asset),
            check=compile_check(asset, library, siblings, kinds),
        )
        for asset in library.assets
    ]
    inside = library.audience is Audience.INTERNAL
    return Publication(
        name=here.config.name,
        language=here.config.language,
        audience=library.audience,
        built_on=today,
        generator=f"enablekit {__version__}",
        vocabulary=library.vocabulary,
        compiled=tuple(sorted(compiled, key=_by_title)),
        source_url=here.config.source_url if inside else "",
        findings=findings if inside else (),
    )


def _by_title(compiled: Compiled) -> tuple[str, str]:
    return (compiled.guide.asset.title.casefold(), compiled.guide.asset.id)


def _tree(publication: Publication, here: Project) -> OutputTree:
    site = pages.render(publication, project.templates(here))
    data = {enablekit_json.NAME: enablekit_json.export(publication)}
    return OutputTree(files=dict(sorted({**site.files, **data}.items())))
