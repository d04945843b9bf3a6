"""The authored layer as a guide shows it: know, say, show, do and prove."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from enablekit.encoding.wording import (
    CHANNELS,
    PERMISSIONS,
    QUESTION_KINDS,
    speech,
)
from enablekit.site.entry_ids import objection_ids, proof_ids
from enablekit.site.facets import PAINS, PERSONAS, PRODUCTS, RIVALS, STAGES, TOPICS
from enablekit.site.links import mail_address
from enablekit.site.markup import Linked

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from enablekit.model.guidance_entries import (
        BestPart,
        DiscoveryQuestion,
        Objection,
        ProofPoint,
        TalkTrack,
        UseWith,
    )
    from enablekit.site.asset_pages import AssetPages


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """A proof point with its place on the page, its source and whether it still holds."""

    entry: ProofPoint
    id: str
    source: Linked | None
    permission: str
    until: str
    ended: bool

    @property
    def link(self) -> Linked:
        """The claim, linked to the proof point on the same page."""
        return Linked(self.entry.claim, f"#{self.id}")


@dataclass(frozen=True, slots=True, kw_only=True)
class UseWithPerson:
    """Whom to use the asset with."""

    entry: UseWith
    persona: Linked


@dataclass(frozen=True, slots=True, kw_only=True)
class Track:
    """A talk track with its listener and its proof."""

    entry: TalkTrack
    persona: Linked | None
    proof: Linked | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question to ask, with what it is after."""

    entry: DiscoveryQuestion
    kind: str
    leads_to: Linked | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rebuttal:
    """An objection with its place on the page and its proof."""

    entry: Objection
    id: str
    they_say: str
    proof: Linked | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A place worth showing."""

    entry: BestPart
    place: Linked


def know(pages: AssetPages) -> dict[str, Any]:
    """Return what a rep has to know before using the asset."""
    guide, guidance, frame, root = (
        pages.compiled.guide, pages.asset.guidance, pages.frame, pages.root
    )  # fmt: skip
    return {
        "tldr": guidance.tldr.text if guidance.tldr else "",
        "use_with": [
            UseWithPerson(entry=use, persona=frame.term(root, PERSONAS, use.persona))
            for use in guidance.use_with
        ],
        "do_not_use_when": [line.text for line in guidance.do_not_use_when],
        "trigger": [line.text for line in guidance.trigger],
        "pains": [
            (speech(pain.words) or pain.term.name, frame.term(root, PAINS, pain.term.id))
            for pain in guide.pains
        ],
        "stages": [frame.term(root, STAGES, stage.id) for stage in guide.stages],
        "job": frame.wording.job(guidance.job) if guidance.job else "",
        "assumes": [line.text for line in guidance.assumes],
        "topics": [frame.term(root, TOPICS, topic.id) for topic in guide.topics],
        "products": [frame.term(root, PRODUCTS, product.id) for product in guide.products],
        "rivals": [
            frame.term(root, RIVALS, rival)
            for rival in dict.fromkeys(pages.asset.competitors if frame.internal else ())
        ],
    }


def say(pages: AssetPages, proofs: Mapping[str, Proof]) -> dict[str, Any]:
    """Return what to say, ask and answer."""
    guidance, frame, root = pages.asset.guidance, pages.frame, pages.root
    pitches, say = guidance.pitches, frame.wording.say
    lengths = (
        (say("10 seconds"), pitches.ten_seconds),
        (say("30 seconds"), pitches.thirty_seconds),
        (say("2 minutes"), pitches.two_minutes),
    ) if pitches else ()  # fmt: skip
    return {
        "pitches": [(length, text) for length, text in lengths if text],
        "tracks": [
            Track(
                entry=track,
                persona=frame.term(root, PERSONAS, track.persona) if track.persona else None,
                proof=proofs[track.proof].link if track.proof in proofs else None,
            )
            for track in guidance.talk_track
        ],
        "listeners": _listeners(pages),
        "questions": [
            Question(
                entry=question,
                kind=frame.wording.label(question.kind, QUESTION_KINDS),
                leads_to=frame.term(root, PAINS, question.leads_to) if question.leads_to else None,
            )
            for question in guidance.questions
        ],
        "objections": [
            Rebuttal(
                entry=objection,
                id=name,
                they_say=speech(objection.they_say),
                proof=proofs[objection.proof].link if objection.proof in proofs else None,
            )
            for name, objection in zip(objection_ids(guidance), guidance.objections, strict=True)
        ],
    }


def _listeners(pages: AssetPages) -> list[tuple[str, str]]:
    """Return the personas that talk tracks are for, in their order, each once."""
    ids = dict.fromkeys(track.persona for track in pages.asset.guidance.talk_track)
    return [(one, pages.frame.names.get((PERSONAS, one), one)) for one in ids if one]


def show(pages: AssetPages) -> dict[str, Any]:
    """Return what to show and how."""
    guidance = pages.asset.guidance
    length = partial(pages.frame.wording.length, language=pages.asset.language)
    return {
        "best_parts": [
            Part(entry=part, place=pages.places.named(part.at)) for part in guidance.best_parts
        ],
        "how": guidance.how_to_present,
        "outline": [
            (Linked(section.title, pages.places.section(section.anchor)), section)
            for section in pages.compiled.guide.outline
            if section.title
        ],
        "outline_words": length(pages.asset.body.words),
        "how_long": length,
    }


def do(pages: AssetPages) -> dict[str, Any]:
    """Return what to do before, with and after the asset."""
    guidance, wording = pages.asset.guidance, pages.frame.wording
    mail = guidance.follow_up
    return {
        "channels": [wording.label(channel, CHANNELS) for channel in guidance.channels],
        "minutes": guidance.minutes,
        "follow_up": mail,
        "follow_up_href": mail_address("", subject=mail.subject, body=mail.body) if mail else "",
        "share": guidance.share,
        "next": [
            (
                pages.neighbour(pages.root, other),
                wording.say(other.type_label),
                other.when,
                pages.frame.cards.get(other.id),
            )
            for other in pages.compiled.guide.next
        ],
        "likely_next": [
            (
                pages.neighbour(pages.root, one.asset),
                wording.say(one.asset.type_label),
                [term.name or term.id for term in one.topics],
            )
            for one in pages.compiled.guide.likely_next
        ],
        "success_signal": guidance.success_signal.text if guidance.success_signal else "",
    }


def prove(pages: AssetPages, proofs: Mapping[str, Proof]) -> dict[str, Any]:
    """Return what may be claimed, and what everyone must know."""
    return {
        "proofs": list(proofs.values()),
        "must_know": [
            (known.statement, pages.places.named(known.source) if known.source else None)
            for known in pages.asset.guidance.must_know
        ],
    }


def proofs_of(pages: AssetPages) -> dict[str, Proof]:
    """Return the proof points by id; one without an id gets a number nobody refers to."""
    today = pages.frame.publication.built_on
    guidance = pages.asset.guidance
    found: dict[str, Proof] = {}
    for name, entry in zip(proof_ids(guidance), guidance.proof_points, strict=True):
        found.setdefault(entry.id or f"#{name}", _proof(pages, entry, name, today))
    return found


def _proof(pages: AssetPages, entry: ProofPoint, name: str, today: dt.date) -> Proof:
    return Proof(
        entry=entry,
        id=name,
        source=pages.places.named(entry.source) if entry.source else None,
        permission=pages.frame.wording.label(entry.permission, PERMISSIONS),
        until=pages.frame.wording.day(entry.until) if entry.until else "",
        ended=entry.until is not None and entry.until < today,
    )
