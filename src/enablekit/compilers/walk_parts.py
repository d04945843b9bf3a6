"""The words a walk-through is made of, each from one entry of the guidance or one place in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from enablekit.compilers.walk_alike import words_of
from enablekit.model.notes import Answer, Cue
from enablekit.model.phrase import phrase

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from enablekit.model.asset import Asset
    from enablekit.model.body import Section
    from enablekit.model.evidence import Drawn, Showable
    from enablekit.model.guidance_entries import GuidanceEntry, ProofPoint, TalkTrack

# Said in front of a room, so not what only a rep may know or one person may hear in private.
_NOT_ALOUD = frozenset({"none", "internal", "named-private"})
_MOST = 0.75
# A sentence that begins so goes on from another one, which is not told with it.
_LEANS = re.compile(
    r"(?:(?:Additionally|Also|Furthermore|Moreover|Then|Thus|Hence|Therefore|Otherwise|Likewise|"
    r"Meanwhile|On the other|In other words|To do this|To do so|In this case|In that case)\b"
    r"|(?:As a result|As such|Besides|However|Instead|Similarly),"
    r"|(?:I|We|You|He|She|It|They) (?:then|also|therefore|too)\b"
    r"|Together,? (?:they|we|these|those|both)\b"
    r"|(?:The|Those|These) \d[\d.,]*%? (?!\w+est\b|most\b))"
)
_OF_A_FIGURE = re.compile(r"(?:The|Those|These) (\d+(?:[.,]\d+)*)")


def _written(text: str, entry: GuidanceEntry, part: str = "", scope: str = "") -> list[Cue]:
    if not text:
        return []
    return [Cue(text=text, drawn=False, span=entry.span, part=part, scope=scope)]


def _drawn(one: Drawn, part: str) -> Cue:
    return Cue(text=one.text, drawn=True, span=one.span, part=part)


def _track(asset: Asset) -> TalkTrack | None:
    tracks = asset.guidance.talk_track
    return next((one for one in tracks if one.open), next(iter(tracks), None))


def opening_words(asset: Asset) -> list[Cue]:
    """Return the first sentence of a talk track and the shortest pitch, or what there is."""
    track, pitches = _track(asset), asset.guidance.pitches
    pitch = pitches and (pitches.ten_seconds or pitches.thirty_seconds)
    first = _written(track.open, track, "open") if track else []
    if pitches and pitch:
        return [*first, *_written(pitch, pitches, "" if first else "open")]
    return [*first, *(_written(track.say, track, "" if first else "open") if track else [])]


def drawn_opening(asset: Asset) -> Cue:
    """Return the first sentence of the text that says something; there must be one."""
    opening = asset.evidence.opening
    if opening is None:
        raise ValueError(f"{asset.id} has no opening")
    return _drawn(opening, "open")


def around(asset: Asset) -> list[Cue]:
    """Return what to do before presenting and during it."""
    how = asset.guidance.how_to_present
    if how is None:
        return []
    during = (_written(text, how, "during") for text in how.during)
    return [*_written(how.before, how, "before"), *(cue for one in during for cue in one)]


def closing_question(asset: Asset) -> list[Cue]:
    """Return the question that hands the word back."""
    track = _track(asset)
    return _written(track.ask, track, "close") if track else []


def afterwards(asset: Asset) -> list[Cue]:
    """Return what to do right after presenting, and the e-mail to send."""
    how, mail = asset.guidance.how_to_present, asset.guidance.follow_up
    after = _written(how.after, how, "after") if how else []
    if mail is None or not mail.subject:
        return after
    return [
        *after,
        *_written(phrase("The follow-up e-mail “{subject}”", subject=mail.subject), mail, "send"),
    ]


def drawn_close(asset: Asset) -> list[Cue]:
    """Return what the text asks its reader to do, where that is its last word on it."""
    return [_drawn(one, "close") for one in asset.evidence.calls_to_action[-1:]]


def must_knows(asset: Asset, anchor: str) -> list[Cue]:
    """Return what everyone must know that a section says."""
    found = (one for one in asset.guidance.must_know if _is_at(one.source, anchor))
    return [cue for one in found for cue in _written(one.statement, one, "point")]


def proofs(asset: Asset, anchor: str) -> list[Cue]:
    """Return the claims a section proves that may be said in front of people, with their scope."""
    found = (one for one in asset.guidance.proof_points if _is_at(one.source, anchor))
    return [cue for one in found for cue in _proof(one)]


def opening_proofs(asset: Asset, *, alone: bool) -> list[Cue]:
    """
    Return the proof of the talk track that opens, where no section of the text proves it.

    Args:
        asset: The asset.
        alone: Whether no other beat has a proof; then all that no section proves are returned.

    """
    anchors = {f"#{one.anchor}" for one in asset.body.sections}
    track = _track(asset)
    wanted = track.proof if track else ""
    found = (one for one in asset.guidance.proof_points if one.source not in anchors)
    return [cue for one in found if alone or one.id == wanted for cue in _proof(one)]


def _proof(point: ProofPoint) -> list[Cue]:
    if point.permission in _NOT_ALOUD:
        return []
    return _written(point.claim, point, "proof", point.scope)


def _is_at(reference: str, anchor: str) -> bool:
    return bool(anchor) and reference == f"#{anchor}"


def in_order(points: list[Cue], proofs: list[Cue]) -> list[Cue]:
    """Return points before proofs, but a point about a figure after the proof that has it."""
    figures = frozenset[str]().union(*(words_of(one.text) for one in proofs))
    after = [one for one in points if (of := _OF_A_FIGURE.match(one.text)) and of[1] in figures]
    return [*(one for one in points if one not in after), *proofs, *after]


def only_refers(asset: Asset, section: Section) -> bool:
    """Whether a section lists what is to be found elsewhere: most items of its lists are links."""
    lists = [
        one
        for one in asset.body.blocks
        if one.kind == "list" and section.span.line <= one.span.line <= section.span.end_line
    ]
    return bool(lists) and all(len(one.links) >= _MOST * len(one.items) > 0 for one in lists)


def drawn_points(asset: Asset, section: Section) -> list[Cue]:
    """Return the key sentences of a section that can stand alone."""
    return _standing(asset, section, asset.evidence.key_sentences, "point")


def drawn_proofs(asset: Asset, section: Section) -> list[Cue]:
    """Return the sentences of a section that have a figure and can stand alone."""
    return _standing(asset, section, asset.evidence.statistics, "proof")


def _standing(asset: Asset, section: Section, drawn: Iterable[Drawn], part: str) -> list[Cue]:
    """Return what says more than the heading above it and does not lean on what stood before."""
    heading = words_of(f"{asset.title} {section.title}")
    return [
        _drawn(one, part)
        for one in _in(section, drawn)
        if not words_of(one.text) <= heading and not _LEANS.match(one.text)
    ]


def _in(section: Section, drawn: Iterable[Drawn]) -> Iterator[Drawn]:
    return (one for one in drawn if section.span.line <= one.span.line <= section.span.end_line)


def shown(asset: Asset, section: Section) -> list[Cue]:
    """Return what to show of a section: what its author says is worth it, else tables, figures."""
    best = (one for one in asset.guidance.best_parts if _is_at(one.at, section.anchor))
    written = [cue for one in best for cue in _written(one.why, one)]
    showables = [
        Cue(text=_named(one, section, asset), drawn=True, span=one.span, part=one.kind)
        for one in asset.evidence.showables
        if section.span.line <= one.span.line <= section.span.end_line
    ]
    return written or showables


def _named(one: Showable, section: Section, asset: Asset) -> str:
    """Return what to show; a table without a name of its own is told by its columns."""
    if one.text not in {section.title, asset.title}:
        return one.text
    tables = (block for block in asset.body.blocks if block.kind == "table" and block.items)
    table = next((block for block in tables if block.span.line == one.span.line), None)
    columns = [cell.strip() for cell in table.items[0].split("\t")] if table else []
    return " | ".join(filter(None, columns)) or one.text


def other_places(asset: Asset) -> list[Cue]:
    """Return the best parts that are a page or a time and not a section of the text."""
    anchors = {f"#{one.anchor}" for one in asset.body.sections}
    other = (one for one in asset.guidance.best_parts if one.at and one.at not in anchors)
    return [cue for one in other for cue in _written(one.why or one.at, one)]


def questions(asset: Asset) -> list[Cue]:
    """Return the discovery questions in their order."""
    return [cue for one in asset.guidance.questions for cue in _written(one.ask, one)]


def answers(asset: Asset) -> Iterator[tuple[str, Answer]]:
    """Yield each objection with its answer, and the anchor of the section its proof stands in."""
    known: dict[str, ProofPoint] = {one.id: one for one in asset.guidance.proof_points if one.id}
    for one in asset.guidance.objections:
        spoken: Sequence[str] = (one.acknowledge, one.respond, one.confirm)
        answer = " ".join(filter(None, spoken))
        proof = known.get(one.proof)
        if one.they_say and answer:
            place = proof.source if proof else ""
            yield (
                place.removeprefix("#"),
                Answer(they_ask=one.they_say, answer=answer, span=one.span),
            )
