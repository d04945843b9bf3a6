"""The boxes of a task list as people misspell them, and what was meant."""

from __future__ import annotations

import re
from typing import NamedTuple

# What a word processor or a keyboard makes of a dash in front of a line.
_BULLET = r"(?P<bullet>[-*+•·‣◦–—‒−－]|[0-9]{1,9}[.)])"  # noqa: RUF001 - these are the point
_BLANK = r"[^\S\n]"
_BOX = (
    rf"(?:(?P<open>[\[［【〔(（]){_BLANK}{{0,4}}(?P<sign>[^\s\])］】〕）]?){_BLANK}*(?P<close>[\])］】〕）])"  # noqa: RUF001 - as above
    r"|(?P<glyph>[☐☑]))"
)
_MARK = re.compile(rf"(?:{_BULLET}{_BLANK}*)?{_BOX}(?![(\[:]){_BLANK}*")
_TICKS = frozenset("xX×хХｘＸ✓✔☑✅√")  # noqa: RUF001 - as above
_ROUND = frozenset("(（)）")  # noqa: RUF001 - as above


class Mark(NamedTuple):
    """
    What looks like the box of an option.

    Attributes:
        written: The characters it is made of, from the bullet to the last blank behind it.
        ticked: Whether it is ticked; None when that cannot be told.
        bulleted: Whether a bullet or number is part of it.

    """

    written: str
    ticked: bool | None
    bulleted: bool

    @property
    def repaired(self) -> str:
        """The characters that should stand there, as far as the mark can be told."""
        box = "[x] " if self.ticked else "[ ] "
        return f"- {box}" if self.bulleted else box


def mark_at(source: str) -> Mark | None:
    """
    Return the mark with which a stretch of Markdown begins, or None.

    Round brackets are a mark only around a tick or a blank, and letters that are no tick only in
    square ones: `(a)` and a footnote are no boxes.
    """
    found = _MARK.match(source)
    if found is None:
        return None
    sign = found["sign"] or ""
    ticked: bool | None = None
    if found["glyph"]:
        ticked = found["glyph"] == "☑"
    elif sign in _TICKS:
        ticked = True
    elif not sign:
        ticked = False
    if ticked is None and (found["open"] in _ROUND or found["close"] in _ROUND):
        return None
    return Mark(found[0], ticked, found["bullet"] is not None)
