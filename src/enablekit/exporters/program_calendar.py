"""A program as a calendar file: a day for each asset, and days to be asked again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.compilers.learning_plan import learning_plan
from enablekit.encoding.icalendar import Event, calendar
from enablekit.encoding.wording import Wording
from enablekit.errors import UsageError

if TYPE_CHECKING:
    from enablekit.compilers.learning_plan import LearningDay
    from enablekit.model.parcel import Parcel
    from enablekit.model.publication import Compiled

NAME = "ics"
SUMMARY = "a calendar of a program: what to learn on which day (needs --program)"


def lacks(compiled: Compiled) -> str:  # noqa: ARG001 - the contract of an exporter
    """Say nothing: a calendar has room for every asset."""
    return ""


def files(parcel: Parcel) -> dict[str, bytes]:
    """
    Write an all-day event for each thing to learn (RFC 5545).

    Raises:
        UsageError: No program was asked for.

    """
    program, publication = parcel.program, parcel.publication
    if program is None:
        raise UsageError("a calendar is made of a program", hint="Name one with `--program ID`")
    wording = Wording(strings=publication.strings)
    titles = {one.guide.asset.id: one.guide.asset.title for one in parcel.compiled}
    events = [
        Event(
            seed=f"{publication.name}\n{program.id}\n{one.asset}\n{one.again}",
            day=one.day,
            summary=_summary(one, titles[one.asset], wording),
            description=program.plan.name,
        )
        for one in learning_plan(program, publication.built_on)
        if one.asset in titles
    ]
    data = calendar(program.plan.name, "program", events, publication.built_on)
    return {f"{program.id}.ics": data}


def _summary(one: LearningDay, title: str, wording: Wording) -> str:
    if one.again:
        return wording.say("Check again: {title}", title=title)
    return wording.say("Learn: {title}", title=title)
