"""Checks as xAPI activities: what a record store needs to know to make sense of statements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.encoding import json_data
from enablekit.encoding.wording import Wording
from enablekit.packing.activities import Tongues, check_activity, item_activity
from enablekit.packing.checks import lacks_check, named

if TYPE_CHECKING:
    from enablekit.model.parcel import Parcel

NAME = "xapi"
SUMMARY = "xAPI activities of checks and questions, for a record store (JSON Lines)"

lacks = lacks_check


def files(parcel: Parcel) -> dict[str, bytes]:
    """
    Write the activities, one a line: each check, then its items.

    They have the ids that cmi5 packages use in their statements. There are no statements here,
    since an export knows of no learner.
    """
    publication = parcel.publication
    wording = Wording(strings=publication.strings)
    activities = [
        activity
        for one in parcel.compiled
        for activity in (
            check_activity(one, publication),
            *(
                item_activity(
                    item,
                    publication,
                    Tongues(wording=wording, content=one.guide.asset.language),
                )
                for item in one.check.pool
            ),
        )
    ]
    lines = "".join(f"{json_data.line(activity)}\n" for activity in activities)
    return {named(parcel, ".activities.jsonl"): lines.encode("utf-8", "replace")}
