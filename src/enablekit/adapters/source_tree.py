"""Reading the files of a project from the disk."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from enablekit.adapters.source_file import digest_of, not_read, read_file
from enablekit.adapters.source_walk import Listing, SourceWalk
from enablekit.config.glob import compile_globs
from enablekit.errors import WorldError
from enablekit.model.finding import Finding
from enablekit.model.source import SourceFile

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

_MARKDOWN = (".md", ".markdown", ".mdx")
_SIDECAR = ".enable.yaml"


def read(
    root: Path,
    *,
    include: tuple[str, ...],
    exclude: tuple[str, ...],
    output: Path | None,
    limit: int = 1 << 20,
) -> tuple[tuple[SourceFile, ...], tuple[Finding, ...]]:
    """
    Read every asset of a project.

    An asset is a Markdown file (`.md`, `.markdown`, `.mdx`), or any file with a sidecar
    `NAME.enable.yaml` beside it. A sidecar belongs to `NAME.md`, else to `NAME.markdown` or
    `NAME.mdx`, else to the one other file called `NAME` but for its last extension; if there is
    no such file, or several, the sidecar is an asset by itself. An asset whose sidecar cannot be
    read is left out: the sidecar might say who may read it.

    Hidden files and folders, `node_modules` and the output folder are passed over.

    Args:
        root: The project.
        include: Globs for the paths of assets; none mean all. See `compile_globs`.
        exclude: Globs for paths, also of folders and sidecars, that are as if they were not there.
        output: The output folder, or None.
        limit: The most bytes a file may have.

    Returns:
        The files and the findings about what was not read, both sorted.

    Raises:
        WorldError: The project's folder cannot be read.
        ConfigError: A glob stands for too many patterns.

    """
    rules = _Rules(
        included=compile_globs(include or ("**",)), excluded=compile_globs(exclude), limit=limit
    )
    walk = SourceWalk(
        os.path.realpath(root),
        excluded=rules.excluded,
        output="" if output is None else os.path.realpath(output),
    )
    files: list[SourceFile] = []
    findings: list[Finding] = []
    for listing in walk.listings():
        if "" in listing.closed:
            raise WorldError(
                f"Cannot read the project folder {root}: {listing.closed['']}.",
                hint="Go to your project, or name its folder.",
            )
        findings += (
            not_read(_shown(path.rstrip("/")), why, fix="Put a folder in its place, or exclude it.")
            for path, why in listing.closed.items()
        )
        for asset in _assets(listing, rules):
            if isinstance(asset, Finding):
                findings.append(asset)
            else:
                files.append(asset)
    files.sort(key=lambda file: file.path)
    findings.sort(key=lambda finding: finding.order)
    return tuple(files), tuple(findings)


def names(root: Path) -> frozenset[str]:
    """Return the path of every file of a project, hidden ones and what is no file left out."""
    walk = SourceWalk(os.path.realpath(root), excluded=compile_globs(()), output="")
    return frozenset(listing.folder + name for listing in walk.listings() for name in listing.files)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rules:
    """What the project file says about which files to read."""

    included: Callable[[str], bool]
    excluded: Callable[[str], bool]
    limit: int


def _assets(listing: Listing, rules: _Rules) -> Iterator[SourceFile | Finding]:
    """Read the assets that lie directly in one folder."""
    names = listing.files.keys() | listing.refused.keys()
    sidecars = {
        one: sidecar
        for one, sidecar in _described(listing).items()
        if not rules.excluded(listing.folder + sidecar)
    }
    for name in sorted({name for name in names if _is_markdown(name)} | sidecars.keys()):
        path, sidecar = listing.folder + name, sidecars.get(name)
        # A sidecar speaks for its file: whoever includes the one includes the other.
        wanted = rules.included(path) or (sidecar and rules.included(listing.folder + sidecar))
        if wanted and not rules.excluded(path):
            yield _asset(listing, name, sidecar, rules.limit)


def _described(listing: Listing) -> dict[str, str]:
    """Name, for each file of a folder that a sidecar speaks for, that sidecar."""
    partners = _by_stem(listing)
    return {
        partners.get(name.removesuffix(_SIDECAR), name): name
        for name in listing.files.keys() | listing.refused.keys()
        if name.endswith(_SIDECAR)
    }


def owners(listing: Listing) -> Iterator[tuple[str, str]]:
    """
    Yield each file of a folder that a sidecar speaks for, with the asset that both are.

    A sidecar that is an asset by itself may have been meant for any file of its name.
    """
    alike: dict[str, list[str]] = {}
    for name in listing.files:
        for stem in {name, name.rpartition(".")[0]}:
            alike.setdefault(stem, []).append(name)
    for name, sidecar in _described(listing).items():
        alone = name == sidecar
        for one in alike.get(name.removesuffix(_SIDECAR), ()) if alone else (name,):
            yield one, name


def _by_stem(listing: Listing) -> dict[str, str]:
    """Name, for each file name without its last extension, the file a sidecar would describe."""
    others: dict[str, list[str]] = {}
    for name in listing.files:
        others.setdefault(name.rpartition(".")[0], []).append(name)
    chosen = {stem: names[0] for stem, names in others.items() if len(names) == 1}
    for ending in reversed(_MARKDOWN):
        for name in listing.files.keys() | listing.refused.keys():
            if name.endswith(ending):
                chosen[name.removesuffix(ending)] = name
    return chosen


_TABLE = ".csv"  # its cells are words that can be held against what others say of it


def _asset(listing: Listing, name: str, sidecar: str | None, limit: int) -> SourceFile | Finding:
    """Read one asset and its sidecar."""
    is_text = _is_markdown(name)
    data = _read(listing, name, limit) if is_text or name.endswith(_TABLE) else b""
    if isinstance(data, Finding):
        if is_text:
            return data
        data = b""  # it is described by its sidecar, whatever is in it
    sidecar_data = _read(listing, sidecar, limit) if sidecar else b""
    if isinstance(sidecar_data, Finding):
        return sidecar_data
    digest = "" if is_text or name == sidecar else digest_of(listing.files[name])
    return SourceFile(
        path=listing.folder + name,
        data=data,
        digest=digest,
        sidecar=listing.folder + sidecar if sidecar else "",
        sidecar_data=sidecar_data,
        is_text=is_text,
    )


def _read(listing: Listing, name: str, limit: int) -> bytes | Finding:
    """Read one file of a folder."""
    path = listing.folder + name
    shown = _shown(path)
    if shown != path:
        return not_read(shown, "its name is not UTF-8", fix="Give it another name.")
    if name in listing.refused:
        return not_read(path, listing.refused[name])
    return read_file(listing.files[name], path=path, limit=limit)


def _is_markdown(name: str) -> bool:
    return name.lower().endswith(_MARKDOWN)


def _shown(path: str) -> str:
    r"""Spell a path so that it can be printed: bytes that are not UTF-8 become `\xff`."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
