"""Verify: record who looked at an asset, when, and at what exactly."""

from __future__ import annotations

from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import TYPE_CHECKING

from enablekit.adapters import clock, edited_file
from enablekit.encoding import guidance_block
from enablekit.errors import EnablekitError, UsageError
from enablekit.linking import verification
from enablekit.linking.library import link
from enablekit.model.audience import Audience
from enablekit.model.guidance_entries import Verification
from enablekit.parsing import fingerprint
from enablekit.parsing.asset import parse
from enablekit.parsing.diagnoses import DUPLICATE_KEY
from enablekit.usecases.guidance_edit import with_guidance
from enablekit.usecases.shelf import shelf

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from enablekit.model.asset import Asset
    from enablekit.model.library import Badge
    from enablekit.model.source import SourceFile
    from enablekit.usecases.shelf import Shelf

# States of an asset whose record counts, also where it should not be used.
_READ = frozenset({"verified", "due", "overdue", "expired", "retired", "superseded", "draft"})
SCOPES = ("facts", "usage", "legal")


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """
    What was recorded about one asset.

    Attributes:
        asset: Its id.
        path: The file that holds the record, relative to the project.
        before: Its badge before.
        after: Its badge now.

    """

    asset: str
    path: str
    before: Badge
    after: Badge


def verify(
    start: Path, names: tuple[str, ...], *, by: str, scope: str = "", now: str | None = None
) -> tuple[Verified, ...]:
    """
    Record that somebody has looked at assets as they are now.

    Args:
        start: A folder of the project.
        names: The assets, by id or path.
        by: Who looked, by id.
        scope: What was looked at: `facts`, `usage` or `legal`; empty for all of it.
        now: The day, or None for today.

    Raises:
        UsageError: There is no such asset, person or scope, or nothing to verify.
        WorldError: A file cannot be written.

    """
    today = clock.today(now)
    assets = shelf(start, today)
    _require_person(by, assets)
    if scope and scope not in SCOPES:
        raise UsageError(f"`{scope}` is no scope", hint=f"There are: {', '.join(SCOPES)}")
    found = [assets.find(name) for name in names]
    changes = [_change(asset, assets, by, scope, today) for asset in found]
    verified = []
    for asset, (path, before, after) in zip(found, changes, strict=True):
        badge = _badge_after(asset, assets, path, after, today)
        edited_file.write(assets.here.root / path, before, after)
        was = assets.library.badges[asset.id]
        verified.append(Verified(asset=asset.id, path=path, before=was, after=badge))
    return tuple(verified)


def _require_person(by: str, assets: Shelf) -> None:
    people = [one.id for one in assets.here.config.vocabulary.people]
    if people and by not in people:
        close = get_close_matches(by, people, n=1)
        near = f"Did you mean {close[0]}? " if close else ""
        raise UsageError(
            f"`{by}` is not one of the project's people", hint=f"{near}Known: {', '.join(people)}"
        )


def _change(
    asset: Asset, assets: Shelf, by: str, scope: str, today: dt.date
) -> tuple[str, bytes, bytes]:
    if not asset.has_guidance:
        raise UsageError(
            f"`{asset.id}` has no guidance yet, so there is nothing to verify",
            hint=f"`enablekit draft {asset.path}` proposes some",
        )
    file = assets.files[asset.path]
    sections = fingerprint.of_sections(asset.body)
    said = Verification(span=asset.span, by=by, on=today, scope=scope)
    hashes = verification.recorded(asset, assets.here.config.vocabulary, sections, said)
    record = {"by": by, "on": today, **({"scope": scope} if scope else {}), **hashes}
    old = asset.guidance.verified
    if old is None:
        return with_guidance(file, (("verified", record),))
    return _replaced(file, old.span.path, (old.span.line, old.span.end_line), record)


def _replaced(
    file: SourceFile, path: str, lines: tuple[int, int], record: dict[str, object]
) -> tuple[str, bytes, bytes]:
    data = file.sidecar_data if path == file.sidecar else file.data
    text = data.decode("utf-8")
    new = guidance_block.with_entry_replaced(text, "verified", record, *lines)
    if new is None:
        raise UsageError(
            f"the record in {path} is written in a form that cannot be replaced",
            hint="Write `verified:` on a line of its own",
        )
    return path, data, new.encode("utf-8")


def _badge_after(asset: Asset, assets: Shelf, path: str, data: bytes, today: dt.date) -> Badge:
    """Read the result back: the record must be the only thing that is new."""
    file = assets.files[asset.path]
    changed = (
        replace(file, data=data)
        if path == file.path
        else replace(file, sidecar=path, sidecar_data=data)
    )
    again, found = parse(changed, assets.here.config)
    before = (asset.digest, asset.guidance_digest, asset.title)
    if again is None or before != (again.digest, again.guidance_digest, again.title):
        raise EnablekitError(
            f"recording this in {path} would change more than it should",
            hint="Nothing was written. Write `enablement:` with its fields on lines of their own",
        )
    library, _ = link([again], assets.here.config, Audience.INTERNAL, today)
    badge = library.badges[again.id]
    twice = any(one.code == DUPLICATE_KEY.code for one in found)
    if twice or badge.state not in _READ:
        raise UsageError(
            f"the record cannot be written into {path} as it stands",
            hint="Remove the line `verified:` that is there, and every key that is there twice",
        )
    return badge
