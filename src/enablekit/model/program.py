"""Programs: what somebody in a role learns, in which order, by when, and how often again."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import ClassVar

from enablekit.model.field import about
from enablekit.model.guidance_entries import GuidanceEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgramStep(GuidanceEntry):
    """One step of a program: an asset, or every asset about a topic."""

    shorthand: ClassVar[str] = "asset"
    asset: str = about("An asset, by its id, path or title.", default="")
    topic: str = about("A topic; stands for every asset in use about it.", default="")


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgramPlan(GuidanceEntry):
    """A program as the project file has it."""

    id: str
    name: str = about("What people call it.", default="")
    role: str = about("Who takes it, in words.", default="")
    steps: tuple[ProgramStep, ...] = about("What to learn, in order.", default=())
    pass_mark: int = about("Percent of items to answer correctly.", key="pass", default=0)
    spacing: tuple[int, ...] = about(
        "After how many days to be asked again, such as `[2, 7, 30]`.", default=()
    )
    start: dt.date | None = about("The first day.")
    end: dt.date | None = about("The last day to have finished.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """
    A program whose steps have been found.

    Attributes:
        plan: What the project file says of it; its name is filled in.
        assets: The ids of its assets in order, those of topics among them.

    """

    plan: ProgramPlan
    assets: tuple[str, ...]

    @property
    def id(self) -> str:
        """Its id in the project."""
        return self.plan.id
