"""Programs: what somebody in a role learns, in which order, by when, and how often again."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from enablekit.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """
    A learning path.

    Attributes:
        id: Its id in the project.
        name: What people call it.
        role: Who takes it, in words; may be empty.
        assets: The ids of its assets in order; topics have become the assets about them.
        pass_mark: Percent of items to answer correctly in each check; 0 for what each check says.
        spacing: Days after a check was passed on which its learner is asked again, ascending.
        end: The last day to have finished; None if there is none.
        span: Where it stands in the project file.

    """

    id: str
    name: str
    span: Span
    role: str = ""
    assets: tuple[str, ...] = ()
    pass_mark: int = 0
    spacing: tuple[int, ...] = ()
    end: dt.date | None = None
