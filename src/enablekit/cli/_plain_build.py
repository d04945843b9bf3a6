"""A build whose options are of the plainest, without loading what reads all others."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from enablekit.cli import _built
from enablekit.model.audience import Audience
from enablekit.usecases.request import Request

_FLAGS = {"--drafts": "drafts", "--verbose": "verbose", "-v": "verbose", "--json": "as_json"}
_VALUES = {
    "-C": "folder",
    "--output": "output",
    "-o": "output",
    "--audience": "audience",
    "--now": "now",
    "--jobs": "jobs",
    "-j": "jobs",
}


def run(words: list[str]) -> int | None:
    """
    Build, if it is said in plain words how.

    Args:
        words: What was written behind `build`.

    Returns:
        The exit code; None when the words are not of the plainest: then nothing was done, and
        whoever reads command lines properly has to look.

    """
    given = _plain(words)
    if given is None:
        return None
    folder, output = Path(given.get("folder", "")), Path(given.get("output", "site"))
    audience = Audience.named(given.get("audience", ""))
    if given.get("audience") and audience is None:
        return None
    request = Request(
        start=folder,
        output=output,
        now=given.get("now"),
        audience=audience,
        drafts=given.get("drafts", False),
        jobs=int(given.get("jobs", "0")),
    )
    return _built.make(
        request, verbose=given.get("verbose", False), as_json=given.get("as_json", False)
    )


def _plain(words: list[str]) -> dict[str, Any] | None:
    """Read options that stand alone, each with its value behind it, or give up."""
    given: dict[str, Any] = {}
    rest = iter(words)
    for word in rest:
        if word in _FLAGS:
            given[_FLAGS[word]] = True
            continue
        value = next(rest, "-")
        if word not in _VALUES or value.startswith("-") or not value:
            return None
        given[_VALUES[word]] = value
    jobs = given.get("jobs", "0")
    return given if jobs.isascii() and jobs.isdigit() else None
