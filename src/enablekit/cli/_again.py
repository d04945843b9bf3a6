"""A build that was there already is answered without loading what reads command lines."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from enablekit.cli import _built, _screen
from enablekit.errors import EnablekitError
from enablekit.model.audience import Audience
from enablekit.usecases.request import Request
from enablekit.usecases.unchanged import recall

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
    Answer a build that would change nothing.

    Args:
        words: What was written behind `build`.

    Returns:
        The exit code; None when something has changed, or when the words are not of the plainest:
        then whoever reads command lines properly has to look.

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
        now=given.get("now") or None,
        audience=audience,
        drafts=given.get("drafts", False),
    )
    try:
        built = recall(request)
    except (EnablekitError, OSError):  # which is for the build itself to say
        return None
    if built is None:
        return None
    try:
        return _built.show(
            built,
            folder / output,
            verbose=given.get("verbose", False),
            as_json=given.get("as_json", False),
        )
    except BrokenPipeError:
        return _screen.close_quietly()


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
