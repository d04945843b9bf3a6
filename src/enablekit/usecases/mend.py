"""Mend: apply the repairs that findings carry, and nothing else."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from enablekit.adapters import edited_file
from enablekit.checking.repairs import mended
from enablekit.encoding.diff import unified
from enablekit.usecases.check import check

if TYPE_CHECKING:
    from enablekit.model.repair import Repair
    from enablekit.usecases.check import Checked, Request

# A repair can make room for another one; more rounds than this mean that two rules disagree.
_ROUNDS = 10
_MARK = "\ufeff"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What mending makes of one file."""

    path: str
    before: bytes
    after: bytes

    def diff(self) -> str:
        """Return the change as a unified diff."""
        return unified(self.path, self.before, self.after)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mended:
    """
    What mending did.

    Attributes:
        checked: The check of what is left.
        changes: The files that are new.
        applied: How many repairs were applied.

    """

    checked: Checked
    changes: tuple[Change, ...]
    applied: int


def mend(request: Request, *, unsafe: bool, write: bool) -> Mended:
    """
    Check, mend what can be mended, and check again until nothing more can.

    Args:
        request: What to check.
        unsafe: Whether repairs that can change what a reader sees are applied, too.
        write: Whether the files are written; otherwise it is only said what they would hold.

    Raises:
        EnablekitError: It could not run, or a file changed in the meantime.

    """
    originals: dict[str, bytes] = {}
    given = dict(request.given)
    applied = 0
    # An editor gets back the text it gave, and no other file.
    only = frozenset(request.given) or None
    for _ in range(_ROUNDS):
        checked = check(replace(request, given=given))
        new, count = _round(checked, given, only, unsafe=unsafe)
        if not count:
            break
        for path, (before, after) in new.items():
            originals.setdefault(path, before)
            given[path] = after
        applied += count
    else:
        checked = check(replace(request, given=given))
    changes = tuple(
        Change(path=path, before=before, after=given[path])
        for path, before in sorted(originals.items())
        if before != given[path]
    )
    if write:
        for one in changes:
            edited_file.write(checked.root / one.path, one.before, one.after)
    return Mended(checked=checked, changes=changes, applied=applied)


def _round(
    checked: Checked, given: dict[str, bytes], only: frozenset[str] | None, *, unsafe: bool
) -> tuple[dict[str, tuple[bytes, bytes]], int]:
    """Apply the repairs of one check; return the files that changed, before and after."""
    repairs: dict[str, list[Repair]] = defaultdict(list)
    for finding in checked.report.findings:
        repair = finding.repair
        wanted_here = only is None or finding.span.path in only
        if repair and wanted_here and (repair.safe or unsafe):
            repairs[finding.span.path].append(repair)
    changed: dict[str, tuple[bytes, bytes]] = {}
    total = 0
    for path, wanted in repairs.items():
        data = given[path] if path in given else (checked.root / path).read_bytes()
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError:
            continue  # it is reported, and nobody knows which character a repair would stand at
        mark = _MARK if text.startswith(_MARK) else ""
        new, count = mended(text.removeprefix(_MARK), wanted)
        if count and mark + new != text:
            changed[path] = (data, (mark + new).encode())
            total += count
    return changed, total
