"""How long something takes, as people write it."""

from __future__ import annotations

import re

_CLOCK = re.compile(r"\s*(\d{1,3}):([0-5]\d)\s*")
_AMOUNTS = re.compile(
    r"\s*(?:(\d{1,3})\s*(?:m|min|mins|minutes?)\b\.?)?\s*(?:(\d{1,4})\s*(?:s|sec|secs|seconds?)\b\.?)?\s*",
    re.IGNORECASE,
)


def seconds_in(text: str) -> int:
    """Return the seconds of a time such as `45s`, `2 min`, `1m 30s` or `1:30`; 0 for no time."""
    clock = _CLOCK.fullmatch(text)
    if clock:
        return int(clock[1]) * 60 + int(clock[2])
    amounts = _AMOUNTS.fullmatch(text)
    return int(amounts[1] or 0) * 60 + int(amounts[2] or 0) if amounts else 0
