"""A build that looks: the sources are read, and what would be written again is remembered."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

from enablekit import __version__, registry
from enablekit.adapters import (
    build_memory,
    clock,
    looked_at,
    output_tree,
    project,
    scan,
    search_index,
    source_tree,
)
from enablekit.errors import UsageError
from enablekit.site.brand import SHEET, brand_sheet
from enablekit.usecases import unchanged
from enablekit.usecases.built import Built, noted, remembered

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from enablekit.adapters.looked_at import Survey
    from enablekit.adapters.project import Project
    from enablekit.config.project import Config
    from enablekit.model.audience import Audience
    from enablekit.model.finding import Finding
    from enablekit.model.source import SourceFile
    from enablekit.usecases.request import Request


def build(request: Request, progress: Callable[[], None]) -> Built:
    """
    Build the site of a project.

    Args:
        request: What to build.
        progress: Told after each file that was read.

    Raises:
        FaultyError: A file that may not has errors.
        EnablekitError: It could not run: the folder, the project file or the output is at fault.

    """
    today = clock.today(request.now)
    seen = unchanged.survey(request)
    here = project.find(request.start)
    strings, odd = project.strings(here)
    here = replace(here, findings=(*here.findings, *odd))
    output = here.root / request.output
    reader = here.config.audience if request.audience is None else request.audience
    output_tree.require_usable(output, project=here.root)
    templates, logo = _look(here)
    files, refused = source_files(here, output)
    search = _search(here.config)
    look = {**templates, "logo": repr(logo), "strings": repr((strings, odd))}
    settings = _settings(request, here, reader, today, look, search)
    states = _states(files)
    later = repr(request.search_later)
    made_of = build_memory.key([settings, later, repr(refused), *states, *states.values()])
    seen = None if refused else _with(seen, here, search)
    note = build_memory.recall(made_of, output)
    if note is not None:
        built = remembered(note, output)
        site = scan.scanned(os.fspath(output))
        unchanged.keep(request, seen, _read(files), site, built)
        return built

    from enablekit.usecases.assembly import Job, assemble  # noqa: PLC0415 - loads every stage

    job = Job(
        drafts=request.drafts, jobs=request.jobs, here=here, reader=reader, today=today,
        templates=templates, files=files, states=states, refused=refused, strings=strings,
        logo=logo, output=output, progress=progress, search=search, may_fail=request.may_fail,
        private=request.private, search_later=request.search_later,
    )  # fmt: skip
    built, site = assemble(job, settings)
    build_memory.keep(made_of, output, noted(built), site)
    unchanged.keep(request, seen, _read(files), site, built)
    return built


def _with(seen: Survey | None, here: Project, search: Path | None) -> Survey | None:
    """Look at what else decides over a build; a logo in a hidden folder was not looked at."""
    logo = here.config.brand.logo
    if seen is None or (logo and os.path.realpath(here.root / logo) not in seen.files):
        return None
    return seen if search is None else looked_at.also(seen, search)


def _read(files: tuple[SourceFile, ...]) -> dict[str, bytes]:
    """Return the bytes of each file that was read whole, by path."""
    texts = {one.path: one.data for one in files if one.is_text}
    return texts | {one.sidecar: one.sidecar_data for one in files if one.sidecar}


def _look(here: Project) -> tuple[Mapping[str, str], bytes]:
    """Return the templates with the brand's own style sheet among them, and the logo."""
    templates = project.templates(here)
    sheet = brand_sheet(here.config.brand)
    return {SHEET: sheet, **templates} if sheet else templates, project.logo(here)


def _search(config: Config) -> Path | None:
    """Return the program that makes the index for full-text search, if it is to be made."""
    found = None if config.search == "off" else search_index.program()
    if found is None and config.search == "on":
        raise UsageError(
            "this project asks for full-text search, and Pagefind is not installed",
            hint=f"Install it with `{search_index.INSTALL}`, or write `search: auto`",
        )
    return found


def _settings(
    request: Request,
    here: Project,
    reader: Audience,
    today: dt.date,
    templates: Mapping[str, str],
    search: Path | None,
) -> str:
    """Return the hash of what every page depends on."""
    kinds = [kind.NAME for kind in registry.kinds()]
    settings = (__version__, reader.word, today, request.drafts, here.config, kinds)
    indexer = search_index.identity(search) if search else ""
    drawer = _drawer() if here.config.site_url and not request.private else ""
    parts = [build_memory.program(), repr(settings), indexer, drawer]
    for name, text in sorted(templates.items()):
        parts += (name, text)
    return build_memory.key(parts)


def _drawer() -> str:
    """Return what draws the pictures beside links; empty if nothing does."""
    from enablekit.adapters import typesetter  # noqa: PLC0415 - few builds need it

    return typesetter.identity()


def _states(files: tuple[SourceFile, ...]) -> dict[str, str]:
    """Return a hash of each file's bytes, its sidecar's among them, by path."""
    return {
        one.path: build_memory.key((one.path, one.data, one.digest, one.sidecar, one.sidecar_data))
        for one in files
    }


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
