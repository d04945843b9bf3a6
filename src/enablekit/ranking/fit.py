"""How a piece fits a situation: criterion by criterion, with its points."""

from __future__ import annotations

from dataclasses import dataclass
from math import floor
from typing import TYPE_CHECKING

from enablekit.ranking.rules import (
    CHOSEN,
    LIVE,
    OUTWARD,
    POINTS,
    WARNED,
    WARNED_FEWEST,
)
from enablekit.ranking.words import telling, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.ranking.catalogue import Entry, Stop
    from enablekit.ranking.score import Scores
    from enablekit.ranking.situation import Situation


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """
    One thing that was asked for.

    Attributes:
        name: A key of `rules.POINTS`.
        points: What it earned; 0 if it is missing.
        known: Whether the piece says anything about it at all.

    """

    name: str
    points: int
    known: bool


def criteria(entry: Entry, asked: Situation, scores: Scores) -> Iterator[Criterion]:
    """Yield everything that was asked for, with what a piece earns for it."""
    pains = tuple(pain for pain, _ in entry.pains)
    for name in CHOSEN:
        if wanted := getattr(asked, name):
            has = pains if name == "pain" else getattr(entry, f"{name}s")
            yield Criterion(name=name, points=POINTS[name] * (wanted in has), known=bool(has))
    if asked.minutes:
        takes = minutes(entry, asked.channel)
        fits = 0 < takes <= asked.minutes
        yield Criterion(name="minutes", points=POINTS["minutes"] * fits, known=takes > 0)
    if asked.words:
        share = scores.share(entry.id, asked.words)
        yield Criterion(name="words", points=floor(POINTS["words"] * share + 0.5), known=True)


def minutes(entry: Entry, channel: str) -> int:
    """Return how long a piece takes on a channel: to present it, or for a buyer alone."""
    if channel in LIVE or (not channel and entry.live):
        return entry.live
    return entry.alone


def is_called_for(entry: Entry, asked: Situation) -> bool:
    """Tell whether a piece may be offered: a battlecard waits until its rival is named."""
    if not entry.battlecard or not entry.competitors:
        return True
    return not {asked.competitor, *asked.named}.isdisjoint(entry.competitors)


def trust(entry: Entry, today: str) -> str:
    """Return the trust state on a day, which may be later than the day it was worked out."""
    if entry.state in {"verified", "due"}:
        if entry.review_by and today > entry.review_by:
            return "overdue"
        if entry.due_from and today >= entry.due_from:
            return "due"
    return entry.state


def blocked_by(entry: Entry, asked: Situation, today: str) -> tuple[str, str]:
    """Return the rule that forbids a piece, with a sentence of the piece; or two empty texts."""
    stop = next((one for one in entry.stops if _holds(one, today)), None)
    if stop is not None:
        return stop.rule, stop.reason
    if asked.channel in OUTWARD and not entry.sendable:
        return "audience", ""
    heard = set(map(_any_number, asked.heard))
    for sentence in entry.not_when:
        words = [_any_number(word) for word in telling(tokens(sentence))]
        said = sum(word in heard for word in words)
        if said >= WARNED_FEWEST and said >= WARNED * len(words):
            return "not-when", sentence
    return "", ""


def _any_number(word: str) -> str:
    """Let a number stand for any other: a warning of fewer than 8,000 is meant for 5,000, too."""
    return "#" if word.isascii() and word.isdigit() else word


def _holds(stop: Stop, today: str) -> bool:
    return (not stop.after or today > stop.after) and (not stop.before or today < stop.before)
