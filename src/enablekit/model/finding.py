"""What is wrong with content: a value with a place, never an exception."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from enablekit.model.span import Span


class Severity(IntEnum):
    """How much a finding weighs; errors stop the asset, the rest is advice."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    @property
    def word(self) -> str:
        """The severity as people read it."""
        return self.name.lower()


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
class Edit:
    """New words for a stretch of a file; an empty stretch is where words are put in."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Repair:
    """
    A way to mend a finding without a person.

    Attributes:
        what: What is done, as in `Remove the empty comment`.
        edits: The changes, which do not overlap.
        safe: Whether nothing a reader sees can change but what the finding names.

    """

    what: str
    edits: tuple[Edit, ...]
    safe: bool = True


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """
    One thing that is wrong, in one place.

    Attributes:
        code: The diagnosis, for machines.
        name: The diagnosis, for people.
        severity: How much it weighs.
        message: One sentence that names the offending text.
        span: Where it stands in the file.
        place: Where it stands in words, such as `objection 2`; may be empty.
        help: One sentence that says how to mend it; may be empty.
        repair: A way to mend it without a person, or None.
        timed: Whether it appeared because a day has come.

    """

    code: str
    name: str
    severity: Severity
    message: str
    span: Span
    place: str = ""
    help: str = ""
    repair: Repair | None = None
    timed: bool = False

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """The order in which findings are listed."""
        return (self.span.path, self.span.line, self.span.column, self.code, self.message)
