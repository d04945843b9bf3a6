"""A comment in a file that is meant for enablekit."""

from __future__ import annotations

from dataclasses import dataclass

from enablekit.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """
    One comment.

    Attributes:
        span: Where it stands, with its marks.
        words: What it says behind `enablekit:`.
        alone: Whether nothing else stands on its line.
        in_front: Whether it stands in front matter or in a sidecar.

    """

    span: Span
    words: str
    alone: bool
    in_front: bool
