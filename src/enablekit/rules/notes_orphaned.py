"""
A step of presenting belongs to a section or a slide that is not there.

Why reps care: The right words come up on the wrong slide, or the presenter looks for a slide that
was taken out.

Wrong:
    presenting:
      - at: "#what-it-costed"
        say: Guess before I show you.

Right:
    presenting:
      - at: "#what-it-costs"
        say: Guess before I show you.
"""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING

from enablekit.extend.guidance_texts import numbered
from enablekit.extend.rule import described
from enablekit.extend.short_quote import short
from enablekit.extend.where_written import in_entry
from enablekit.model.asset import Status
from enablekit.model.finding import Severity
from enablekit.model.guidance_entries import AuthoredBeat

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.surroundings import Surroundings
    from enablekit.model.asset import Asset
    from enablekit.model.body import Body
    from enablekit.model.finding import Finding

RULE = described(__doc__, code="EK302", name="notes-orphaned", severity=Severity.ERROR)

_SLIDE = re.compile(r"\s*slide\s+(\d{1,4})\s*", re.IGNORECASE)


def check(asset: Asset, around: Surroundings) -> Iterator[Finding]:
    """Report each step whose place is gone; a page or a time cannot be looked up."""
    anchors = _anchors(asset.body)
    if asset.status is Status.RETIRED or not anchors:
        return
    for place, entry in numbered(asset, "presenting"):
        if isinstance(entry, AuthoredBeat) and _is_gone(entry.at, asset.body, anchors):
            yield RULE.at(
                in_entry(entry.span, entry.at, around, key="at"),
                f"there is no “{short(entry.at)}” in “{short(asset.title)}”",
                place=place,
                fix=_advice(entry.at, asset.body, anchors),
            )


def _anchors(body: Body) -> dict[str, None]:
    found = (one.anchor for part in (body.sections, body.slides) for one in part)
    return dict.fromkeys(anchor for anchor in found if anchor)


def _is_gone(at: str, body: Body, anchors: dict[str, None]) -> bool:
    if at.startswith("#"):
        return len(at) > 1 and at[1:] not in anchors
    slide = _SLIDE.fullmatch(at)
    if slide is None or not body.slides:
        return False
    return not 1 <= int(slide[1]) <= len(body.slides)


def _advice(at: str, body: Body, anchors: dict[str, None]) -> str:
    if not at.startswith("#"):
        return f"The deck has {len(body.slides)} slides"
    close = get_close_matches(at[1:], anchors, n=1)
    if close:
        return f"Did you mean `#{close[0]}`?"
    return f"Name a section: {', '.join(f'#{one}' for one in list(anchors)[:8])}"
