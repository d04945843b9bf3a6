"""The steps of programs, found among the assets that one audience may read."""

from __future__ import annotations

import dataclasses
from difflib import get_close_matches
from typing import TYPE_CHECKING

from enablekit.linking.diagnoses import UNKNOWN_ASSET
from enablekit.model.asset import Status
from enablekit.model.audience import Audience, may_read
from enablekit.model.program import Program

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from enablekit.linking.references import Directory
    from enablekit.model.asset import Asset
    from enablekit.model.finding import Finding
    from enablekit.model.program import ProgramPlan, ProgramStep


def unknown_steps(
    plans: Iterable[ProgramPlan], assets: Iterable[Asset], directory: Directory
) -> list[Finding]:
    """Report steps that lead nowhere in the whole library."""
    findings: list[Finding] = []
    topics = {topic for asset in assets for topic in asset.topics}
    for plan in plans:
        for number, step in enumerate(plan.steps, start=1):
            place = f"step {number} of {plan.id}"
            if step.asset:
                directory.resolve(step.asset, step.span, place, findings)
            elif step.topic not in topics:
                message = f"there is no asset about `{step.topic}`"
                close = get_close_matches(step.topic, sorted(topics), n=1)
                fix = (
                    f"Did you mean `{close[0]}`?"
                    if close
                    else "Name a topic that an asset has in `topics:`"
                )
                findings.append(UNKNOWN_ASSET.at(step.span, message, fix=fix, place=place))
    return findings


def programs(
    plans: Iterable[ProgramPlan], shown: tuple[Asset, ...], directory: Directory, reader: Audience
) -> tuple[Program, ...]:
    """
    Return the programs an audience may see, with the assets it may see.

    A program is internal unless its plan says otherwise; assets out of use are passed over, and a
    program without any asset left is none.

    Args:
        plans: The programs of the project.
        shown: The assets the audience may read.
        directory: Finds assets by any name.
        reader: The audience.

    """
    usable = {one.id: one for one in shown if _is_in_use(one)}
    found = []
    for plan in plans:
        if may_read(plan.audience, reader, default=Audience.INTERNAL):
            steps = [one for one in plan.steps if may_read(one.audience, reader, default=reader)]
            ids = (name for step in steps for name in _assets(step, usable, directory))
            assets = tuple(dict.fromkeys(ids))
            if assets:
                # Its steps may name what this audience does not see.
                found.append(Program(plan=dataclasses.replace(plan, steps=()), assets=assets))
    return tuple(found)


def _assets(step: ProgramStep, usable: dict[str, Asset], directory: Directory) -> Iterator[str]:
    if step.asset:
        name = directory.find(step.asset)
        if name in usable:
            yield name
        return
    about = (one for one in usable.values() if step.topic in one.topics)
    for asset in sorted(about, key=lambda one: (one.title.casefold(), one.id)):
        yield asset.id


def _is_in_use(asset: Asset) -> bool:
    return asset.status is Status.PUBLISHED and not asset.superseded_by
