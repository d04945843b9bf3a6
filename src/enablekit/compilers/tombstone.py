"""A piece out of use, cut down to what still helps: why it is over and what to use instead."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from enablekit.model.evidence import Evidence
from enablekit.model.guidance import Guidance
from enablekit.model.item import Check
from enablekit.model.notes import PresenterNotes
from enablekit.model.phrase import keys

if TYPE_CHECKING:
    import datetime as dt

    from enablekit.model.guide import Guide
    from enablekit.model.publication import Compiled

# What is spoken, sent or claimed is left out rather than folded away: what can be unfolded can
# be copied, printed and found by search, and an old price in a buyer's mailbox is what all this
# is to prevent. What the piece said stays on the page with its text. What a colleague wrote
# about the piece stays here, too: an author who retires one says there what no longer holds.
_KEPT = ("span", "tldr", "do_not_use_when", "must_know", "talk_to", "next")


_OVER = frozenset({"retired", "superseded", "expired"})


def out_of_use(guide: Guide, today: dt.date) -> bool:
    """Tell whether nobody should use a piece any more; a build for others carries no badges."""
    expires = guide.asset.expires
    over = guide.replaced_by is not None or (expires is not None and expires < today)
    return over or guide.badge.state in _OVER


def tombstone(compiled: Compiled) -> Compiled:
    """Return a piece without anything that could be said, sent, presented, asked or claimed."""
    guide = compiled.guide
    old = guide.asset.guidance
    kept = Guidance(**{name: getattr(old, name) for name in _KEPT})
    asset = dataclasses.replace(guide.asset, guidance=kept, drafts=Guidance(), evidence=Evidence())
    return dataclasses.replace(
        compiled,
        guide=dataclasses.replace(
            guide,
            asset=asset,
            brief=(),
            pains=(),
            stages=(),
            outline=(),
            likely_next=(),
            missing=(),
        ),
        notes=PresenterNotes(asset=asset.id),
        check=Check(
            asset=asset.id,
            why_empty=keys("It is out of use, so there is nothing to learn from it."),
        ),
    )
