"""Reviews: write the days on which reviews are due into a calendar file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.adapters import edited_file
from enablekit.exporters import review_calendar

if TYPE_CHECKING:
    from pathlib import Path

    from enablekit.usecases.status import Trust


def write_calendar(trust: Trust, file: Path) -> int:
    """
    Write an event for each asset with a review day and return how many there are.

    Raises:
        WorldError: The file cannot be written.

    """
    reviews = [(one.id, one.title, one.review_by) for one in trust.states if one.review_by]
    before = file.read_bytes() if file.is_file() else b""
    edited_file.write(file, before, review_calendar.export(trust.name, reviews, trust.today))
    return len(reviews)
