"""Cut an asset down to what one audience may read, before anything is made from it."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, TypeVar

from enablekit.model.asset import Status
from enablekit.model.audience import Audience, may_read
from enablekit.model.body import Body
from enablekit.model.choose import choose_entries
from enablekit.model.evidence import Drawn, Evidence
from enablekit.model.guidance import Guidance
from enablekit.model.guidance_entries import AuthoredBeat, AuthoredItem, MustKnow, ProofPoint

if TYPE_CHECKING:
    from enablekit.model.asset import Asset
    from enablekit.model.guidance_entries import GuidanceEntry

_RESTING = (ProofPoint, MustKnow, AuthoredBeat, AuthoredItem)
Marked = TypeVar("Marked", bound=Drawn)


def narrow(asset: Asset, reader: Audience) -> Asset | None:
    """
    Return the asset as an audience may see it, or None when it may not see it at all.

    Guidance without a mark is internal; text without a mark is for whoever may read the asset.
    """
    if reader is Audience.INTERNAL:
        return asset
    if asset.audience < reader or asset.status is not Status.PUBLISHED:
        return None
    return dataclasses.replace(
        asset,
        owner="",
        deputy="",
        experts=(),
        because="",
        extra=(),
        places=(),
        aliases=(),
        competitors=(),  # whom we fear is between colleagues
        path="",
        guidance=_guidance(asset.guidance, reader),
        drafts=Guidance(),
        evidence=_evidence(asset.evidence, reader),
        body=_body(asset.body, reader),
        items=(),
    )


def _guidance(guidance: Guidance, reader: Audience) -> Guidance:
    def visible(entry: GuidanceEntry) -> GuidanceEntry | None:
        if not may_read(entry.audience, reader, default=Audience.INTERNAL):
            return None
        return choose_entries(_outward(entry), inside)

    def inside(entry: GuidanceEntry) -> GuidanceEntry | None:
        # What stands inside a visible entry is visible unless it says otherwise.
        if not may_read(entry.audience, reader, default=reader):
            return None
        return choose_entries(_outward(entry), inside)

    kept = choose_entries(guidance, visible)
    # Words without an entry of their own cannot be marked, so they stay inside.
    return dataclasses.replace(kept, stages=(), job="", channels=(), verified=None)


def _outward(entry: GuidanceEntry) -> GuidanceEntry:
    """Return a visible entry without the fields that stay between us."""
    if isinstance(entry, ProofPoint):
        # Whether and how long a customer may be named is between us and that customer.
        entry = dataclasses.replace(entry, permission="", until=None)
    if isinstance(entry, _RESTING) and entry.rests_on:
        entry = dataclasses.replace(entry, rests_on=())
    return entry


def _evidence(evidence: Evidence, reader: Audience) -> Evidence:
    def visible(drawn: tuple[Marked, ...]) -> tuple[Marked, ...]:
        return tuple(one for one in drawn if may_read(one.audience, reader, default=reader))

    opening = evidence.opening
    if opening is not None and not may_read(opening.audience, reader, default=reader):
        opening = None
    return Evidence(
        opening=opening,
        key_sentences=visible(evidence.key_sentences),
        statistics=visible(evidence.statistics),
        quotations=visible(evidence.quotations),
        definitions=visible(evidence.definitions),
        contrasts=visible(evidence.contrasts),
        procedures=visible(evidence.procedures),
        questions=visible(evidence.questions),
        calls_to_action=visible(evidence.calls_to_action),
        showables=visible(evidence.showables),
    )


def _body(body: Body, reader: Audience) -> Body:
    """Keep what may be read; presenter notes and section word counts stay inside."""
    blocks = tuple(one for one in body.blocks if may_read(one.audience, reader, default=reader))
    sections = tuple(one for one in body.sections if may_read(one.audience, reader, default=reader))
    slides = tuple(one for one in body.slides if may_read(one.audience, reader, default=reader))
    hidden = len(blocks) != len(body.blocks)
    return Body(
        blocks=blocks,
        sections=tuple(dataclasses.replace(one, words=0) for one in sections)
        if hidden
        else sections,
        slides=slides,
        words=0 if hidden else body.words,
        minutes=0 if hidden else body.minutes,
    )
