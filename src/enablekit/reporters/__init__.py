"""Forms in which a report is written, one a file; a line here registers each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.reporters import (
    concise,
    github,
    gitlab,
    json_report,
    junit,
    sarif,
    summary,
    text,
)

if TYPE_CHECKING:
    from enablekit.extend.reporter import Reporter

REPORTERS: tuple[Reporter, ...] = (
    text,
    concise,
    json_report,
    github,
    summary,
    gitlab,
    sarif,
    junit,
)
