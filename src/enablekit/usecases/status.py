"""Status: which assets can be trusted today, and what stands in the way of the others."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING

from enablekit.adapters import clock, git_history
from enablekit.errors import UsageError
from enablekit.extend.trust_flags import trust_flags
from enablekit.extend.trust_score import TrustScore, trust_score, urgency
from enablekit.linking.resting import parts_resting_on
from enablekit.parsing.reading import did_you_mean
from enablekit.usecases.shelf import shelf

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from enablekit.model.asset import Asset
    from enablekit.model.vocabulary import Term
    from enablekit.usecases.shelf import Shelf

_DUE = frozenset({"due", "overdue"})


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """
    How far one asset can be trusted.

    Attributes:
        id: The asset.
        title: What people call it.
        path: Its file.
        owner: The name of whoever is accountable, or empty.
        state: As in `Badge`.
        flags: What is wrong besides: `changed`, `unowned`, `unknown-owner`, `permission-ended`,
            `embargoed`.
        reasons: A sentence for the state and for each flag.
        review_by: The day the next review is due, if any.
        parts: The parts that rest on the word that was asked for.
        last_changed: The day its file was last changed by itself, as far as Git knows.

    """

    id: str
    title: str
    path: str
    owner: str
    state: str
    flags: tuple[str, ...]
    reasons: tuple[str, ...]
    review_by: dt.date | None
    last_changed: dt.date | None
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Trust:
    """
    How far a project can be trusted.

    Attributes:
        states: Every asset, the ones most in need of somebody first.
        score: How many of all assets in use are verified.
        name: What the project calls itself.
        today: The day this was worked out for.

    """

    states: tuple[State, ...]
    score: TrustScore
    name: str
    today: dt.date


def status(
    start: Path, *, due: bool = False, owner: str = "", rests_on: str = "", now: str | None = None
) -> Trust:
    """
    Work out the state of every asset.

    Args:
        start: A folder of the project.
        due: List only what is due or overdue.
        owner: List only what this person is accountable for, by id.
        rests_on: List only what names this word of the project, such as a persona or a price.
        now: The day, or None for today.

    Raises:
        EnablekitError: It could not run: the folder or the project file is at fault.
        UsageError: The project has no such word.

    """
    today = clock.today(now)
    assets = shelf(start, today)
    changes = git_history.last_changes(assets.here.root)
    states = [_state(asset, assets, today, changes) for asset in assets.library.assets]
    score = trust_score(one.state for one in states)
    owners = {asset.id: asset.owner for asset in assets.library.assets}
    listed = list(_resting(states, assets, rests_on)) if rests_on else states
    shown = [
        one
        for one in listed
        if (not due or one.state in _DUE) and (not owner or owners[one.id] == owner)
    ]
    return Trust(
        states=tuple(sorted(shown, key=_urgency)),
        score=score,
        name=assets.here.config.name,
        today=today,
    )


def _resting(states: list[State], assets: Shelf, word: str) -> Iterator[State]:
    """Yield the assets that rest on a word of the project, with the parts that do."""
    known = {term.id for terms in _lists(assets) for term in terms}
    for one, asset in zip(states, assets.library.assets, strict=True):
        parts = parts_resting_on(asset, word)
        if parts:
            yield dataclasses.replace(one, parts=parts)
            known.add(word)
    if word not in known:
        close = did_you_mean(word, known)
        hint = f"Did you mean `{close}`?" if close else "`enablekit.yaml` lists the words"
        raise UsageError(f"the project has no word `{word}`", hint=hint)


def _lists(assets: Shelf) -> Iterator[tuple[Term, ...]]:
    vocabulary = assets.here.config.vocabulary
    yield from (getattr(vocabulary, one.name) for one in dataclasses.fields(vocabulary))


def _urgency(one: State) -> tuple[int, str, str]:
    review = one.review_by.isoformat() if one.review_by else ""
    return urgency(one.state), review, one.id


def _state(asset: Asset, assets: Shelf, today: dt.date, changes: Mapping[str, dt.date]) -> State:
    badge = assets.library.badges[asset.id]
    people = {one.id: one.name or one.id for one in assets.here.config.vocabulary.people}
    flags = trust_flags(asset, badge.state, people, today)
    return State(
        id=asset.id,
        title=asset.title,
        path=asset.path,
        owner=people.get(asset.owner, asset.owner),
        state=badge.state,
        flags=tuple(flag for flag, _ in flags),
        reasons=(badge.reason, *(reason for _, reason in flags)),
        review_by=badge.review_by,
        last_changed=changes.get(asset.path),
    )
