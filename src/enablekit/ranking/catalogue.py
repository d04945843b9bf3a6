"""What the finder knows of a library: a line per piece, and the names of people and stages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from enablekit.encoding.wording import Wording
from enablekit.model.audience import Audience
from enablekit.model.phrase import phrase
from enablekit.ranking.channels import channel_names
from enablekit.ranking.name import Name
from enablekit.ranking.words import spoken

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from enablekit.model.guide import Guide
    from enablekit.model.vocabulary import Term, Vocabulary

BATTLECARD = "battlecard"  # the type
_FORBIDDING = frozenset({"draft", "expired", "retired", "superseded"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """
    A rule that forbids a piece.

    Attributes:
        rule: `superseded`, `retired`, `expired`, `draft`, `embargoed` or `permission`.
        reason: A sentence that says why.
        after: The rule holds only after this day (ISO 8601); empty if always.
        before: The rule holds only before this day (ISO 8601); empty if always.

    """

    rule: str
    reason: str
    after: str = ""
    before: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """
    One piece as the finder knows it.

    Attributes:
        id: The asset.
        title: Its title.
        state: Its trust state.
        due_from: The day from which a verified piece is due for review (ISO 8601), or empty.
        review_by: The day after which it is overdue (ISO 8601), or empty.
        on: The day it last changed as its author says (ISO 8601), or empty.
        personas: For whom it is, by id.
        stages: Where in the journey, by id.
        pains: The pains it answers by id, each with a buyer's words.
        competitors: The rivals it is about, by id.
        battlecard: Whether it is of use only against a rival somebody named.
        channels: Where it works.
        live: Minutes it takes to present; 0 if nobody said.
        alone: Minutes a buyer needs for it; 0 if nobody said.
        sendable: Whether buyers may have it.
        stops: The rules that forbid it.
        not_when: When it does harm, sentence by sentence.
        texts: Its words with their weight, for searching.

    """

    id: str
    title: str
    state: str = ""
    due_from: str = ""
    review_by: str = ""
    on: str = ""
    personas: tuple[str, ...] = ()
    stages: tuple[str, ...] = ()
    pains: tuple[tuple[str, str], ...] = ()
    competitors: tuple[str, ...] = ()
    battlecard: bool = False
    channels: tuple[str, ...] = ()
    live: int = 0
    alone: int = 0
    sendable: bool = True
    stops: tuple[Stop, ...] = ()
    not_when: tuple[str, ...] = ()
    texts: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """
    Everything the finder knows.

    Attributes:
        entries: The pieces, ordered by title, then id.
        personas: What each persona is called.
        stages: What each stage is called.
        pains: What each pain is called.
        channels: How people say by which channel, for those that some piece works by.
        competitors: What each rival is called that some piece is about.

    """

    entries: tuple[Entry, ...]
    personas: tuple[Name, ...] = ()
    stages: tuple[Name, ...] = ()
    pains: tuple[Name, ...] = ()
    channels: tuple[Name, ...] = ()
    competitors: tuple[Name, ...] = ()


_ENGLISH = Wording()


def catalogue(guides: Iterable[Guide], words: Vocabulary, wording: Wording = _ENGLISH) -> Catalogue:
    """Collect what the finder may know of some guides, which hold only what may be read."""
    rivals = {term.id: _name(term) for term in words.competitors}
    entries = [_entry(guide, rivals) for guide in guides]
    met = {rival for one in entries for rival in one.competitors}
    return Catalogue(
        entries=tuple(sorted(entries, key=lambda one: (one.title, one.id))),
        personas=tuple(_name(term) for term in words.personas),
        stages=tuple(_name(term) for term in words.stages),
        pains=tuple(_name(term) for term in words.pains),
        channels=channel_names({way for one in entries for way in one.channels}, wording),
        # Only those some piece names: a site for customers must not know whom we are up against.
        competitors=tuple(name for rival, name in rivals.items() if rival in met),
    )


def _name(term: Term) -> Name:
    called = (term.name, term.id.replace("-", " ").replace("_", " "), *term.synonyms)
    return Name(id=term.id, names=tuple(dict.fromkeys(one for one in called if one)))


def _entry(guide: Guide, rivals: dict[str, Name]) -> Entry:
    asset, badge = guide.asset, guide.badge
    guidance, minutes = asset.guidance, asset.guidance.minutes
    return Entry(
        id=asset.id,
        title=asset.title,
        state=badge.state,
        due_from=_iso(badge.due_from),
        review_by=_iso(badge.review_by),
        on=_iso(asset.updated or asset.published),
        personas=tuple(persona.id for persona in guide.personas),
        stages=tuple(stage.id for stage in guide.stages),
        pains=tuple((pain.term.id, pain.words or pain.term.name) for pain in guide.pains),
        competitors=asset.competitors,
        battlecard=asset.type == BATTLECARD,
        channels=guidance.channels,
        live=minutes.present if minutes else 0,
        alone=(minutes.buyer if minutes else 0) or asset.body.minutes,
        sendable=asset.audience >= Audience.CUSTOMER,
        stops=tuple(_stops(guide)),
        not_when=tuple(line.text for line in guidance.do_not_use_when),
        texts=tuple((weight, text) for weight, text in _texts(guide, rivals) if text),
    )


def _stops(guide: Guide) -> Iterator[Stop]:
    asset, badge = guide.asset, guide.badge
    if badge.state in _FORBIDDING:
        yield Stop(rule=badge.state, reason=badge.reason)
    elif asset.expires is not None:
        reason = phrase("Its time has ended since this was built.")
        yield Stop(rule="expired", reason=reason, after=_iso(asset.expires))
    if asset.published is not None:
        reason = phrase("It is not to be used yet.")
        yield Stop(rule="embargoed", reason=reason, before=_iso(asset.published))
    proofs = asset.guidance.proof_points
    last = max((one.until for one in proofs if one.until), default=None)
    if last is not None and all(one.until for one in proofs):
        reason = phrase("The permission for everything that proves it has ended.")
        yield Stop(rule="permission", reason=reason, after=_iso(last))


# How much a word counts by where it stands: what a piece is called and what buyers say come first.
_TITLE, _PAIN, _TOPIC, _TRIGGER, _OBJECTION, _BRIEF = 3, 3, 2, 2, 2, 1


def _texts(guide: Guide, rivals: dict[str, Name]) -> Iterator[tuple[int, str]]:
    guidance = guide.asset.guidance
    yield _TITLE, guide.asset.title
    for pain in guide.pains:
        yield _PAIN, " ".join((pain.words, pain.term.says, *_name(pain.term).names))
    for term in (*guide.topics, *guide.products):
        yield _TOPIC, " ".join(_name(term).names)
    for rival in guide.asset.competitors:
        # Each word once, however many names repeat it.
        names = rivals[rival].names if rival in rivals else (rival.replace("-", " "),)
        yield _TOPIC, " ".join(dict(spoken(" ".join(names))).values())
    yield from ((_TRIGGER, line.text) for line in guidance.trigger)
    yield from ((_TRIGGER, use.when) for use in guidance.use_with)
    yield from ((_OBJECTION, one.they_say) for one in guidance.objections)
    yield _BRIEF, guidance.tldr.text if guidance.tldr else guide.asset.summary
    yield from ((_BRIEF, line.text) for line in guide.brief if not line.drawn)


def _iso(day: dt.date | None) -> str:
    return day.isoformat() if day else ""
