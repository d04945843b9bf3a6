"""A message is quoted, and the learner says which asset carries it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.extend.item_making import content_words, distinct, likeness, single_choice

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


def candidates(asset: Asset, library: Library, siblings: Siblings) -> Iterator[Item]:  # noqa: ARG001 - a kind's contract
    """Make one item of the first message that does not give its asset away."""
    wrong = distinct(_other_titles(asset, siblings), unlike=asset.title, limit=_DISTRACTORS)
    if len(wrong) < _DISTRACTORS:
        return
    for message, span in _messages(asset):
        if _gives_itself_away(message, asset.title, wrong):
            continue
        yield single_choice(
            kind=NAME,
            bloom=BLOOM,
            asset=asset,
            fact=message,
            stem=f"Which piece makes this point: “{message}”",
            key=asset.title,
            distractors=wrong,
            rationale=f"“{message}” is what “{asset.title}” says.",
            objective="Tell which piece carries which message.",
            source=span,
        )
        return


def _messages(asset: Asset) -> Iterator[tuple[str, Span]]:
    for statement in asset.guidance.must_know:
        if statement.statement:
            yield statement.statement, statement.span
    pitches = asset.guidance.pitches
    if pitches is not None and pitches.ten_seconds:
        yield pitches.ten_seconds, pitches.span


def _other_titles(asset: Asset, siblings: Siblings) -> list[str]:
    """Order the titles of other assets: those on the same topics first, they are harder."""
    topics = set(asset.topics)
    messages = " ".join(text for text, _ in _messages(asset))

    def closeness(other: Asset) -> tuple[int, float, str]:
        same_topics = len(topics.intersection(other.topics))
        return (-same_topics, likeness(other.title, messages), other.id)

    others = [other for other in siblings.near(asset) if not _shares_message(asset, other)]
    return [other.title for other in sorted(others, key=closeness)]


def _shares_message(asset: Asset, other: Asset) -> bool:
    """Tell whether another asset makes the same point: then both would be right."""
    return any(
        likeness(mine, theirs) >= _SAME_POINT
        for mine, _ in _messages(asset)
        for theirs, _ in _messages(other)
    )


_SAME_POINT = 0.5


def _gives_itself_away(message: str, title: str, wrong: tuple[str, ...]) -> bool:
    """Tell whether the message shares a word with its own title and with no other title."""
    elsewhere = frozenset().union(*(content_words(text) for text in wrong))
    return bool((content_words(title) & content_words(message)) - elsewhere)
