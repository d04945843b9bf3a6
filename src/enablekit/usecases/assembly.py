"""Assembly: what is not remembered is read, connected, compiled and written."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from enablekit.adapters import (
    build_memory,
    crew,
    lock,
    output_tree,
    scan,
    search_index,
    template_code,
    typesetter,
)
from enablekit.adapters.output_tree import SiteChangedError
from enablekit.linking.library import link
from enablekit.model.asset import Status
from enablekit.packing import library_data
from enablekit.site.brand import SHEET, logo_path
from enablekit.site.checks_page import Tally
from enablekit.site.frame import frame_of
from enablekit.site.pages import assembled, common_pages, listing_pages
from enablekit.site.templating import prepared
from enablekit.usecases import share
from enablekit.usecases.built import Built, require_sound
from enablekit.usecases.garbage import garbage_left
from enablekit.usecases.listed import in_order, publication_of
from enablekit.usecases.remembered import (
    Index,
    Memory,
    index_still_right,
    memory_of,
    page_keys,
    recall,
    site_now,
    still_right,
)
from enablekit.usecases.share import Drawing, Order

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from enablekit.adapters.project import Project
    from enablekit.model.audience import Audience
    from enablekit.model.finding import Finding
    from enablekit.model.library import Library
    from enablekit.model.output import OutputTree, Unchanged
    from enablekit.model.publication import Publication
    from enablekit.model.replaced import Replaced
    from enablekit.model.source import SourceFile
    from enablekit.model.strings import Strings
    from enablekit.site.frame import Frame
    from enablekit.site.pages import Page
    from enablekit.site.templating import Templates
    from enablekit.usecases.remembered import Made, Reading


_CARD = "card.typ"


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """
    What a build starts from.

    Attributes:
        drafts: Whether drafts are built too.
        jobs: How many processes to use at most; 0 for as many as there are processors.
        here: The project.
        reader: For whom.
        today: The day it is built for.
        templates: The site's templates by name.
        files: Every file of the project.
        states: A hash of each file by path.
        refused: What could not be read.
        strings: What the site says in its language.
        logo: The image of the project's logo; empty if it has none.
        output: The folder of the site.
        progress: Told after each file.
        may_fail: Files that may have errors, or None for every file.
        private: Whether nobody else looks at the output while it is written.
        search: The program that makes the index for full-text search; None for no search.
        search_later: Whether an index that is there may stay although records have changed.

    """

    drafts: bool
    jobs: int
    here: Project
    reader: Audience
    today: dt.date
    templates: Mapping[str, str]
    files: tuple[SourceFile, ...]
    states: Mapping[str, str]
    refused: tuple[Finding, ...]
    strings: Strings
    logo: bytes
    output: Path
    progress: Callable[[], None]
    may_fail: frozenset[str] | None = None
    private: bool = False
    search: Path | None = None
    search_later: bool = False


def assemble(job: Job, settings: str) -> tuple[Built, dict[str, os.stat_result]]:
    """
    Build a site from what is remembered of the last build with the same settings, and the rest.

    Returns:
        The build, and what lies in its output now.

    Raises:
        FaultyError: A file that may not has errors.
        EnablekitError: The output is at fault, or two pages want one address.

    """
    with garbage_left():
        try:
            built, memory, site = _build(job, recall(settings, job.output))
        except SiteChangedError:
            built, memory, site = _build(job, Memory())
        build_memory.keep_parts(settings, job.output, memory, live=job.private)
    return built, site


@dataclass(frozen=True, slots=True, kw_only=True)
class _Linked:
    """All assets of a build, connected, before their pages are made."""

    readings: tuple[Reading, ...]
    library: Library
    publication: Publication
    frame: Frame
    findings: tuple[Finding, ...]
    drafts: int


def _build(job: Job, memory: Memory) -> tuple[Built, Memory, dict[str, os.stat_result]]:
    """Build what is not remembered, and return what to remember of it."""
    known = {
        one.reading.path: one.reading
        for one in memory.files
        if job.states.get(one.reading.path) == one.state
    }
    count = share.hands(len(job.files) - len(known), job.jobs)
    shares = share.dealt(job.files, job.here.config, job.templates, job.progress, hands=count)
    with crew.crew(shares) as hands:
        fresh = hands.call(share.read, frozenset(known))
        linked = _link(job, [*known.values(), *(one for each in fresh for one in each)])
        if job.may_fail is not None:
            require_sound(linked.findings, job.may_fail)
        with crew.beside(partial(_listing, job, linked), worth=_are_many(job, linked)) as listing:
            keys, there = _keys(job, linked), site_now(memory, job.output)
            pieces = still_right(memory, keys, job.output, there)
            order = _order(job, linked, frozenset(keys.keys() - pieces.keys()))
            pieces |= {one.id: one for one in hands.collect(share.write, order)}
            listed = listing()

    index = _index(job, linked, pieces, memory, there)
    tree = _tree(job, linked, pieces, listed, index)
    with lock.hold(job.output):
        replaced = output_tree.replace(
            tree, job.output, project=job.here.root, at_once=not job.private
        )
    site = scan.scanned(os.fspath(job.output))
    remembered = memory_of(
        readings=linked.readings,
        states=job.states,
        keys=keys,
        pieces=pieces,
        output=job.output,
        settled=linked.library.settled,
        site=site,
        index=index,
    )
    return _report(job, linked, pieces, replaced), remembered, site


def _keys(job: Job, linked: _Linked) -> dict[str, str]:
    links = {one.path: one.links for one in linked.readings}
    return page_keys(linked.library, linked.publication, linked.frame, job.states, links)


def _drawing(job: Job, publication: Publication) -> Drawing | None:
    """Return what draws pictures beside links, where Typst is there and links lead to the site."""
    template = job.templates.get(_CARD)
    linked = publication.site_url and not job.private  # nobody passes on a link to a preview
    if not linked or template is None or not typesetter.identity():
        return None
    return Drawing(template=template, accent=job.here.config.brand.colour, logo=job.logo)


def _link(job: Job, readings: list[Reading]) -> _Linked:
    assets = [one.asset for one in readings if one.asset is not None]
    wanted = [one for one in assets if job.drafts or one.status is not Status.DRAFT]
    library, links = link(wanted, job.here.config, job.reader, job.today)
    findings = in_order(job.here.findings, job.refused, links, readings)
    publication = replace(
        publication_of(job.here, library, job.today, findings),
        strings=job.strings,
        styled=SHEET in job.templates,
        logo=logo_path(job.here.config.brand),
    )
    return _Linked(
        readings=tuple(readings),
        library=library,
        publication=publication,
        frame=frame_of(publication),
        findings=findings,
        drafts=len(assets) - len(wanted),
    )


def _order(job: Job, linked: _Linked, wanted: frozenset[str]) -> Order:
    return Order(
        library=linked.library,
        frame=linked.frame.without_lists(),
        wanted=wanted,
        search=job.search is not None,
        drawing=_drawing(job, linked.publication),
    )


_MANY = 100  # assets, whose lists take longer than starting a process


def _are_many(job: Job, linked: _Linked) -> bool:
    """Tell whether lists are worth a process of their own, and there may be several."""
    return job.jobs != 1 and len(linked.publication.compiled) >= _MANY


def _listing(job: Job, linked: _Linked) -> list[Page]:
    """Render what lists the assets, which needs nothing that is made of their texts."""
    return list(listing_pages(linked.frame, _ready(job, linked)))


def _ready(job: Job, linked: _Linked) -> Templates:
    return prepared(job.templates, linked.publication.strings, template_code.KEPT)


def _tree(
    job: Job, linked: _Linked, pieces: Mapping[str, Made], listed: Sequence[Page], index: Index
) -> OutputTree:
    publication = linked.publication
    tallies = {
        name: Tally(items=one.items, version=one.version, parts=one.parts)
        for name, one in pieces.items()
    }
    ready, indexed = _ready(job, linked), bool(index.paths)
    pages = list(listed)
    pages += common_pages(linked.frame, ready, job.templates, tallies, indexed=indexed)
    pages += [page for one in pieces.values() for page in one.pages]
    lines = (pieces[one.guide.asset.id].line for one in publication.compiled)
    tree = assembled(pages)
    data = {library_data.FILE: library_data.document(publication, lines)}
    if publication.logo:
        data[publication.logo] = job.logo
    return replace(
        tree,
        files=dict(sorted({**tree.files, **index.files, **data}.items())),
        unchanged={**tree.unchanged, **index.kept},
    )


def _index(
    job: Job,
    linked: _Linked,
    pieces: Mapping[str, Made],
    memory: Memory,
    there: Mapping[str, Unchanged],
) -> Index:
    """Make the index for full-text search anew from all records, if one of them is another."""
    records = [one.record for one in pieces.values() if one.record is not None]
    if job.search is None or not records:
        return Index()
    records.sort(key=lambda one: one.url)
    language = linked.publication.strings.language
    known = build_memory.key([language, *map(repr, records)])
    wanted = memory.records if job.search_later and memory.records else known
    if index_still_right(memory, wanted, there):
        return Index(records=wanted, kept=dict(memory.index))
    return Index(records=known, files=search_index.files(records, language, job.search))


def _report(job: Job, linked: _Linked, pieces: Mapping[str, Made], replaced: Replaced) -> Built:
    compiled = linked.publication.compiled
    return Built(
        output=job.output,
        audience=job.reader,
        assets=tuple(one.guide.asset.id for one in compiled),
        guided=sum(one.guide.asset.has_guidance for one in compiled),
        items=sum(one.items for one in pieces.values()),
        replaced=replaced,
        # A build mends nothing, so it says the same whether it is remembered or not.
        findings=tuple(replace(one, repair=None) for one in linked.findings),
        left_out=tuple(sorted(one.path for one in linked.readings if one.asset is None)),
        drafts=linked.drafts,
    )
