"""What the steps of a walk-through are called: the headings of the piece, as one would say them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from enablekit.model.asset import Asset
    from enablekit.model.body import Section

TOP = 2  # the level of the headings a piece is divided by
_BREAK = re.compile(r"\s*[:\uff1a\u2013\u2014]\s*")
_NUMBER = re.compile(r"\d{1,2}[.)]\s+(?=\S)")


def titled(section: Section, asset: Asset) -> str:
    """Return a section's title; one of several alike says what it stands below: `Jira: Pricing`."""
    alike = sum(one.title == section.title for one in asset.body.sections)
    above = [
        one
        for one in asset.body.sections
        if one.span.line < section.span.line and TOP <= one.level < section.level
    ]
    own = _said(section, asset)
    if own and alike > 1 and above:
        return f"{_said(above[-1], asset)}: {own}"
    return own or asset.title


def _said(section: Section, asset: Asset) -> str:
    """
    Return a heading without its number, since steps have their own, and without a last colon.

    A number stays where the headings are alike behind it: `1. Quartal` and `2. Quartal`.
    """
    title = section.title.strip()
    bare = _NUMBER.sub("", title, count=1)
    if bare != title:
        others = (
            _NUMBER.sub("", one.title.strip(), count=1)
            for one in asset.body.sections
            if one is not section and one.level == section.level and _NUMBER.match(one.title)
        )
        if any(_subject(other) == _subject(bare) for other in others):
            bare = title
    return bare.rstrip(":\uff1a ") or title


def _subject(title: str) -> str:
    """Return what stands before a colon or a dash."""
    return _BREAK.split(title, maxsplit=1)[0]
