"""
Prose that was written half a year ago or earlier says “this year”, “recently” or “coming soon”.

An asset is as old as it says, else as its last change of its own in Git. One whose age is not
known is not looked at.

Why reps care: “Coming soon” from two years ago, read out in a meeting, tells the buyer that the
feature is late or that the rep did not read the piece.

Wrong:
    updated: 2024-03-01
    ---
    The German portal is coming soon.

Right:
    updated: 2024-03-01
    ---
    The German portal opens in May 2024.

Options:
    `days`: how old an asset may be before it is looked at (180).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from enablekit.extend.rule import described
from enablekit.extend.where_written import in_block, is_code
from enablekit.model.asset import Status
from enablekit.model.diagnosis import Profile
from enablekit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.surroundings import Surroundings
    from enablekit.model.asset import Asset
    from enablekit.model.body import Block
    from enablekit.model.finding import Finding
    from enablekit.model.span import Span

RULE = described(
    __doc__,
    code="EK506",
    name="relative-time",
    severity=Severity.INFO,
    profile=Profile.STRICT,
    timed=True,
)

_DAYS = 180
_PROSE = frozenset({"paragraph", "list", "heading"})
# “Recently” counts as a time only beside a verb of the past, as “recently viewed” is a feature, and
# a quarter only beside a promise, as reps speak of every quarter's numbers.
_RELATIVE = re.compile(
    r"\b(?:(?:earlier|later)\s)?(?:this|last|next)\syear\b(?!['’]s)"
    r"|\b(?:available|coming|live|out|planned|(?:launch|releas|ship)(?:e?s|ed|ing|e)?)\s"
    r"(?:(?:in|for|by|early|late|later)\s)*(?P<quarter>(?:this|next)\squarter)\b(?!['’]s)"
    r"|\bcoming\ssoon\b"
    r"|\bin\sthe\s(?:coming|next\sfew|last\sfew|past\sfew)\s(?:weeks|months)\b"
    r"|\b(?:have|has|we|I|was|were|'ve|’ve)\s(?:just\s)?(?P<recent>recently)\b"
    r"|^(?P<first>Recently),",
    re.IGNORECASE | re.MULTILINE,
)
# One of these is in everything above; to look for them first is ten times as fast.
_HINTS = (" year", "quarter", "coming soon", "recently", "weeks", "months")
# Words somebody else says, and words that stand for what software shows.
_QUOTED = re.compile(r"“[^”\n]*”|\"[^\"\n]*\"|(?<!\w)'[^'\n]*'(?!\w)|‘[^’\n]*’(?!\w)")


def check(asset: Asset, around: Surroundings) -> Iterator[Finding]:
    """Report words whose meaning has moved on since an asset was written."""
    written = asset.updated or asset.published or around.changed.get(asset.path)
    if asset.status is not Status.PUBLISHED or not asset.language.startswith("en") or not written:
        return
    if (around.today - written).days <= around.number(RULE.name, "days", _DAYS):
        return
    for block in asset.body.blocks:
        if block.kind in _PROSE:
            for start, end in _times(block):
                place = in_block(block, start, end, around)
                linked = any(_holds(one.span, place) for one in block.links)
                if not linked and not is_code(block, start, around):
                    yield RULE.at(
                        place,
                        f"“{block.text[start:end]}” stands in a piece from {written}",
                        fix="Name the year, the quarter or the day that is meant",
                    )


def _times(block: Block) -> Iterator[tuple[int, int]]:
    text = block.text.lower()
    if not any(word in text for word in _HINTS):
        return
    quoted = [one.span() for one in _QUOTED.finditer(block.text)]
    for one in _RELATIVE.finditer(block.text):
        start, end = one.span(one.lastgroup or 0)
        if not any(first <= start < last for first, last in quoted):
            yield start, end


def _holds(outer: Span, inner: Span) -> bool:
    start, end = (inner.line, inner.column), (outer.end_line, outer.end_column)
    return (outer.line, outer.column) <= start < end
