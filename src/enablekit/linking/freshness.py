"""Whether an asset can be trusted today, worked out from what is recorded about it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from enablekit.linking import verification
from enablekit.model.asset import Status
from enablekit.model.library import Badge

if TYPE_CHECKING:
    from enablekit.config.asset_types import AssetType
    from enablekit.model.asset import Asset
    from enablekit.model.vocabulary import Vocabulary

_WARNING_DAYS = 14  # the window before a review is due: at most two weeks …
_WARNING_SHARE = 10  # … and at most a tenth of the interval


def badge(
    asset: Asset,
    kind: AssetType,
    today: dt.date,
    *,
    words: Vocabulary,
    replaced_by: str,
    checked_by: str,
) -> Badge:
    """
    Compute the badge of an asset.

    Args:
        asset: The asset, with all its guidance.
        kind: Its type, which says how often it is reviewed.
        today: The day of the build.
        words: The project's words.
        replaced_by: The title of what replaces it, or empty.
        checked_by: The name of whoever verified it, or empty.

    """
    out = _out_of_use(asset, today, replaced_by)
    if out is not None:
        return out
    record = asset.guidance.verified
    if record is None or record.on is None:
        return Badge(state="unverified", word="Not verified", reason="Nobody has checked it yet.")
    if record.on > today:
        reason = f"Its record is of {_day(record.on)}, which is still to come."
        return Badge(state="unverified", word="Not verified", reason=reason)
    interval = asset.review_every or kind.review_days
    by = f" by {checked_by}" if checked_by else ""
    when = _day(record.on) + by
    fault = verification.fault(record)
    if fault:
        reason = f"{fault}; only `enablekit verify` can tell what somebody looked at."
        return Badge(state="changed", word="Changed since verified", reason=reason)
    changed = verification.changed(asset, record, words)
    if changed:
        reason = f"{changed} since it was verified on {when}."
        return Badge(state="changed", word="Changed since verified", reason=reason)
    scope = f" for {record.scope}" if record.scope else ""
    return _verified(f"Verified{scope} on {when}", record.on, interval, today)


def _out_of_use(asset: Asset, today: dt.date, replaced_by: str) -> Badge | None:
    """Return the badge of what nobody should use, or not yet."""
    if replaced_by:
        return Badge(state="superseded", word="Replaced", reason=f"Use “{replaced_by}” instead.")
    if asset.status is Status.RETIRED:
        return Badge(state="retired", word="Retired", reason="Do not use it any more.")
    if asset.expires is not None and asset.expires < today:
        day = _day(asset.expires)
        return Badge(state="expired", word="Expired", reason=f"Not to be used after {day}.")
    if asset.status is Status.DRAFT:
        return Badge(state="draft", word="Draft", reason="Not published yet.")
    return None


def _verified(checked: str, on: dt.date, interval: int, today: dt.date) -> Badge:
    due = on + dt.timedelta(days=interval)
    soon = due - dt.timedelta(days=min(_WARNING_DAYS, interval // _WARNING_SHARE))
    if today > due:
        state, word, then = "overdue", "Review overdue", "; a review was due on"
    elif today >= soon:
        state, word, then = "due", "Review due", "; the next review is due on"
    else:
        state, word, then = "verified", "Verified", "; next review by"
    reason = f"{checked}{then} {_day(due)}."
    return Badge(state=state, word=word, reason=reason, review_by=due, due_from=soon)


def _day(day: dt.date) -> str:
    """Write a day so that it reads the same everywhere, whatever the locale."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
