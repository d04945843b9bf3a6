"""What is wrong with content: a value with a place, never an exception."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from enablekit.model.repair import Repair
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
