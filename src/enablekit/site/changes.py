"""What changed lately: pieces that came out, were updated, or were looked at by a person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from enablekit.model.phrase import keys

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from enablekit.model.guide import Guide
    from enablekit.site.cards import Card
    from enablekit.site.frame import Frame

MOST = 50

NEW, UPDATED, VERIFIED = "new", "updated", "verified"
_WORDS = keys(
    {
        (NEW,): "New",
        (UPDATED,): "Updated",
        (VERIFIED,): "Verified",
        (NEW, VERIFIED): "New and verified",
        (UPDATED, VERIFIED): "Updated and verified",
    }
)
# In these states the record of a person still holds for what is there now.
_STANDS = frozenset({"verified", "due", "overdue"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """
    What happened to a piece on one day.

    Attributes:
        day: When.
        kinds: `new`, `updated`, `verified`, or several of them.
        word: The same as people read it: `Updated and verified`.
        asset: The piece's id.
        card: The piece.

    """

    day: dt.date
    kinds: tuple[str, ...]
    word: str
    asset: str
    card: Card


def changes_of(frame: Frame) -> tuple[Change, ...]:
    """Return the latest changes, newest first; what is still to come is not told before its day."""
    today = frame.publication.built_on
    found: dict[tuple[str, dt.date], Change] = {}
    for compiled in frame.publication.compiled:
        name = compiled.guide.asset.id
        for day, kind in _days(compiled.guide, internal=frame.internal):
            if day <= today:
                before = found[name, day].kinds if (name, day) in found else ()
                kinds = (*before, kind)
                found[name, day] = Change(
                    day=day,
                    kinds=kinds,
                    word=frame.wording.say(_WORDS[kinds]),
                    asset=name,
                    card=frame.cards[name],
                )
    newest = sorted(found.values(), key=lambda one: (-one.day.toordinal(), one.asset))
    return tuple(newest[:MOST])


def _days(guide: Guide, *, internal: bool) -> Iterator[tuple[dt.date, str]]:
    asset = guide.asset
    if asset.published:
        yield asset.published, NEW
    if asset.updated and asset.updated != asset.published:
        yield asset.updated, UPDATED
    record = asset.guidance.verified
    if internal and record and record.on and guide.badge.state in _STANDS:
        yield record.on, VERIFIED
