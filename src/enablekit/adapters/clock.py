"""The day a build takes as today: the only code that reads the clock."""

from __future__ import annotations

import os
import time
from datetime import UTC, date, datetime

from enablekit.errors import UsageError

_VARIABLE = "SOURCE_DATE_EPOCH"


def today(now: str | None) -> date:
    """
    Tell the day to reckon with.

    Args:
        now: The value of `--now` as `YYYY-MM-DD`, or None when it was not given.

    Returns:
        `now`; else the day of the environment's `SOURCE_DATE_EPOCH`, which is seconds since 1970
        as https://reproducible-builds.org/specs/source-date-epoch/ has it; else the real day.
        The last two are days in UTC, so that the time zone of a machine changes nothing.

    Raises:
        UsageError: A value is not a day.

    """
    if now is not None:
        return _written(now)
    epoch = os.environ.get(_VARIABLE, "")
    if epoch:
        return _epoch(epoch)
    return datetime.fromtimestamp(time.time(), tz=UTC).date()


def _written(now: str) -> date:
    """Read a day as people write it; other spellings of ISO 8601 are too easily mistaken."""
    try:
        day = date.fromisoformat(now)
    except ValueError:
        day = None
    if day is None or day.isoformat() != now:
        raise UsageError(
            f"--now {now!r} is not a day.", hint="Write it like 2026-11-30: year, month, day."
        )
    return day


def _epoch(seconds: str) -> date:
    """Read a number of seconds since 1970."""
    try:
        # int() alone would take signs, spaces, underscores and other scripts' digits.
        whole = int(seconds) if seconds.isascii() and seconds.isdigit() else None
        day = None if whole is None else datetime.fromtimestamp(whole, tz=UTC).date()
    except (ValueError, OverflowError, OSError):
        day = None
    if day is None:
        raise UsageError(
            f"{_VARIABLE}={seconds[:40]!r} is not a number of seconds since 1970.",
            hint=f"Set it to what `git log -1 --format=%ct` prints, or unset {_VARIABLE}.",
        )
    return day


def moment(now: str | None) -> str:
    """
    Tell the moment to note, in UTC: `2026-11-01T09:30:00.000Z`.

    It is the first of the day where a day to reckon with was given, by `now` or the environment.
    """
    if now is not None or os.environ.get(_VARIABLE, ""):
        return f"{today(now).isoformat()}T00:00:00.000Z"
    noted = datetime.fromtimestamp(time.time(), tz=UTC).isoformat(timespec="milliseconds")
    return noted.replace("+00:00", "Z")


def instant() -> int:
    """Tell the nanoseconds since 1970, to compare with the times of files."""
    return time.time_ns()
