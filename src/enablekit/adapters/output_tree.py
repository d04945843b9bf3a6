"""Replacing a whole site at once, or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
from typing import TYPE_CHECKING

from enablekit.adapters import output_marker
from enablekit.adapters.careful_open import opened
from enablekit.adapters.disk_error import explained
from enablekit.adapters.exchange import put_in_place
from enablekit.adapters.in_place import bring_up_to_date
from enablekit.adapters.neighbours import mend, neighbours
from enablekit.adapters.output_folder import Contents, contents, located, require_ours, require_safe
from enablekit.adapters.portable_path import require_portable
from enablekit.adapters.staging import Plan, folders_of, stage
from enablekit.errors import WorldError
from enablekit.model.replaced import Replaced

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from enablekit.model.output import OutputTree, Unchanged

_ASK_EFFECTIVE = os.access in os.supports_effective_ids


class SiteChangedError(WorldError):
    """What an earlier build wrote is not there any more; everything has to be built anew."""

    def __init__(self) -> None:
        super().__init__(
            "The site was changed while it was built.", hint="Run `enablekit build` again."
        )


def require_usable(folder: Path, *, project: Path | None = None) -> None:
    """
    Refuse an output folder before any work is done for it.

    Worth asking first, because a project whose sources lie in its output folder seems to have
    none. `replace` asks again.

    Args:
        folder: The folder; it need not exist.
        project: As for `replace`.

    Raises:
        WorldError: The folder may not be written or is not ours.

    """
    place = located(folder)
    require_safe(place, project)
    try:
        require_ours(place)
    except OSError as error:
        raise explained(error, f"read {error.filename or place}") from error


def replace(
    tree: OutputTree, folder: Path, *, project: Path | None = None, at_once: bool = True
) -> Replaced:
    """
    Make an output folder hold a tree.

    Call it while holding `lock.hold(folder)`. Whenever it is stopped, by a kill, a full disk or an
    interruption, the folder holds the whole old or the whole new site; the next call clears what
    was left beside it. (A power cut can lose the contents of files written just before; the next
    call finds and writes them again, since it compares bytes.) If nothing changes, nothing is
    written. Files that enablekit did not make stay where they are.

    Args:
        tree: What the folder shall hold.
        folder: The folder; it need not exist.
        project: The project's root, which is refused as an output folder; None if there is none.
        at_once: Whether to replace the site as a whole. Where nobody else looks at it, file by file
            is quicker, and what is said above of being stopped does not hold.

    Returns:
        What changed. The marker file does not count.

    Raises:
        SiteChangedError: A file that was to stay is not as it was.
        WorldError: The folder may not be written, is not ours, or the system refuses. The old
            site is as it was.

    """
    require_portable([*tree.files, output_marker.NAME])
    place = located(folder)
    require_safe(place, project)
    before = _found(place)
    plan = _plan(tree, place, before)
    change = _change(plan, before)
    if before.there and len(plan.kept) == len(plan.paths) and not change.removed:
        return change
    try:
        if at_once or not before.there:
            _write(plan, place)
        else:
            bring_up_to_date(plan, change.removed, place)
    except OSError as error:
        raise explained(error, f"write {_shown(error, folder, place)}", hint=_need(plan)) from error
    return change


def _found(place: Path) -> Contents:
    """Clear what a stopped build left, and list what lies in the folder."""
    try:
        mend(place)
    except OSError as error:
        raise explained(
            error, f"clear {error.filename}, left by a build that was stopped"
        ) from error
    try:
        return contents(place)
    except OSError as error:
        raise explained(error, f"read {error.filename or place}") from error


def _write(plan: Plan, place: Path) -> None:
    """Stage a plan and put it in place; leave nothing beside it, whatever happens."""
    beside = neighbours(place)
    place.parent.mkdir(parents=True, exist_ok=True)
    if place.exists() and not os.access(place, os.W_OK, effective_ids=_ASK_EFFECTIVE):
        # Its parent's rights would be enough to exchange it, but somebody has closed it.
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(place))
    try:
        stage(plan, old=place, new=beside.staging)
        put_in_place(beside.staging, place, aside=beside.aside)
        # The new site is in place. What cannot be cleared now is cleared by the next build.
        with contextlib.suppress(OSError):
            mend(place)
    except BaseException:
        # Not only errors: an interruption, too, shall leave no litter.
        with contextlib.suppress(OSError):
            mend(place)
        raise


def _plan(tree: OutputTree, place: Path, before: Contents) -> Plan:
    """Find out what can stay, and that no stranger is in the way."""
    wanted = {**tree.files, output_marker.NAME: output_marker.rendered(tree)}
    _require_unchanged(tree.unchanged, place)
    strangers = before.files.keys() - before.ours
    folders = (before.folders - folders_of(before.ours)) | folders_of(strangers)
    kept = tree.unchanged.keys() | {
        path
        for path, data in wanted.items()
        if before.files.get(path) and _holds(f"{place}/{path}", data)
    }
    paths = wanted.keys() | tree.unchanged.keys()
    blocking = (strangers & (paths - kept)) | (strangers & folders_of(paths))
    blocking |= folders & paths
    if blocking:
        raise WorldError(
            f"{place / min(blocking)} was not made by enablekit and is in the way of a page.",
            hint="Move it away, or choose another output folder.",
        )
    return Plan(
        files=wanted,
        kept=frozenset(kept),
        strangers=tuple(sorted(strangers - paths)),
        folders=folders,
    )


def _require_unchanged(files: Mapping[str, Unchanged], place: Path) -> None:
    """Look again at what an earlier build wrote: now nobody else may write."""
    for path, known in files.items():
        try:
            now = os.lstat(f"{place}/{path}")
        except OSError as error:
            raise SiteChangedError from error
        if (now.st_size, now.st_mtime_ns, now.st_ino) != (known.size, known.modified, known.inode):
            raise SiteChangedError


def _change(plan: Plan, before: Contents) -> Replaced:
    """Say what a plan changes; the marker file does not count."""
    paths = plan.paths - {output_marker.NAME}
    new = paths - plan.kept
    return Replaced(
        added=tuple(sorted(new - before.files.keys())),
        changed=tuple(sorted(new & before.files.keys())),
        removed=tuple(sorted((before.ours & before.files.keys()) - plan.paths)),
        kept=len(paths) - len(new),
        strangers=plan.strangers,
    )


def _holds(path: str, data: bytes) -> bool:
    """Tell whether a file holds exactly these bytes, without waiting for a pipe in its place."""
    try:
        handle = opened(path)
    except OSError:
        return False
    try:
        size = os.fstat(handle).st_size
        return size == len(data) and os.read(handle, size + 1) == data
    except OSError:
        return False
    finally:
        os.close(handle)


def _shown(error: OSError, folder: Path, place: Path) -> str:
    """Name the path an error is about as the person knows it."""
    named = str(error.filename or folder)
    for root in (str(neighbours(place).staging), str(place)):
        if named == root or named.startswith(root + os.sep):
            return f"{folder}{named[len(root) :]}"
    return named


def _need(plan: Plan) -> str:
    """Say what a build that failed needed and what it did."""
    need = sum(len(data) for path, data in plan.files.items() if path not in plan.kept)
    return f"The new files need {need / 1e6:.1f} MB. Nothing was changed."
