"""What is kept of an asset's text where the text itself is not: enough to tell what it says."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Imprint:
    """
    The telling words and figures of a text.

    Attributes:
        passages: For each passage the roots of its telling words, in order, with blanks between.
        words: Every word of four letters and more, in order, with blanks between.
        figures: Every number with what it counts, such as `9%`, `30days` or `2027`, in order.
        numbers: Every number in plain digits, in order.

    """

    passages: tuple[str, ...] = ()
    words: str = ""
    figures: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
