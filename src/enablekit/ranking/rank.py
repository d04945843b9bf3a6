"""The pieces for a situation in order, what only just misses, and what is forbidden."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from enablekit.ranking.fit import Criterion, blocked_by, criteria, is_called_for, trust
from enablekit.ranking.rules import TRUST, UNTRUSTED
from enablekit.ranking.score import Scores

if TYPE_CHECKING:
    from enablekit.ranking.catalogue import Catalogue, Entry
    from enablekit.ranking.situation import Situation


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """
    A piece with how it fits.

    Attributes:
        entry: The piece.
        criteria: What was asked for, and what it earned.
        state: Its trust state today.
        words: The words that were found in it.
        score: How well its words fit, to tell apart what earned the same.
        rule: The rule that forbids it; empty if none does.
        reason: The sentence of the piece that says so; may be empty.

    """

    entry: Entry
    criteria: tuple[Criterion, ...]
    state: str
    words: tuple[str, ...] = ()
    score: float = 0
    rule: str = ""
    reason: str = ""

    @property
    def points(self) -> int:
        """The points of all criteria together."""
        return sum(one.points for one in self.criteria)

    @property
    def missing(self) -> tuple[Criterion, ...]:
        """What was asked for and is not there."""
        return tuple(one for one in self.criteria if not one.points)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """
    The answer to a situation.

    Attributes:
        fits: The pieces that have everything, the best first.
        near: Those that miss one thing.
        blocked: Those that would stand in one of these lists, were they not forbidden.
        unknown: The words that were said and that no piece has.

    """

    fits: tuple[Placed, ...] = ()
    near: tuple[Placed, ...] = ()
    blocked: tuple[Placed, ...] = ()
    unknown: tuple[str, ...] = ()


def rank(known: Catalogue, asked: Situation, today: str) -> Answer:
    """
    Find the pieces for a situation.

    Ordered by points, then trust, then how well the words fit, then the day of the last change,
    the latest first, then title and id.

    Args:
        known: The library.
        asked: The situation.
        today: The day (ISO 8601).

    """
    scores = Scores(known.entries)
    called = (entry for entry in known.entries if is_called_for(entry, asked))
    placed = [_placed(entry, asked, scores, today) for entry in called]
    wanted = [one for one in placed if one.criteria and _is_wanted(one)]
    wanted.sort(key=lambda one: (one.entry.title, one.entry.id))
    wanted.sort(key=lambda one: one.entry.on, reverse=True)
    wanted.sort(key=_order)
    allowed = [one for one in wanted if not one.rule]
    return Answer(
        fits=tuple(one for one in allowed if not one.missing),
        near=tuple(one for one in allowed if one.missing),
        blocked=tuple(one for one in wanted if one.rule),
        unknown=scores.unknown(asked.words),
    )


def _order(one: Placed) -> tuple[int, int, float]:
    return -one.points, TRUST.get(one.state, UNTRUSTED), -one.score


def _is_wanted(one: Placed) -> bool:
    """Tell whether a piece has what was asked for, or all but one of at least two things."""
    return len(one.missing) <= min(1, len(one.criteria) - 1)


def _placed(entry: Entry, asked: Situation, scores: Scores, today: str) -> Placed:
    rule, reason = blocked_by(entry, asked, today)
    return Placed(
        entry=entry,
        criteria=tuple(criteria(entry, asked, scores)),
        state=trust(entry, today),
        words=scores.matched(entry.id, asked.words),
        score=scores.score(entry.id, asked.words),
        rule=rule,
        reason=reason,
    )
