"""A message is quoted, and the learner says which asset carries it."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from enablekit.extend.item_making import (
    distinct,
    gives_itself_away,
    guided,
    likeness,
    single_choice,
)
from enablekit.model.phrase import phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.siblings import Siblings
    from enablekit.model.asset import Asset
    from enablekit.model.item import Item
    from enablekit.model.library import Library
    from enablekit.model.span import Span

NAME = "message-asset"
BLOOM = "understand"

_DISTRACTORS = 2
_LOOKED_AT = 12  # of those near it; each is compared with the message word by word


def candidates(asset: Asset, library: Library, siblings: Siblings) -> Iterator[Item]:  # noqa: ARG001 - a kind's contract
    """Make an item of each message that does not give its asset away."""
    for message, span, tests in _messages(asset):
        others = _others(asset, message, siblings)
        titles = list(others)
        wrong = distinct(titles, unlike=asset.title, limit=_DISTRACTORS)
        if len(wrong) < _DISTRACTORS or gives_itself_away(message, wrong, beside=asset.title):
            continue
        yield single_choice(
            kind=NAME,
            bloom=BLOOM,
            asset=asset,
            fact=message,
            stem=phrase("Which piece makes this point: “{message}”", message=message),
            key=asset.title,
            distractors=wrong,
            rationale=_rationale(asset),
            objective="Tell which piece carries which message.",
            source=span,
            tests=tests,
            feedback={title: _carries(others[title]) for title in wrong},
        )


def _rationale(asset: Asset) -> str:
    """Say what the piece is about, which is how to remember what it says."""
    if asset.guidance.tldr is not None and asset.guidance.tldr.text:
        return f"“{asset.title}”: {asset.guidance.tldr.text}"
    if asset.summary:
        return phrase("“{title}” says so. {summary}", title=asset.title, summary=asset.summary)
    return phrase("“{title}” says so.", title=asset.title)


def _carries(other: Asset) -> str:
    """Say what a wrong piece says instead."""
    message = next((text for text, _, _ in _messages(other)), "")
    return guided(other.title, message) if message else ""


def _messages(asset: Asset) -> Iterator[tuple[str, Span, str]]:
    """Yield each message, where it stands, and the id of the must-know it is."""
    for statement in asset.guidance.must_know:
        if statement.statement:
            yield statement.statement, statement.span, statement.id
    pitches = asset.guidance.pitches
    if pitches is not None and pitches.ten_seconds:
        yield pitches.ten_seconds, pitches.span, ""


def _others(asset: Asset, message: str, siblings: Siblings) -> dict[str, Asset]:
    """Return other assets by title: those on the same topics first, they are harder."""
    topics = set(asset.topics)
    messages = " ".join(text for text, _, _ in _messages(asset))

    def closeness(other: Asset) -> tuple[int, float, str]:
        same_topics = len(topics.intersection(other.topics))
        return (-same_topics, likeness(other.title, messages), other.id)

    near = siblings.near(asset)[:_LOOKED_AT]
    others = [other for other in near if not _says_so_too(message, other)]
    return {other.title: other for other in sorted(others, key=closeness)}


def _says_so_too(message: str, other: Asset) -> bool:
    """
    Tell whether another piece makes the same point: then both would be right.

    A figure of the message that turns up there, or half of its words, is enough.
    """
    guidance = other.guidance
    said = [
        *(text for text, _, _ in _messages(other)),
        *(one.text for one in other.evidence.key_sentences),
        *(one.text for one in other.evidence.statistics),
        *(one.claim for one in guidance.proof_points),
        *(one.respond for one in guidance.objections),
        *(one.say for one in guidance.talk_track),
        guidance.tldr.text if guidance.tldr else "",
    ]
    figures = _figures(message)
    return any(
        not figures.isdisjoint(_figures(text)) or likeness(message, text) >= _SAME_POINT
        for text in said
    )


# The same guidance is looked at again for every asset near it.
@functools.lru_cache(maxsize=1 << 14)
def _figures(text: str) -> frozenset[str]:
    return frozenset(_FIGURE.findall(text))


_SAME_POINT = 0.5
_FIGURE = re.compile(r"\d[\d.,]*\d|\d")
