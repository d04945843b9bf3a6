"""What the template of the page of latest changes is filled with."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from enablekit.site.changes import MOST, Change, changes_of
from enablekit.site.links import CHANGES
from enablekit.site.wording import day

if TYPE_CHECKING:
    from enablekit.site.frame import Frame


def changes_values(frame: Frame) -> dict[str, Any]:
    """Return the values for the template, with the changes grouped by month."""
    changes = changes_of(frame)
    return frame.shared(CHANGES) | {
        "months": [
            (month, [(one, day(one.day)) for one in group])
            for month, group in groupby(changes, key=_month)
        ],
        "cut": MOST if len(changes) == MOST else 0,
    }


def _month(change: Change) -> str:
    return day(change.day).partition(" ")[2]
