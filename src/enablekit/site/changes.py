"""What changed lately: pieces that came out, were updated, or were looked at by a person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from enablekit.model.guide import Guide
    from enablekit.site.cards import Card
    from enablekit.site.frame import Frame

MOST = 50

NEW, UPDATED, VERIFIED = "new", "updated", "verified"
_WORDS = {NEW: "New", UPDATED: "Updated", VERIFIED: "Verified"}
# In these states the record of a person still holds for what is there now.
_STANDS = frozenset({"verified", "due", "overdue"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """
    Something that happened to a piece.

    Attributes:
        day: When.
        kind: `new`, `updated` or `verified`.
        asset: The piece's id.
        card: The piece.

    """

    day: dt.date
    kind: str
    asset: str
    card: Card

    @property
    def word(self) -> str:
        """The kind as people read it."""
        return _WORDS[self.kind]


def changes_of(frame: Frame) -> tuple[Change, ...]:
    """Return the latest changes, newest first; what is still to come is not told before its day."""
    today = frame.publication.built_on
    found = [
        Change(day=day, kind=kind, asset=compiled.guide.asset.id, card=card)
        for compiled in frame.publication.compiled
        for card in (frame.cards[compiled.guide.asset.id],)
        for day, kind in _days(compiled.guide, internal=frame.internal)
        if day <= today
    ]
    order = (*_WORDS,)
    found.sort(key=lambda one: (-one.day.toordinal(), one.card.title.casefold(), one.asset,
                                order.index(one.kind)))  # fmt: skip
    return tuple(found[:MOST])


def _days(guide: Guide, *, internal: bool) -> Iterator[tuple[dt.date, str]]:
    asset = guide.asset
    if asset.published:
        yield asset.published, NEW
    if asset.updated and asset.updated != asset.published:
        yield asset.updated, UPDATED
    record = asset.guidance.verified
    if internal and record and record.on and guide.badge.state in _STANDS:
        yield record.on, VERIFIED
