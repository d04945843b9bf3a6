"""Checks as xAPI activities: what a record store needs to know to make sense of statements."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from enablekit.encoding import json_data
from enablekit.encoding.wording import Wording
from enablekit.packing.activities import Tongues, check_activity, item_activity
from enablekit.packing.checks import lacks_check, named
from enablekit.packing.kept_statements import statements

if TYPE_CHECKING:
    from collections.abc import Iterable

    from enablekit.model.parcel import Parcel

NAME = "xapi"
SUMMARY = "xAPI activities of checks and questions, for a record store (JSON Lines)"
READS_ATTEMPTS = True

lacks = lacks_check


def files(parcel: Parcel) -> dict[str, bytes]:
    """
    Write the activities, one a line: each check, then its items.

    They have the ids that cmi5 packages use in their statements. Statements are a second file, and
    only there where a learner's attempts were given, since an export knows of no learner itself.
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
    made = {named(parcel, ".activities.jsonl"): _lines(activities)}
    if parcel.kept:
        made[named(parcel, ".statements.jsonl")] = _lines(statements(parcel.kept, parcel))
    return made


def _lines(data: Iterable[dict[str, Any]]) -> bytes:
    written = "".join(f"{json_data.line(one)}\n" for one in data)
    return written.encode("utf-8", "replace")
