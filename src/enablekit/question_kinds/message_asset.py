"""A message is quoted, and the learner says which asset carries it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.extend.echo import echoes
from enablekit.extend.guided_claims import matter, points_and_claims
from enablekit.extend.item_making import distinct, guided, single_choice
from enablekit.model.phrase import phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.guided_claims import Stated
    from enablekit.extend.siblings import Siblings
    from enablekit.model.asset import Asset
    from enablekit.model.item import Item
    from enablekit.model.library import Library

NAME = "message-asset"
BLOOM = "understand"

_DISTRACTORS = 2
_MOST = 2  # of an asset
_SAME_POINT = 0.4  # of its telling words stand in one passage
_ON_TOPIC = 0.75  # of them are used anywhere in a piece; another topic rules a piece out unread
_COULD_BE = 2  # telling words of a message of another piece: that piece could have said it
_LOOKED_AT = 12  # of those near it; each is compared with the message word by word
_NO_SOURCE = frozenset({"battlecard"})  # it is known to be about a rival alone


def candidates(asset: Asset, library: Library, siblings: Siblings) -> Iterator[Item]:  # noqa: ARG001 - a kind's contract
    """Make up to two items of messages that do not give their asset away."""
    if asset.type in _NO_SOURCE:
        return
    made = 0
    for message in points_and_claims(asset):
        others = _others(asset, message, siblings)
        wrong = distinct(list(others), unlike=asset.title, limit=_DISTRACTORS)
        if len(wrong) < _DISTRACTORS or echoes(message.told, asset.title, wrong):
            continue
        yield single_choice(
            kind=NAME,
            bloom=BLOOM,
            asset=asset,
            fact=message.text,
            stem=phrase("Which piece makes this point: “{message}”", message=message.told),
            key=asset.title,
            distractors=wrong,
            rationale=_rationale(asset),
            objective=phrase("Tell which piece carries which message."),
            source=message.span,
            tests=message.tests,
            feedback={title: _carries(others[title]) for title in wrong},
        )
        made += 1
        if made == _MOST:
            return


def _rationale(asset: Asset) -> str:
    """Say what the piece is about, which is how to remember what it says."""
    if asset.guidance.tldr is not None and asset.guidance.tldr.text:
        return f"“{asset.title}”: {asset.guidance.tldr.text}"
    if asset.summary:
        return phrase("“{title}” says so. {summary}", title=asset.title, summary=asset.summary)
    return phrase("“{title}” says so.", title=asset.title)


def _carries(other: Asset) -> str:
    """Say what a wrong piece says instead."""
    message = next((one.text for one in points_and_claims(other)), "")
    return guided(other.title, message) if message else ""


def _others(asset: Asset, message: Stated, siblings: Siblings) -> dict[str, Asset]:
    """Return pieces on the same matter by title: those first that say something like it."""
    topics = set(asset.topics)

    def closeness(other: Asset) -> tuple[int, int, str]:
        return (-_alike(message, other), -len(topics.intersection(other.topics)), other.id)

    found: dict[str, Asset] = {}
    for other in sorted(siblings.near(asset)[:_LOOKED_AT], key=closeness):
        said = siblings.says(other)
        if (
            # A survey's figure cannot be a customer story's, and everybody sees that.
            other.type == asset.type
            and said.nearness(message.text) >= _ON_TOPIC
            and _alike(message, other) >= _COULD_BE
            and not said.may_state(message.text, at=_SAME_POINT)
        ):
            found[other.title] = other
    return found


def _alike(message: Stated, other: Asset) -> int:
    """Return how many telling words a message shares with one that another piece makes."""
    mine = matter(message.text)
    return max((len(mine & matter(one.text)) for one in points_and_claims(other)), default=0)
