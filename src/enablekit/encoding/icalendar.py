"""Calendar files of events that last a day (RFC 5545)."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

_OCTETS = 75  # of a line, RFC 5545 section 3.1
_MARKS = re.compile(r"([\\;,])")
_ID_DIGITS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """
    Something to do on a day.

    Attributes:
        seed: What it is known by; the same seed replaces the event in a calendar that has it.
        day: The day.
        summary: Its title.
        description: What to do.

    """

    seed: str
    day: dt.date
    summary: str
    description: str = ""


def calendar(name: str, purpose: str, events: Iterable[Event], today: dt.date) -> bytes:
    """
    Write a calendar.

    Args:
        name: What people call it.
        purpose: One word for the program that reads it, such as `reviews`.
        events: What is in it, in order.
        today: The day this is written.

    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//enablekit//{purpose}//EN",
             f"X-WR-CALNAME:{_text(name)}"]  # fmt: skip
    for event in events:
        digest = hashlib.sha256(event.seed.encode("utf-8", "replace")).hexdigest()[:_ID_DIGITS]
        lines += [
            "BEGIN:VEVENT",
            f"UID:{digest}@enablekit",
            f"DTSTAMP:{today:%Y%m%d}T000000Z",
            f"DTSTART;VALUE=DATE:{event.day:%Y%m%d}",
            f"SUMMARY:{_text(event.summary)}",
            f"DESCRIPTION:{_text(event.description)}",
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
