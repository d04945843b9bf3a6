"""What is wrong with an asset besides its state, each with a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.extend.trust_score import NOT_IN_USE
from enablekit.model.asset import Status
from enablekit.model.phrase import Phrase, phrase

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Iterator

    from enablekit.model.asset import Asset


def trust_flags(
    asset: Asset, state: str, people: Collection[str], today: dt.date
) -> tuple[tuple[str, str], ...]:
    """
    Return each flag with its reason: `changed`, `unowned`, `unknown-owner` and so on.

    Args:
        asset: The asset, with its guidance.
        state: Its state, as in `Badge`; what is not in use has no flags.
        people: The ids of the project's people; with none, every owner is taken as known.
        today: The day that decides what has ended.

    """
    return () if state in NOT_IN_USE else tuple(_flags(asset, state, people, today))


def _flags(
    asset: Asset, state: str, people: Collection[str], today: dt.date
) -> Iterator[tuple[str, str]]:
    if state == "changed":
        yield "changed", phrase("What was verified is not what is there now.")
    if not asset.owner:
        yield "unowned", phrase("Nobody is accountable for it.")
    elif people and asset.owner not in people:
        yield (
            "unknown-owner",
            phrase("`{owner}` is not one of the project's people.", owner=asset.owner),
        )
    for number, proof in enumerate(asset.guidance.proof_points, start=1):
        if proof.until is not None and proof.until < today:
            name = proof.id or phrase("proof point {n}", n=number)
            yield (
                "permission-ended",
                _dated("The permission of {proof} ended on {day}.", proof.until, proof=name),
            )
    if asset.status is Status.PUBLISHED and asset.published and asset.published > today:
        yield "embargoed", _dated("It is not to be used before {day}.", asset.published)


def _dated(pattern: str, day: dt.date, **values: str) -> Phrase:
    """Return a sentence whose day is a number in a terminal, and in words on a site."""
    english = phrase(pattern, **values, day=day.isoformat())
    return Phrase(str(english), pattern, {**values, "day": day})
