"""The finder: the questions of the home page, and what its script knows of the library."""

from __future__ import annotations

from dataclasses import asdict, fields, replace
from typing import TYPE_CHECKING, Any

from enablekit.encoding import json_data
from enablekit.encoding.wording import CHANNELS, speech
from enablekit.model.guidance import CHANNELS as KNOWN_CHANNELS
from enablekit.ranking.catalogue import Catalogue, Entry, catalogue
from enablekit.ranking.reasons import patterns
from enablekit.ranking.rules import served
from enablekit.ranking.words import EMPTY
from enablekit.site.entry_ids import objection_ids

if TYPE_CHECKING:
    from enablekit.encoding.wording import Wording
    from enablekit.model.guide import Guide
    from enablekit.site.cards import Card
    from enablekit.site.frame import Frame

GUIDES = "guides.js"  # a script, since a page opened from a folder may load nothing else


def finder_values(frame: Frame) -> dict[str, Any]:
    """Return what can be chosen in the finder, and where a gap can be reported."""
    words = frame.publication.vocabulary
    return {
        "personas": [(one.id, one.name or one.id) for one in words.personas],
        "journey": [(one.id, one.name or one.id) for one in words.stages],
        "channels": [
            (one, frame.wording.label(one, CHANNELS))
            for one in KNOWN_CHANNELS
            if one in _used_channels(frame)
        ],
        "rivals": [
            (one.id, one.name or one.id)
            for one in words.competitors
            if one.id in _used_rivals(frame)
        ],
        "says": [
            (name, text if isinstance(text, str) else json_data.line(text))
            for name, text in patterns(frame.wording).items()
        ],
        "feedback": frame.publication.feedback,
        "example": _example(frame),
    }


def _example(frame: Frame) -> str:
    """Return what a buyer of this project would say; empty where nobody wrote it down."""
    pains = (pain.words for one in frame.publication.compiled for pain in one.guide.pains)
    return next((speech(words) for words in pains if words), "")


def _used_channels(frame: Frame) -> frozenset[str]:
    return frozenset(
        channel
        for compiled in frame.publication.compiled
        for channel in compiled.guide.asset.guidance.channels
    )


def _used_rivals(frame: Frame) -> frozenset[str]:
    return frozenset(
        rival
        for compiled in frame.publication.compiled
        for rival in compiled.guide.asset.competitors
    )


def guides_script(frame: Frame) -> bytes:
    """Return the script that tells the finder what there is."""
    guides = {one.guide.asset.id: one.guide for one in frame.publication.compiled}
    known = catalogue(guides.values(), frame.publication.vocabulary, frame.wording)
    data = _words(known)
    data["entries"] = [
        _said(_worded(entry, frame.wording))
        | _shown(guides[entry.id], frame.cards[entry.id], frame.wording)
        for entry in known.entries
    ]
    text = json_data.line(data).replace("<", "\\u003c")
    return f"window.enablekit={{...window.enablekit,known:{text}}};\n".encode("utf-8", "replace")


def known_data(known: Catalogue) -> dict[str, Any]:
    """Return a catalogue as the script reads it."""
    return _words(known) | {"entries": [_said(entry) for entry in known.entries]}


def _words(known: Catalogue) -> dict[str, Any]:
    return {
        "personas": [asdict(one) for one in known.personas],
        "stages": [asdict(one) for one in known.stages],
        "pains": [asdict(one) for one in known.pains],
        "channels": [asdict(one) for one in known.channels],
        "competitors": [asdict(one) for one in known.competitors],
        "stop": sorted(EMPTY),
        "rules": served(),
    }


_MEMBERS = tuple(field.name for field in fields(Entry))


def _worded(entry: Entry, wording: Wording) -> Entry:
    """Return an entry whose reasons are in the words of the site."""
    stops = tuple(replace(one, reason=wording.told(one.reason)) for one in entry.stops)
    return replace(entry, stops=stops)


def _said(entry: Entry) -> dict[str, Any]:
    # Not `asdict`, which copies every text of every piece.
    data = {name: getattr(entry, name) for name in _MEMBERS}
    data["stops"] = [asdict(stop) for stop in entry.stops]
    return data


def _shown(guide: Guide, card: Card, wording: Wording) -> dict[str, Any]:
    """Return what a result shows of a guide besides what the finder compares."""
    brief = {line.label: wording.told(line.text) for line in guide.brief if not line.drawn}
    guidance = guide.asset.guidance
    tracks = guidance.talk_track
    openings = {one.persona: speech(one.open) for one in reversed(tracks) if one.open}
    return {
        "href": card.href,
        "type": card.type_label,
        "lang": guide.asset.language,
        "word": card.trust.word,
        "when": brief.get("Use it when", ""),
        "say": speech(brief.get("Say", "")),
        "openings": openings,
        "line": card.line,
        "drawn": card.drawn,
        "answers": [
            [speech(one.they_say), speech(one.respond), f"{card.href}#{place}"]
            for place, one in zip(objection_ids(guidance), guidance.objections, strict=True)
            if one.they_say and one.respond and card.in_use
        ],
    }
