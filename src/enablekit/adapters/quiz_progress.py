"""Keeps what a person answered in checks: with the person, never in the project."""

from __future__ import annotations

import hashlib
import json
import os
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from enablekit.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping

SCHEMA = "enablekit.quiz/1"
MOST = 200  # attempts, as many as a browser keeps
_LARGEST = 20_000_000  # bytes; what is larger is not ours


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """
    What is kept of one person and one project.

    Attributes:
        begun: Checks that were begun and not finished, by asset: `check`, `attempt`, `answers`.
        attempts: Finished attempts, oldest first, as docs/reference/attempts.md has them.

    """

    begun: Mapping[str, dict[str, Any]] = field(default_factory=dict)
    attempts: tuple[dict[str, Any], ...] = ()


def read(root: Path) -> Kept:
    """Return what is kept for a project; what is lost or damaged is nothing."""
    place = place_of(root)
    if place is None:
        return Kept()
    try:
        if place.stat().st_size > _LARGEST:
            return Kept()
        data = json.loads(place.read_bytes())
    except (OSError, ValueError, RecursionError):
        return Kept()
    if not isinstance(data, dict) or data.get("schema") != SCHEMA:
        return Kept()
    begun, attempts = data.get("begun"), data.get("attempts")
    return Kept(
        begun={key: one for key, one in begun.items() if isinstance(one, dict)}
        if isinstance(begun, dict)
        else {},
        attempts=tuple(one for one in attempts if is_attempt(one))
        if isinstance(attempts, list)
        else (),
    )


def is_attempt(data: object) -> bool:
    """Tell whether something has the members of an attempt, each of its kind."""
    return isinstance(data, dict) and all(
        type(data.get(name)) is kind for name, kind in _MEMBERS.items()
    )


_MEMBERS = {
    "asset": str, "title": str, "check": str, "at": str, "right": int, "of": int, "passed": bool,
    "answers": dict,
}  # fmt: skip


def write(root: Path, kept: Kept) -> bool:
    """Keep something, at once or not at all; tell whether that was possible."""
    place = place_of(root)
    if place is None:
        return False
    data = {
        "schema": SCHEMA,
        "begun": dict(kept.begun),
        "attempts": list(kept.attempts[-MOST:]),
    }
    draft = place.with_suffix(f".{os.getpid()}")
    try:
        place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        # What somebody did not know is nobody else's business.
        with os.fdopen(os.open(draft, _NEW, 0o600), "wb") as file:
            file.write(json.dumps(data, ensure_ascii=True).encode())
        draft.replace(place)
    except OSError:
        with suppress(OSError):
            draft.unlink()
        return False
    return True


def answers(path: Path) -> str:
    """
    Return a file of answers that somebody wrote.

    Raises:
        UsageError: It cannot be read.

    """
    try:
        return path.read_text("utf-8-sig", errors="replace")
    except OSError as error:
        raise UsageError(
            f"{path} cannot be read: {error.strerror}",
            hint="Name a file with one answer a line, or - for standard input",
        ) from error


_NEW = os.O_WRONLY | os.O_CREAT | os.O_TRUNC


def place_of(root: Path) -> Path | None:
    """Return the file for a project, by the XDG convention; None where there is no home."""
    base = os.environ.get("XDG_STATE_HOME") or ""
    if not os.path.isabs(base):  # noqa: PTH117 - an empty text is no path
        home = os.environ.get("HOME") or os.environ.get("LOCALAPPDATA") or ""
        if not home:
            return None
        base = str(Path(home) / ".local" / "state")
    name = hashlib.sha256(os.fsencode(root.resolve())).hexdigest()[:24]
    return Path(base) / "enablekit" / "quiz" / f"{name}.json"
