"""Tells from what the disk says of all files that a build would change nothing."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from enablekit import __version__
from enablekit.adapters import bundled, clock, looked_at, sealed_note
from enablekit.usecases.built import noted, remembered

if TYPE_CHECKING:
    from collections.abc import Mapping

    from enablekit.adapters.looked_at import Survey
    from enablekit.usecases.built import Built
    from enablekit.usecases.request import Request

KIND = "seen"
_PROJECT, _TOP = "enablekit.yaml", ".git"  # what a search upward for the project looks for


def recall(request: Request) -> Built | None:
    """
    Return the last build of a request, if nothing that it looked at has changed.

    Nothing is read but what is too young to be known by its time; see `looked_at`.

    Raises:
        EnablekitError: There is no such day.

    """
    root = _root(request.start)
    if root is None:
        return None
    output = Path(root) / request.output
    note = sealed_note.read(output, KIND, _claim(request, root))
    if note is None:
        return None
    said, _, seen = note.partition(b"\n")
    if not looked_at.unchanged(seen):
        return None
    return remembered(json.loads(said), output)


def survey(request: Request) -> Survey | None:
    """Look at everything that a build of a request may read, before it reads."""
    root = _root(request.start)
    if root is None:
        return None
    output = os.path.realpath(Path(root) / request.output)
    package = os.path.realpath(Path(__file__).parents[1])
    return looked_at.survey((root, package, os.path.realpath(bundled.templates())), apart=output)


def keep(
    request: Request,
    seen: Survey | None,
    read: Mapping[str, bytes],
    site: Mapping[str, os.stat_result],
    built: Built,
) -> None:
    """
    Note a build that has just been written, or that was found to be there.

    Args:
        request: What was asked for.
        seen: What was looked at; None if that is not to be known by its time.
        read: The bytes of files that were read after that, by path from the root.
        site: What lies in the folder of the site now.
        built: The build.

    """
    root = _root(request.start)
    if seen is None or root is None:
        return
    packed = looked_at.packed(seen, {f"{root}/{one}": read[one] for one in read}, site)
    if packed is not None:
        said = json.dumps(noted(built)).encode()
        sealed_note.write(built.output, KIND, _claim(request, root), said + b"\n" + packed)


def _root(start: Path) -> str | None:
    """Return the folder of the project that a folder lies in, as `project.find` does."""
    here = start.resolve()
    for folder in (here, *here.parents):
        if (folder / _PROJECT).is_file():
            return os.fspath(folder)
        if (folder / _TOP).exists():
            break
    return os.fspath(here) if here.is_dir() else None


def _claim(request: Request, root: str) -> str:
    """Return what must be so for a note to count, besides the files that were looked at."""
    may_fail = None if request.may_fail is None else sorted(request.may_fail)
    asked = (root, request.audience, request.drafts, request.search_later, may_fail)
    today = clock.today(request.now)
    return repr((__version__, sys.version, asked, today, looked_at.installed()))
