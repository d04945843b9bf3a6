"""Draft: propose guidance for an asset from what it says, where its author will edit it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from difflib import unified_diff
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from enablekit.adapters import edited_file, project, source_tree
from enablekit.compilers.draft import propose
from enablekit.encoding import guidance_block
from enablekit.errors import EnablekitError, UsageError
from enablekit.extend.siblings import Siblings
from enablekit.linking.library import link
from enablekit.linking.references import Directory
from enablekit.model.audience import Audience
from enablekit.parsing.asset import parse

if TYPE_CHECKING:
    from pathlib import Path

    from enablekit.adapters.project import Project
    from enablekit.compilers.draft import Proposal
    from enablekit.model.asset import Asset
    from enablekit.model.guidance import Guidance
    from enablekit.model.source import SourceFile

_SIDECAR = ".enable.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafted:
    """
    What was proposed for one asset.

    Attributes:
        asset: Its id.
        path: The file to change, relative to the project.
        before: What the file holds.
        after: What it would hold; the same where there is nothing to add.
        entries: How many entries were drawn.
        questions: How many questions are left to the author.

    """

    asset: str
    path: str
    before: bytes
    after: bytes
    entries: int
    questions: int

    def diff(self) -> str:
        """Return the change as a unified diff."""
        lines = unified_diff(
            self.before.decode("utf-8", "replace").splitlines(keepends=True),
            self.after.decode("utf-8", "replace").splitlines(keepends=True),
            self.path,
            self.path,
        )
        return "".join(line if line.endswith("\n") else line + "\n" for line in lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shelf:
    here: Project
    files: dict[str, SourceFile]
    assets: dict[str, Asset]
    siblings: Siblings
    directory: Directory


def draft(start: Path, names: tuple[str, ...], *, write: bool) -> tuple[Drafted, ...]:
    """
    Propose guidance for assets, named by id or path.

    Raises:
        UsageError: There is no such asset, or it cannot be read as it stands.
        WorldError: A file cannot be written.

    """
    shelf = _read(start)
    drafted = tuple(_draft(name, shelf) for name in names)
    if write:
        for one in drafted:
            if one.after != one.before:
                edited_file.write(shelf.here.root / one.path, one.before, one.after)
    return drafted


def _read(start: Path) -> _Shelf:
    here = project.find(start)
    config = here.config
    files, _ = source_tree.read(
        here.root, include=config.include, exclude=config.exclude, output=None, limit=config.limit
    )
    parsed = [asset for asset, _ in (parse(file, config) for file in files) if asset]
    library, _ = link(parsed, config, Audience.INTERNAL, dt.date.max)
    return _Shelf(
        here=here,
        files={file.path: file for file in files},
        assets=dict(library.by_id),
        siblings=Siblings(library),
        directory=Directory(library.assets),
    )


def _draft(name: str, shelf: _Shelf) -> Drafted:
    asset = shelf.assets.get(shelf.directory.find(name))
    if asset is None:
        raise UsageError(
            f"there is no readable asset `{name}`",
            hint="Name it by its id or its path; `enablekit build` says what cannot be read",
        )
    file = shelf.files[asset.path]
    proposal = _proposal(asset, shelf, shift=0)
    path, before, after = _edited(file, proposal)
    if path == file.path:
        # What is written above the text moves it down, and its lines with it.
        shift = after.count(b"\n") - before.count(b"\n")
        proposal = _proposal(asset, shelf, shift=shift)
        path, before, after = _edited(file, proposal)
    drafted = Drafted(
        asset=asset.id,
        path=path,
        before=before,
        after=after,
        entries=sum(len(value) if isinstance(value, list) else 1 for _, value in proposal.fields),
        questions=len(proposal.questions),
    )
    _hold_to_promise(drafted, file, asset, shelf)
    return drafted


def _proposal(asset: Asset, shelf: _Shelf, *, shift: int) -> Proposal:
    kind = shelf.here.config.asset_type(asset.type)
    return propose(asset, kind.requires, shelf.siblings, shift=shift)


def _edited(file: SourceFile, proposal: Proposal) -> tuple[str, bytes, bytes]:
    """Return the file to change, what it holds and what it shall hold."""
    beside = str(PurePosixPath(file.path).with_suffix("")) + _SIDECAR
    if not proposal.fields:
        path = file.sidecar or (file.path if file.is_text else beside)
        data = file.sidecar_data if file.sidecar else file.data
        return path, data, data
    if (
        file.is_text
        and not file.sidecar
        and not file.data.lstrip(b"\xef\xbb\xbf").startswith((b"+++", b"{"))
    ):
        text = file.data.decode("utf-8")
        added = guidance_block.into_front_matter(text, proposal.fields, proposal.questions)
        if added is not None:
            return file.path, file.data, added.encode("utf-8")
    path = file.sidecar or beside
    text = file.sidecar_data.decode("utf-8")
    added = guidance_block.into_document(text, proposal.fields, proposal.questions)
    if added is None:
        raise UsageError(
            f"the guidance in {path} is written in a form that nothing can be added to",
            hint="Write `enablement:` with its fields on lines of their own below it",
        )
    return path, file.sidecar_data, added.encode("utf-8")


def _hold_to_promise(drafted: Drafted, file: SourceFile, asset: Asset, shelf: _Shelf) -> None:
    """Read the result back: nothing but drafts may differ, or nothing is written at all."""
    if drafted.after == drafted.before:
        return
    beside = drafted.path != file.path
    changed = (
        replace(file, sidecar=drafted.path, sidecar_data=drafted.after)
        if beside
        else replace(file, data=drafted.after)
    )
    again, _ = parse(changed, shelf.here.config)
    if again is None or not _same_but_for_drafts(asset, again):
        raise EnablekitError(
            f"adding drafts to {drafted.path} would change more than it should",
            hint="Nothing was written. This is a mistake of enablekit; please report it",
        )


def _same_but_for_drafts(before: Asset, after: Asset) -> bool:
    texts = (before.digest, before.title, before.status, before.audience)
    unchanged = texts == (after.digest, after.title, after.status, after.audience)
    return unchanged and _words(before.guidance) == _words(after.guidance)


def _words(guidance: Guidance) -> str:
    """Return guidance as text without its places, which move when lines are added."""
    from enablekit.encoding.json_data import line, plain  # noqa: PLC0415 - only drafting compares

    return line(_placeless(plain(guidance)))


def _placeless(value: object) -> object:
    if isinstance(value, dict):
        return {key: _placeless(one) for key, one in value.items() if key != "span"}
    return [_placeless(one) for one in value] if isinstance(value, list) else value
