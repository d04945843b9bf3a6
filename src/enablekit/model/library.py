"""All assets together: who replaces whom, what leads to what, which words they use."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from enablekit.model.asset import Asset
from enablekit.model.audience import Audience
from enablekit.model.program import Program
from enablekit.model.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True, kw_only=True)
class Badge:
    """
    Whether an asset can be trusted today, worked out from evidence and never typed.

    Attributes:
        state: `unverified`, `verified`, `due`, `overdue`, `changed`, `draft`, `retired`,
            `superseded` or `expired`.
        word: The state as people read it.
        reason: One sentence that says why.
        review_by: The day the next review is due, if any.
        due_from: The day from which that is said beforehand, if any.

    """

    state: str = ""
    word: str = ""
    reason: str = ""
    review_by: dt.date | None = None
    due_from: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Successor:
    """What comes after an asset, and when it is time for it."""

    id: str
    when: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """
    The assets one audience may read, with what connects them.

    Attributes:
        assets: Ordered by id; what the audience may not read is not in here at all.
        by_id: The same, by id.
        vocabulary: The project's words and those only seen in assets (`known` is False).
        audience: For whom this library was cut.
        language: The BCP 47 tag of the language it is shown in; empty where none was chosen.
        badges: The trust badge of each asset, by id.
        settled: For each file, the id its asset got.
        replaced_by: For each superseded id, the id that replaces it.
        programs: The programs this audience may see.
        successors: For each id, what it leads to next, in the author's order.

    """

    assets: tuple[Asset, ...]
    vocabulary: Vocabulary
    audience: Audience
    language: str = ""
    by_id: Mapping[str, Asset] = field(default_factory=dict)
    badges: Mapping[str, Badge] = field(default_factory=dict)
    settled: Mapping[str, str] = field(default_factory=dict)
    replaced_by: Mapping[str, str] = field(default_factory=dict)
    programs: tuple[Program, ...] = ()
    successors: Mapping[str, tuple[Successor, ...]] = field(default_factory=dict)
