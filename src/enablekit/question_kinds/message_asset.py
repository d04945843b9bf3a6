"""A message is quoted, and the learner says which asset carries it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.extend.item_making import (
    distinct,
    gives_itself_away,
    guided,
    likeness,
    single_choice,
    stems,
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
_SAME_POINT = 0.4  # of its telling words; the texts of other pieces are not at hand
_ENOUGH = 4  # other pieces to choose from
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
            objective=phrase("Tell which piece carries which message."),
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

    # A word of the message in the right title alone, such as a product's name, would tell.
    telling = stems(message) & stems(asset.title)

    def closeness(other: Asset) -> tuple[int, int, float, str]:
        same_topics = len(topics.intersection(other.topics))
        covered = len(telling & stems(other.title))
        return (-covered, -same_topics, likeness(other.title, messages), other.id)

    found: dict[str, Asset] = {}
    for other in sorted(siblings.near(asset)[:_LOOKED_AT], key=closeness):
        # A piece that makes the same point would be right, too.
        if not siblings.says(other).may_state(message, at=_SAME_POINT):
            found[other.title] = other
        if len(found) == _ENOUGH:
            break
    return found
