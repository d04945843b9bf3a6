"""What an asset is called and what type it has where its author does not say."""

from __future__ import annotations

import functools
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from enablekit.config.glob import compile_globs
from enablekit.encoding.slug import slug

if TYPE_CHECKING:
    from collections.abc import Callable

    from enablekit.config.project import Config
    from enablekit.model.body import Body

_INDEX = frozenset({"index", "_index", "readme"})
_SIDECAR = ".enable"


def identity(written: str, path: str) -> str:
    """Return an asset's id: as written, else its path without the ending, safe for an address."""
    if written:
        return slug(written)
    pure = PurePosixPath(path)
    stem = pure.stem.removesuffix(_SIDECAR)
    parts = [*pure.parts[:-1], stem]
    if len(parts) > 1 and stem.casefold() in _INDEX:
        parts.pop()
    return "/".join(slug(part) for part in parts)


def title(written: str, body: Body, path: str) -> tuple[str, str]:
    """Return the title and where it is from: `front matter`, `heading` or `file name`."""
    if written:
        return written, "front matter"
    for block in body.blocks:
        # A heading marked for few eyes must not become the title that everybody sees.
        if block.kind == "heading" and block.level == 1 and block.text and not block.is_marked:
            return block.text.strip(), "heading"
    pure = PurePosixPath(path)
    stem = pure.stem.removesuffix(_SIDECAR)
    name = pure.parent.name if stem.casefold() in _INDEX and pure.parent.name else stem
    words = " ".join(name.replace("_", " ").replace("-", " ").split())
    return (words[:1].upper() + words[1:]) or path, "file name"


def type_by_path(path: str, config: Config) -> str:
    """Return the type a project's globs give a path, else the one its folders suggest, else ''."""
    for name, matches in _type_globs(config.types):
        if matches(path):
            return name
    folders = {part.casefold() for part in PurePosixPath(path).parts[:-1]}
    for kind in config.asset_types:
        if folders.intersection(kind.folders):
            return kind.name
    return ""


@functools.cache
def _type_globs(
    types: tuple[tuple[str, tuple[str, ...]], ...],
) -> tuple[tuple[str, Callable[[str], bool]], ...]:
    return tuple((name, compile_globs(patterns)) for name, patterns in types)
