"""A program becomes days: when to learn each asset, and when to be asked about it again."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.model.program import Program

_WORKING_DAYS = 5  # Monday to Friday


@dataclass(frozen=True, slots=True, kw_only=True)
class LearningDay:
    """
    Something to learn on a day.

    Attributes:
        day: The day, never a Saturday or Sunday.
        asset: The asset's id.
        again: How many days after it was learned it is asked again; 0 for learning it.

    """

    day: dt.date
    asset: str
    again: int = 0


def learning_plan(program: Program, today: dt.date) -> tuple[LearningDay, ...]:
    """
    Spread a program over working days, in order of days.

    With an end, its assets are spread evenly over the working days from the start to the end; with
    more assets than days, a day has several. Without an end there is one asset a working day. A
    day of asking again that falls on a weekend moves to Monday, even beyond the end.

    Args:
        program: The program.
        today: The first day where the program has no start.

    """
    start = program.plan.start or today
    learned = list(zip(_days(program, start), program.assets, strict=True))
    plan = [LearningDay(day=day, asset=asset) for day, asset in learned]
    plan += [
        LearningDay(day=_working(day + dt.timedelta(days=after)), asset=asset, again=after)
        for after in program.plan.spacing
        for day, asset in learned
    ]
    return tuple(sorted(plan, key=lambda one: (one.day, one.again)))


def _days(program: Program, start: dt.date) -> list[dt.date]:
    """Return the day on which to learn each asset."""
    count, end = len(program.assets), program.plan.end
    if end is None:
        return list(islice(_working_days(start), count))
    span = max((end - start).days + 1, 1)
    every = (start + dt.timedelta(days=after) for after in range(span))
    days = [day for day in every if day.weekday() < _WORKING_DAYS] or [_working(start)]
    return [days[place * len(days) // count] for place in range(count)]


def _working_days(start: dt.date) -> Iterator[dt.date]:
    day = start
    while True:
        if day.weekday() < _WORKING_DAYS:
            yield day
        day += dt.timedelta(days=1)


def _working(day: dt.date) -> dt.date:
    return next(_working_days(day))
