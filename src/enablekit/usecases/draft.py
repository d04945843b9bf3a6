"""Draft: propose guidance for an asset from what it says, where its author will edit it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from enablekit.adapters import edited_file
from enablekit.compilers.draft import propose
from enablekit.encoding import guidance_block
from enablekit.encoding.diff import unified
from enablekit.encoding.json_data import line, placeless, plain
from enablekit.errors import EnablekitError
from enablekit.extend.siblings import Siblings
from enablekit.parsing.asset import parse
from enablekit.usecases.guidance_edit import with_guidance
from enablekit.usecases.shelf import shelf

if TYPE_CHECKING:
    from pathlib import Path

    from enablekit.compilers.draft import Proposal
    from enablekit.model.asset import Asset
    from enablekit.model.guidance import Guidance
    from enablekit.model.source import SourceFile
    from enablekit.usecases.shelf import Shelf


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
        return unified(self.path, self.before, self.after)


def draft(start: Path, names: tuple[str, ...], *, write: bool) -> tuple[Drafted, ...]:
    """
    Propose guidance for assets, named by id or path.

    Raises:
        UsageError: There is no such asset, or it cannot be read as it stands.
        WorldError: A file cannot be written.

    """
    assets = shelf(start, dt.date.max)
    siblings = Siblings(assets.library)
    drafted = tuple(_draft(name, assets, siblings) for name in names)
    if write:
        for one in drafted:
            if one.after != one.before:
                edited_file.write(assets.here.root / one.path, one.before, one.after)
    return drafted


def _draft(name: str, assets: Shelf, siblings: Siblings) -> Drafted:
    asset = assets.find(name)
    file = assets.files[asset.path]
    requires = assets.here.config.asset_type(asset.type).requires
    proposal = propose(asset, requires, siblings)
    path, before, after = _written(file, proposal)
    if path == file.path:
        # What is written above the text moves it down, and its lines with it.
        shift = after.count(b"\n") - before.count(b"\n")
        proposal = propose(asset, requires, siblings, shift=shift)
        path, before, after = _written(file, proposal)
    drafted = Drafted(
        asset=asset.id,
        path=path,
        before=before,
        after=after,
        entries=sum(len(value) if isinstance(value, list) else 1 for _, value in proposal.fields),
        questions=len(proposal.questions),
    )
    _hold_to_promise(drafted, file, asset, assets)
    return drafted


def _written(file: SourceFile, proposal: Proposal) -> tuple[str, bytes, bytes]:
    note = guidance_block.DRAFTED
    return with_guidance(file, proposal.fields, proposal.questions, note=note)


def _hold_to_promise(drafted: Drafted, file: SourceFile, asset: Asset, assets: Shelf) -> None:
    """Read the result back: nothing but drafts may differ, or nothing is written at all."""
    if drafted.after == drafted.before:
        return
    beside = drafted.path != file.path
    changed = (
        replace(file, sidecar=drafted.path, sidecar_data=drafted.after)
        if beside
        else replace(file, data=drafted.after)
    )
    again, _ = parse(changed, assets.here.config)
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
    return line(placeless(plain(guidance)))
