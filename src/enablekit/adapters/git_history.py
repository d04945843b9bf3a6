"""What Git knows about the files of a project; nothing in a repository is run to find out."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
from typing import TYPE_CHECKING

from enablekit.errors import WorldError

if TYPE_CHECKING:
    from pathlib import Path

# A repository's own settings can name programs to run; none of ours needs them.
_SAFE = (
    "-c", "core.fsmonitor=false", "-c", f"core.hooksPath={os.devnull}",
    "-c", "core.quotePath=false",
)  # fmt: skip
_SECONDS = 60
# A commit that touches more files than this, and a larger share of all, is about none of them.
_MANY = 20
_SHARE = 25  # percent


def top(root: Path) -> Path | None:
    """Return the folder of the repository that a project lies in, or None."""
    for folder in (root, *root.parents):
        if (folder / ".git").exists():
            return folder
    return None


def changed_since(root: Path, ref: str) -> frozenset[str]:
    """
    Return the files that differ from where a branch left another, new ones too.

    Args:
        root: The project's folder.
        ref: A branch, a tag or a commit.

    Returns:
        Paths relative to the project.

    Raises:
        WorldError: Git is not there, the project is in no repository, or it does not know the ref.

    """
    base = _merge_base(root, ref)
    changed = _paths(root, "diff", "--name-only", "-z", "--no-ext-diff", "--no-renames",
                     "--relative", base, "--")  # fmt: skip
    new = _paths(root, "ls-files", "--others", "--exclude-standard", "-z")
    return changed | new


def staged(root: Path) -> frozenset[str]:
    """
    Return the files that the next commit changes, relative to the project.

    Raises:
        WorldError: Git is not there, or the project is in no repository.

    """
    return _paths(root, "diff", "--cached", "--name-only", "-z", "--no-ext-diff",
                  "--no-renames", "--relative")  # fmt: skip


def staged_bytes(root: Path, path: str) -> bytes | None:
    """Return what the next commit holds of a file; None if it is not in it."""
    try:
        return _bytes(root, "show", f":./{path}")
    except _GitFailedError:
        return None


def is_shallow(root: Path) -> bool:
    """Tell whether only the newest commits are here, so that ages cannot be known."""
    return _run(root, "rev-parse", "--is-shallow-repository").strip() == "true"


def last_changes(root: Path) -> dict[str, dt.date]:
    """
    Return the day on which each file was last changed by itself, as far as Git knows.

    A commit that touches many files at once, such as one that moves or formats them all, says
    nothing about the age of what they say, and is passed over; see `_MANY` and `_SHARE`.

    Args:
        root: The project's folder.

    Returns:
        Days by path relative to the project; nothing without Git or in a shallow clone, because
        the oldest commit there seems to have written everything.

    """
    try:
        if is_shallow(root):
            return {}
        log = _run(root, "log", "--format=%x01%cs", "--name-only", "-z", "--no-renames",
                   "--relative", "--no-ext-diff", "--no-show-signature")  # fmt: skip
        tracked = len(_paths(root, "ls-files", "-z"))
    except WorldError:
        return {}
    many = max(_MANY, tracked * _SHARE // 100)
    found: dict[str, dt.date] = {}
    for commit in log.split("\x01")[1:]:
        day, _, names = commit.partition("\0")
        paths = [path.lstrip("\n") for path in names.split("\0") if path.strip("\n")]
        if len(paths) <= many:
            for path in paths:
                found.setdefault(path, dt.date.fromisoformat(day.strip()))
    return found


def _merge_base(root: Path, ref: str) -> str:
    if not ref or ref.startswith("-"):
        raise WorldError(f"`{ref}` is not a branch, a tag or a commit", hint="Try `origin/main`")
    try:
        commit = _run(root, "rev-parse", "--verify", "--quiet", f"{ref}^{{commit}}").strip()
    except _GitFailedError as error:
        raise WorldError(
            f"Git does not know `{ref}` here",
            hint="Fetch it first; in GitHub Actions set `fetch-depth: 0` for actions/checkout",
        ) from error
    try:
        return _run(root, "merge-base", commit, "HEAD").strip()
    except _GitFailedError as error:
        why = "this clone is shallow" if is_shallow(root) else "they have no commit in common"
        raise WorldError(
            f"cannot tell where this branch left `{ref}`: {why}",
            hint="Fetch the whole history; in GitHub Actions set `fetch-depth: 0`",
        ) from error


class _GitFailedError(WorldError):
    """Git said no."""


def _paths(root: Path, *arguments: str) -> frozenset[str]:
    return frozenset(path for path in _run(root, *arguments).split("\0") if path)


def _run(root: Path, *arguments: str) -> str:
    return os.fsdecode(_bytes(root, *arguments))


def _bytes(root: Path, *arguments: str) -> bytes:
    if top(root) is None:
        raise WorldError(f"{root.name} is in no Git repository", hint="Run it inside one")
    command = ["git", *_SAFE, "-C", os.fspath(root), *arguments]
    environment = {**os.environ, "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}
    try:
        done = subprocess.run(  # noqa: S603 - Git itself, with arguments that name no program
            command, capture_output=True, check=False, timeout=_SECONDS, env=environment
        )
    except FileNotFoundError as error:
        raise WorldError(
            "Git is not installed", hint="Install it, or leave the option out"
        ) from error
    except subprocess.TimeoutExpired as error:
        raise WorldError("Git did not answer", hint="Try `git status` in the folder") from error
    if done.returncode:
        words = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise _GitFailedError(f"Git could not answer: {words[0] if words else done.returncode}",
                         hint="Try `git status` in the folder")  # fmt: skip
    return done.stdout
