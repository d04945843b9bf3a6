"""The reviews that are due, as a calendar file (RFC 5545)."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

_OCTETS = 75  # of a line, RFC 5545 section 3.1
_MARKS = re.compile(r"([\\;,])")


def export(name: str, reviews: Iterable[tuple[str, str, dt.date]], today: dt.date) -> bytes:
    """
    Write an event for each review.

    Args:
        name: What the project calls itself.
        reviews: The id and title of each asset with the day its review is due.
        today: The day this is written.

    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//enablekit//reviews//EN",
             f"X-WR-CALNAME:{_text(f'{name}: reviews')}"]  # fmt: skip
    for asset, title, day in reviews:
        digest = hashlib.sha256(f"{name}\n{asset}".encode()).hexdigest()[:20]
        lines += [
            "BEGIN:VEVENT",
            f"UID:{digest}@enablekit",
            f"DTSTAMP:{today:%Y%m%d}T000000Z",
            f"DTSTART;VALUE=DATE:{day:%Y%m%d}",
            f"SUMMARY:{_text(f'Review: {title}')}",
            f"DESCRIPTION:{_text(f'enablekit verify {asset} --by …')}",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
        ]
    lines.append("END:VCALENDAR")
    return "".join(f"{_folded(line)}\r\n" for line in lines).encode("utf-8", "replace")


def _text(words: str) -> str:
    plain = " ".join("".join(one if one.isprintable() else " " for one in words).split())
    return _MARKS.sub(r"\\\1", plain)


def _folded(line: str) -> str:
    """Break a line so that no part is longer than 75 octets, between characters only."""
    parts, length = [""], 0
    for one in line:
        size = len(one.encode("utf-8", "replace"))
        if length + size > _OCTETS:
            parts.append(" ")
            length = 1
        parts[-1] += one
        length += size
    return "\r\n".join(parts)
