"""Whether an asset can be trusted today, worked out from what is recorded about it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from enablekit.model.asset import Status
from enablekit.model.library import Badge

if TYPE_CHECKING:
    from enablekit.config.asset_types import AssetType
    from enablekit.model.asset import Asset
    from enablekit.model.guidance_entries import Verification

_WARNING_DAYS = 14  # the window before a review is due: at most two weeks …
_WARNING_SHARE = 10  # … and at most a tenth of the interval
_HASH = 12  # a recorded hash may be shortened, but not to something that fits by chance


def badge(
    asset: Asset, kind: AssetType, today: dt.date, *, replaced_by: str, checked_by: str
) -> Badge:
    """
    Compute the badge of an asset.

    Args:
        asset: The asset, with all its guidance.
        kind: Its type, which says how often it is reviewed.
        today: The day of the build.
        replaced_by: The title of what replaces it, or empty.
        checked_by: The name of whoever verified it, or empty.

    """
    if replaced_by:
        return Badge(state="superseded", word="Replaced", reason=f"Use “{replaced_by}” instead.")
    if asset.status is Status.RETIRED:
        return Badge(state="retired", word="Retired", reason="Do not use it any more.")
    if asset.expires is not None and asset.expires < today:
        day = _day(asset.expires)
        return Badge(state="expired", word="Expired", reason=f"Not to be used after {day}.")
    if asset.status is Status.DRAFT:
        return Badge(state="draft", word="Draft", reason="Not published yet.")
    record = asset.guidance.verified
    if record is None or record.on is None:
        return Badge(state="unverified", word="Not verified", reason="Nobody has checked it yet.")
    interval = asset.review_every or kind.review_days
    by = f" by {checked_by}" if checked_by else ""
    return _verified(asset, record, _day(record.on) + by, record.on, interval, today)


def _verified(
    asset: Asset, record: Verification, when: str, on: dt.date, interval: int, today: dt.date
) -> Badge:
    changed = _changed(asset, record)
    if changed:
        reason = f"{changed} since it was verified on {when}."
        return Badge(state="changed", word="Changed since verified", reason=reason)
    due = on + dt.timedelta(days=interval)
    window = min(_WARNING_DAYS, interval // _WARNING_SHARE)
    checked = f"Verified on {when}"
    if today > due:
        reason = f"{checked}; a review was due on {_day(due)}."
        return Badge(state="overdue", word="Review overdue", reason=reason, review_by=due)
    if today >= due - dt.timedelta(days=window):
        reason = f"{checked}; the next review is due on {_day(due)}."
        return Badge(state="due", word="Review due", reason=reason, review_by=due)
    reason = f"{checked}; next review by {_day(due)}."
    return Badge(state="verified", word="Verified", reason=reason, review_by=due)


def _changed(asset: Asset, record: Verification) -> str:
    """Name what differs from what was verified; a date without hashes verifies nothing."""
    if not _same(record.asset, asset.digest):
        return "The text has changed" if record.asset else "It is not recorded what was read"
    if not _same(record.guidance, asset.guidance_digest):
        return "The guidance has changed" if record.guidance else "No guidance was recorded"
    return ""


def _same(recorded: str, actual: str) -> bool:
    return len(recorded) >= _HASH and actual.startswith(recorded)


def _day(day: dt.date) -> str:
    """Write a day so that it reads the same everywhere, whatever the locale."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
