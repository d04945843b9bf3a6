"""What is remembered of each asset, and how to tell that its pages are still right."""

from __future__ import annotations

import os
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from enablekit.adapters import build_memory, scan
from enablekit.extend.siblings import Siblings
from enablekit.packing import library_data
from enablekit.site.pages import Page

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from enablekit.extend.check_parts import CheckPart
    from enablekit.model.asset import Asset
    from enablekit.model.finding import Finding
    from enablekit.model.guide import Guide
    from enablekit.model.library import Library
    from enablekit.model.output import Unchanged
    from enablekit.model.publication import Publication
    from enablekit.model.search import SearchRecord
    from enablekit.site.frame import Frame


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """
    What there is to say about one file before anything is compiled.

    Attributes:
        path: The file.
        asset: The asset without its text, which is all that other assets need to know; None when
            it could not be compiled as it stands.
        findings: What is wrong with the file.
        links: The files of the project that its text links.

    """

    path: str
    asset: Asset | None
    findings: tuple[Finding, ...]
    links: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """
    What was made of one asset.

    Attributes:
        id: The asset.
        pages: Its pages.
        line: Its line in `enablekit.json`.
        items: How many comprehension items there are.
        version: What tells its check from an edited one.
        parts: What everyone must know of it, as its check asks it.
        record: What full-text search knows of it; None where there is no search.

    """

    id: str
    pages: tuple[Page, ...]
    line: str
    items: int
    version: str
    parts: tuple[CheckPart, ...] = ()
    record: SearchRecord | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Remembered:
    """
    One file of a project as it was at the last build, and what was made of it.

    Attributes:
        state: The hash of its bytes.
        reading: What was read.
        id: The id its asset had in the end; empty if it has no pages.
        key: The hash of all that its pages were made of.
        pages: Its pages by path.
        line: Where its line begins and ends in `enablekit.json`, in bytes.
        items: How many comprehension items there are.
        version: What tells its check from an edited one.
        parts: What everyone must know of it, as its check asks it.
        record: What full-text search knows of it, all of which is in the site as well.

    """

    state: str
    reading: Reading
    id: str = ""
    key: str = ""
    pages: tuple[tuple[str, Unchanged], ...] = ()
    line: tuple[int, int] = (0, 0)
    items: int = 0
    version: str = ""
    parts: tuple[CheckPart, ...] = ()
    record: SearchRecord | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Memory:
    """
    What is remembered of the last build of a folder.

    Attributes:
        data: The SHA-256 of `enablekit.json` in hex; empty if there was none.
        files: Every file of the project.
        records: A hash of what full-text search knew; empty where there was none.
        index: The files of its index, as the disk knew them.

    """

    data: str = ""
    files: tuple[Remembered, ...] = ()
    records: str = ""
    index: tuple[tuple[str, Unchanged], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """
    The index for full-text search.

    Attributes:
        records: A hash of what it knows.
        files: Its files that were made anew, by path.
        kept: Its files that stay as they are.

    """

    records: str = ""
    files: Mapping[str, bytes] = field(default_factory=dict)
    kept: Mapping[str, Unchanged] = field(default_factory=dict)

    @property
    def paths(self) -> tuple[str, ...]:
        """Its files, made anew or kept."""
        return (*self.files, *self.kept)


def recall(settings: str, output: Path) -> Memory:
    """Return what is remembered of the last build with the same program and settings."""
    found = build_memory.recall_parts(settings, output)
    return found if isinstance(found, Memory) else Memory()


def page_keys(
    library: Library,
    publication: Publication,
    frame: Frame,
    files: Mapping[str, str],
    links: Mapping[str, tuple[str, ...]],
) -> dict[str, str]:
    """
    Return for each asset the hash of everything its pages are made of.

    An asset's pages show the asset, the assets it names or is replaced by, what distractors its
    neighbours offer, the words of the project, and links to other pages. Whatever a compiler or a
    template comes to use besides must be added here; a test edits projects at random and compares
    every build with one from scratch.

    Args:
        library: What was linked.
        publication: What all lists show.
        frame: What all pages share.
        files: The hash of each file.
        links: The files that each file's text links.

    """
    siblings = Siblings(library)
    shared = build_memory.key([repr((
        publication.name, publication.language, publication.audience, publication.built_on,
        publication.generator, publication.source_url, publication.site_url, library.vocabulary,
        frame.answered, sorted(frame.paths.items()), sorted(frame.names.items()),
        sorted(frame.people.items()),
    ))])  # fmt: skip
    paths = {asset: path for path, asset in library.settled.items()}
    states = {
        one.id: f"{files[paths[one.id]]} {one.id} {one.superseded_by}" for one in library.assets
    }
    keys: dict[str, str] = {}
    for compiled in publication.compiled:
        guide = compiled.guide
        asset = library.by_id[guide.asset.id]
        near = (states[one.id] for one in siblings.near(asset))
        linked = (f"{one} {frame.ids.get(one)}" for one in links[paths[asset.id]])
        keys[asset.id] = build_memory.key(
            [shared, states[asset.id], repr(guide.badge), *_neighbours(guide, frame),
             "near", *near, "linked", *linked]
        )  # fmt: skip
    return keys


def _neighbours(guide: Guide, frame: Frame) -> Iterator[str]:
    """Say what a guide shows of other assets: what comes next, and what replaces what."""
    likely = (one.asset for one in guide.likely_next)
    for one in (*guide.next, *likely, guide.replaced_by, *guide.replaces):
        yield repr((one, frame.cards.get(one.id) if one else None))


def site_now(memory: Memory, output: Path) -> Mapping[str, Unchanged]:
    """Return the files of the last build as the disk knows them now, if any is remembered."""
    if not memory.files:
        return {}
    return build_memory.site_files(output, scan.scanned(os.fspath(output)))


def still_right(
    memory: Memory, keys: Mapping[str, str], output: Path, there: Mapping[str, Unchanged]
) -> dict[str, Made]:
    """
    Return what is remembered and would be made the same again, by file.

    Args:
        memory: What is remembered.
        keys: What the pages of each file are made of now.
        output: The folder of the site; a page that is not as it was written is made again.
        there: What lies in it, from `site_now`.

    """
    data = build_memory.site_file(output, library_data.FILE, memory.data) if there else b""
    return {
        one.id: Made(
            id=one.id,
            pages=tuple(
                Page(path=path, owner=one.reading.path, data=known) for path, known in one.pages
            ),
            line=data[slice(*one.line)].decode(),
            items=one.items,
            version=one.version,
            parts=one.parts,
            record=one.record,
        )
        for one in (memory.files if data else ())
        if one.id and one.key == keys.get(one.id) and _lie_there(one.pages, there)
    }


def index_still_right(memory: Memory, records: str, there: Mapping[str, Unchanged]) -> bool:
    """Tell whether the remembered index knows the same records and lies there whole."""
    return records == memory.records and _lie_there(memory.index, there)


def _lie_there(pages: Iterable[tuple[str, Unchanged]], there: Mapping[str, Unchanged]) -> bool:
    return all(there.get(path) == known for path, known in pages)


def memory_of(  # noqa: PLR0913 - each argument is one thing that a build found out
    *,
    readings: Iterable[Reading],
    states: Mapping[str, str],
    keys: Mapping[str, str],
    pieces: Mapping[str, Made],
    output: Path,
    settled: Mapping[str, str],
    site: Mapping[str, os.stat_result],
    index: Index,
) -> Memory:
    """Return what to remember of a build that has just been written, with all that lies there."""
    there = build_memory.site_files(output, site)
    if library_data.FILE not in there:
        return Memory()
    digest = there[library_data.FILE].digest
    data = build_memory.site_file(output, library_data.FILE, digest)
    places = library_data.places_of({name: one.line for name, one in pieces.items()}, data)

    def remembered(one: Reading) -> Remembered:
        made = pieces.get(settled.get(one.path, ""))
        if made is None or made.id not in places or not there.keys() >= _paths(made):
            return Remembered(state=states[one.path], reading=one)
        return Remembered(
            state=states[one.path],
            reading=one,
            id=made.id,
            key=keys[made.id],
            pages=tuple((page.path, there[page.path]) for page in made.pages),
            line=places[made.id],
            items=made.items,
            version=made.version,
            parts=made.parts,
            record=made.record,
        )

    return _with_index(
        Memory(data=digest, files=tuple(remembered(one) for one in readings)), index, there
    )


def _with_index(memory: Memory, index: Index, there: Mapping[str, Unchanged]) -> Memory:
    """Remember an index for full-text search, too, if all of it is there."""
    if not index.records or not there.keys() >= set(index.paths):
        return memory
    files = tuple((path, there[path]) for path in index.paths)
    return replace(memory, records=index.records, index=files)


def _paths(made: Made) -> frozenset[str]:
    return frozenset(page.path for page in made.pages)
