"""What somebody asks of a build."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from enablekit.model.audience import Audience


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """
    What somebody asked for.

    Attributes:
        start: The folder they stand in, or named.
        output: Where the site goes; relative to the project.
        now: The day to build for, as `YYYY-MM-DD`, or None for today.
        audience: For whom; None for what the project says.
        drafts: Whether drafts are built too.
        jobs: How many processes to use at most; 0 for as many as there are processors.
        may_fail: Files that may have errors; an error in any other stops the build before it
            writes. None lets every file have errors, which only leaves the file out.
        private: Whether nobody else looks at the output while it is written, so that it need not be
            replaced at once.
        search_later: Whether the index for full-text search may stay as the last build made it, for
            a later build to bring up to date.

    """

    start: Path
    output: Path
    now: str | None = None
    audience: Audience | None = None
    drafts: bool = False
    jobs: int = 0
    may_fail: frozenset[str] | None = None
    private: bool = False
    search_later: bool = False
