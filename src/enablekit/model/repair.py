"""How a finding is mended without a person: edits that a program can make."""

from __future__ import annotations

from dataclasses import dataclass

from enablekit.model.span import Span


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
