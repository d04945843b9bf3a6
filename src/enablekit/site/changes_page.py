"""What the template of the page of latest changes is filled with."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from enablekit.site.changes import MOST, changes_of
from enablekit.site.links import CHANGES

if TYPE_CHECKING:
    from enablekit.site.frame import Frame


def changes_values(frame: Frame) -> dict[str, Any]:
    """Return the values for the template, with the changes grouped by month."""
    changes, wording = changes_of(frame), frame.wording
    return frame.shared(CHANGES) | {
        "months": [
            (month, [(one, wording.day(one.day)) for one in group])
            for month, group in groupby(changes, key=lambda one: wording.month(one.day))
        ],
        "cut": MOST if len(changes) == MOST else 0,
    }
