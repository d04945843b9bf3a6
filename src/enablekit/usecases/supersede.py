"""Supersede: one asset takes the place of another, and whatever still leads to the old is named."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from enablekit.adapters import clock, edited_file
from enablekit.encoding import field_lines
from enablekit.encoding.json_data import line, placeless, plain
from enablekit.errors import EnablekitError, UsageError
from enablekit.model.asset import Status
from enablekit.model.body import Body
from enablekit.model.evidence import Evidence
from enablekit.model.guidance import Guidance
from enablekit.parsing.asset import parse
from enablekit.site.asset_links import linked_files
from enablekit.usecases.guidance_edit import has_yaml_front_matter, sidecar_of
from enablekit.usecases.shelf import shelf

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from enablekit.model.asset import Asset
    from enablekit.model.source import SourceFile
    from enablekit.usecases.shelf import Shelf


@dataclass(frozen=True, slots=True, kw_only=True)
class Superseded:
    """
    What was done.

    Attributes:
        old: The asset that is replaced.
        new: The asset that replaces it.
        path: The file that says so.
        pointing: Assets that still lead to the old one, each with how.

    """

    old: str
    new: str
    path: str
    pointing: tuple[tuple[str, str], ...]


def supersede(start: Path, old: str, *, by: str, because: str) -> Superseded:
    """
    Let one asset take the place of another.

    Raises:
        UsageError: There is no such asset, or they would replace each other in a circle.
        WorldError: The file cannot be written.

    """
    assets = shelf(start, clock.today(None))
    older, newer = assets.find(old), assets.find(by)
    _require_no_circle(older, newer, assets)
    fields = (("status", Status.RETIRED.value), ("superseded_by", newer.id), ("because", because))
    path, before, after = _edited(assets.files[older.path], fields)
    _hold_to_promise(older, newer, because, assets, path, after)
    edited_file.write(assets.here.root / path, before, after)
    return Superseded(
        old=older.id, new=newer.id, path=path, pointing=tuple(_pointing(older, newer, assets))
    )


def _require_no_circle(older: Asset, newer: Asset, assets: Shelf) -> None:
    step, seen = newer.id, [older.id]
    while step:
        if step in seen:
            chain = " → ".join([*seen, step])
            raise UsageError(
                f"`{newer.id}` cannot replace `{older.id}`: that would be a circle",
                hint=f"It would go {chain}",
            )
        seen.append(step)
        step = assets.library.replaced_by.get(step, "")


def _edited(file: SourceFile, fields: tuple[tuple[str, str], ...]) -> tuple[str, bytes, bytes]:
    if has_yaml_front_matter(file) and not file.sidecar:
        new = field_lines.in_front_matter(file.data.decode("utf-8"), fields)
        if new is not None:
            return file.path, file.data, new.encode("utf-8")
    path = file.sidecar or sidecar_of(file.path)
    new = field_lines.in_document(file.sidecar_data.decode("utf-8"), fields)
    return path, file.sidecar_data, new.encode("utf-8")


def _hold_to_promise(
    older: Asset, newer: Asset, because: str, assets: Shelf, path: str, data: bytes
) -> None:
    """Read the result back: the old asset must be retired in favour of the new, and no more."""
    file = assets.files[older.path]
    changed = (
        replace(file, data=data)
        if path == file.path
        else replace(file, sidecar=path, sidecar_data=data)
    )
    again, _ = parse(changed, assets.here.config)
    wanted = replace(
        older, status=Status.RETIRED, superseded_by=newer.id, because=" ".join(because.split())
    )
    if again is None or _words(replace(again, id=older.id)) != _words(wanted):
        raise EnablekitError(
            f"writing this into {path} would change more than it should",
            hint="Nothing was written. Write `superseded_by:` and `status: retired` by hand",
        )


def _words(asset: Asset) -> str:
    """Return all that a file says, without the places, which move when lines are added."""
    bare = replace(
        asset, places=(), body=Body(), evidence=Evidence(), drafts=Guidance(), items=(),
        because=" ".join(asset.because.split()),
    )  # fmt: skip
    return line(placeless(plain(bare)))


def _pointing(older: Asset, newer: Asset, assets: Shelf) -> Iterator[tuple[str, str]]:
    """Name what still leads to the old asset: links, what comes next, words spoken."""
    for other in assets.library.assets:
        if other.id in {older.id, newer.id}:
            continue
        if older.path in linked_files(other):
            yield other.id, "its text links it"
        if any(one.id == older.id for one in assets.library.successors.get(other.id, ())):
            yield other.id, "it comes next"
        if any(older.title in one.say for one in other.guidance.talk_track):
            yield other.id, "a talk track names it"
