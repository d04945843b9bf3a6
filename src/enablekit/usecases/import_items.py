"""Import: questions from a file of another system become questions of an asset's check."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from enablekit.adapters import edited_file, source_file
from enablekit.encoding import item_lines
from enablekit.encoding.diff import unified
from enablekit.encoding.item_data import plain_item
from enablekit.encoding.json_data import line, placeless, plain
from enablekit.errors import EnablekitError, UsageError
from enablekit.extend.item_making import normalised
from enablekit.model.finding import Finding, Severity
from enablekit.parsing import check_places, gift, item_table
from enablekit.parsing.asset import parse
from enablekit.parsing.imported import text_of
from enablekit.usecases.guidance_edit import with_guidance
from enablekit.usecases.shelf import shelf

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from enablekit.model.asset import Asset
    from enablekit.model.guidance import Guidance
    from enablekit.model.guidance_entries import AuthoredItem
    from enablekit.model.source import SourceFile
    from enablekit.parsing.check_places import CheckPlaces
    from enablekit.parsing.imported import Imported, NotTaken
    from enablekit.usecases.shelf import Shelf

FORMATS = ("gift", "csv")
_TABLES = frozenset({".csv", ".tsv"})
_LIMIT = 16 << 20  # bytes; a bank of questions is not larger


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedItems:
    """
    What was read and what it changes.

    Attributes:
        source: The file the questions came from, as it was named.
        asset: The id of the asset.
        path: The file to change, relative to the project.
        before: What it holds.
        after: What it would hold; the same where there is nothing to add.
        added: The stems of the questions that are new.
        known: How many are asked already.
        not_taken: What could not be taken from the file, and why.

    """

    source: str
    asset: str
    path: str
    before: bytes
    after: bytes
    added: tuple[str, ...]
    known: int
    not_taken: tuple[NotTaken, ...]

    def diff(self) -> str:
        """Return the change as a unified diff."""
        return unified(self.path, self.before, self.after)


def import_items(
    start: Path, source: Path, name: str, *, form: str = "", write: bool
) -> ImportedItems:
    """
    Add the questions of a file to the check of an asset, named by id or path.

    A question that the asset asks already, in the same words, is not added again.

    Args:
        start: The folder of the project, or one in it.
        source: The file with questions.
        name: The asset.
        form: `gift` or `csv`; empty to go by the name of the file.
        write: Whether to change the asset's file.

    Raises:
        UsageError: The file or the asset cannot be read, or its guidance cannot be added to.
        WorldError: The asset's file cannot be written.

    """
    assets = shelf(start, dt.date.max)
    asset = assets.find(name)
    imported = _read(source, form, asset)
    if not imported.items and not imported.not_taken:
        raise UsageError(f"{source} holds no question", hint="Is it GIFT, or a table as CSV?")
    file = assets.files[asset.path]
    places = check_places.read(file, limit=assets.here.config.limit)
    new = tuple(_new(imported, asset, places.stems))
    path, before, after = _written(file, places, new)
    done = ImportedItems(
        source=str(source),
        asset=asset.id,
        path=path,
        before=before,
        after=after,
        added=tuple(item.stem for item in new),
        known=len(imported.items) - len(new),
        not_taken=imported.not_taken,
    )
    _hold_to_promise(done, new, asset, assets)
    if write and after != before:
        edited_file.write(assets.here.root / path, before, after)
    return done


def _read(source: Path, form: str, asset: Asset) -> Imported:
    data = source_file.read_file(str(source), path=str(source), limit=_LIMIT)
    if isinstance(data, Finding):
        raise UsageError(data.message, hint=data.help)
    text = text_of(data)
    if not form:
        form = "csv" if source.suffix.lower() in _TABLES else "gift"
        if source.suffix.lower() not in {*_TABLES, ".gift", ".txt"}:
            raise UsageError(
                f"{source.name} does not say what it holds",
                hint=f"Add --format with one of: {', '.join(FORMATS)}",
            )
    if form == "gift":
        return gift.read(str(source), text)
    if form != "csv":
        raise UsageError(f"`{form}` cannot be imported", hint=f"There are: {', '.join(FORMATS)}")
    table = item_table.read(str(source), text, asset=asset.id)
    if table is None:
        raise UsageError(
            f"no column of {source.name} is one of questions",
            hint="Name the columns in its first line: question, answer, wrong 1, wrong 2, why",
        )
    return table


def _new(imported: Imported, asset: Asset, stems: Iterable[str]) -> Iterator[AuthoredItem]:
    """Yield what is not asked yet; a reference to a must-know that is not there is left out."""
    seen = {normalised(item.stem) for item in asset.items}
    seen.update(map(normalised, stems))
    known = {one.id for one in asset.guidance.must_know}
    for item in imported.items:
        stem = normalised(item.stem) or item.stem
        if stem not in seen:
            seen.add(stem)
            yield item if item.tests in known else replace(item, tests="")


def _written(
    file: SourceFile, places: CheckPlaces, new: tuple[AuthoredItem, ...]
) -> tuple[str, bytes, bytes]:
    """Return the file to change, what it holds and what it shall hold."""
    items = [plain_item(item) for item in new]
    if items and places.empty:
        raise UsageError(
            f"`{places.empty}:` is in {file.sidecar or file.path} with nothing below it",
            hint="Delete that line; it is written anew",
        )
    if not items or places.check is None:
        return with_guidance(file, (("check", {"items": items}),) if items else ())
    path = places.check.path
    data = file.data if path == file.path else file.sidecar_data
    text = data.decode("utf-8")
    bom, text = ("\ufeff", text[1:]) if text.startswith("\ufeff") else ("", text)
    if places.items:
        last = max(places.items)
        added = item_lines.behind_items(text, items, (last.line, last.column))
    else:
        added = item_lines.behind_settings(text, items, (places.check.line, places.check.column))
    if added is None:
        raise UsageError(
            f"the check in {path} is written in a form that nothing can be added to",
            hint="Write `items:` below `check:`, and each question behind a dash of its own",
        )
    return path, data, (bom + added).encode("utf-8")


def _hold_to_promise(
    done: ImportedItems, new: tuple[AuthoredItem, ...], asset: Asset, assets: Shelf
) -> None:
    """Read the result back: the new questions must be there, and nothing else may differ."""
    if done.after == done.before:
        return
    file = assets.files[asset.path]
    changed = (
        replace(file, data=done.after)
        if done.path == file.path
        else replace(file, sidecar=done.path, sidecar_data=done.after)
    )
    again, findings = parse(changed, assets.here.config)
    if again is None:
        found = next(one for one in findings if one.severity is Severity.ERROR)
        raise UsageError(
            f"with {len(new)} questions more, {done.path} could not be read: {found.message}",
            hint="Nothing was written. Import fewer questions, those of this piece only",
        )
    if _said(again) != _said(asset, new):
        raise EnablekitError(
            f"adding questions to {PurePosixPath(done.path).name} would change more than it should",
            hint="Nothing was written. If `check:` or `items:` is there without anything below "
            "it, delete that line; else please report this",
        )


def _said(asset: Asset, new: tuple[AuthoredItem, ...] = ()) -> tuple[object, ...]:
    """Return what an asset says, with its questions apart and without its places."""
    items = asset.guidance.check.items if asset.guidance.check else ()
    settings = replace(asset.guidance.check, items=()) if asset.guidance.check else None
    pass_mark = settings.pass_mark if settings else 0
    return (
        asset.digest,
        asset.title,
        asset.status,
        asset.audience,
        pass_mark,
        _words(replace(asset.guidance, check=None)),
        _words(asset.drafts),
        [plain_item(item) for item in (*items, *new)],
    )


def _words(guidance: Guidance) -> str:
    return line(placeless(plain(guidance)))
