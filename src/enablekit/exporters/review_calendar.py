"""The reviews that are due, as a calendar file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.encoding.icalendar import Event, calendar

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable


def export(name: str, reviews: Iterable[tuple[str, str, dt.date]], today: dt.date) -> bytes:
    """
    Write an event for each review.

    Args:
        name: What the project calls itself.
        reviews: The id and title of each asset with the day its review is due.
        today: The day this is written.

    """
    events = (
        Event(
            seed=f"{name}\n{asset}",
            day=day,
            summary=f"Review: {title}",
            description=f"enablekit verify {asset} --by …",
        )
        for asset, title, day in reviews
    )
    return calendar(f"{name}: reviews", "reviews", events, today)
