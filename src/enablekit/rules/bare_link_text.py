"""
A link's whole text is “here”, “click here”, “link”, “read more” or the like.

Why reps care: A rep who scans the page in a call looks for links, and ten times “here” says
nothing about where they lead. Nor does it to a buyer who hears the page read.

Wrong:
    The numbers are [here](survey.md).

Right:
    The numbers are in [the dispute survey](survey.md).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from enablekit.extend.rule import described
from enablekit.extend.short_quote import short
from enablekit.extend.where_written import in_entry
from enablekit.model.asset import Status
from enablekit.model.diagnosis import Profile
from enablekit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.surroundings import Surroundings
    from enablekit.model.asset import Asset
    from enablekit.model.finding import Finding

RULE = described(
    __doc__,
    code="EK806",
    name="bare-link-text",
    severity=Severity.INFO,
    profile=Profile.STRICT,
)

_BARE = re.compile(
    r"\W*(?:(?:click|see|look|read|tap|press|find (?:it|them|out)|(?:over )?right)? ?here"
    r"|(?:this|the|a) ?(?:link|page|one|article|post|doc|document)|links?|this"
    r"|(?:read|learn|see|find out|show|view|get) more|more(?: info(?:rmation)?| details)?"
    r"|read (?:on|it|this)|details|click|click this|url|source)\W*",
    re.IGNORECASE,
)


def check(asset: Asset, around: Surroundings) -> Iterator[Finding]:
    """Report each link whose text says nothing about where it leads."""
    if asset.status is Status.RETIRED or not asset.language.startswith("en"):
        return
    lines: list[str] | None = None
    for block in asset.body.blocks:
        for link in block.links:
            if not _BARE.fullmatch(link.text):
                continue
            if lines is None:
                lines = around.sources.get(asset.path, "").split("\n")
            at = link.span
            is_link = at.line <= len(lines) and lines[at.line - 1][at.column - 1 :].startswith("[")
            if is_link:
                text = short(link.text)
                yield RULE.at(
                    in_entry(link.span, link.text, around),
                    f"“{text}” does not say where the link to `{short(link.url)}` leads",
                    fix="Link the words that name the target, such as its title",
                )
