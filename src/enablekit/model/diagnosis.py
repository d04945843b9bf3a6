"""A kind of thing that can be wrong, and how much of that a project wants to be told."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

from enablekit.model.finding import Finding, Severity

if TYPE_CHECKING:
    from enablekit.model.repair import Repair
    from enablekit.model.span import Span


class Profile(IntEnum):
    """How much a project wants to be told; each profile holds the one before it."""

    MINIMAL = 1
    RECOMMENDED = 2
    STRICT = 3

    @property
    def word(self) -> str:
        """The profile as people write it."""
        return self.name.lower()


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnosis:
    """
    One kind of thing that can be wrong, with the page that explains it.

    Attributes:
        code: `EK` and three digits; stable for ever.
        name: What is flagged, readable after "allow".
        severity: The weight its findings have unless a finding says otherwise.
        what: One or two sentences: what is reported.
        why: Why the reader of a guide cares.
        wrong: A short example that is reported.
        right: The same example, mended.
        options: What a project can set, in words; empty if nothing.
        profile: The smallest profile that holds it.
        timed: Whether it appears because a day has come, without anybody changing anything.

    """

    code: str
    name: str
    severity: Severity
    what: str
    why: str
    wrong: str
    right: str
    options: str = ""
    profile: Profile = Profile.MINIMAL
    timed: bool = False

    def at(
        self,
        span: Span,
        message: str,
        *,
        fix: str = "",
        place: str = "",
        severity: Severity | None = None,
        repair: Repair | None = None,
    ) -> Finding:
        """Report this diagnosis at a place."""
        return Finding(
            code=self.code,
            name=self.name,
            severity=self.severity if severity is None else severity,
            message=message,
            span=span,
            place=place,
            help=fix,
            repair=repair,
            timed=self.timed,
        )
