"""Whether an asset can be trusted today, worked out from what is recorded about it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from enablekit.linking import verification
from enablekit.model.asset import Status
from enablekit.model.library import Badge
from enablekit.model.phrase import Phrase, english_day, keys, phrase

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
        return _badge("unverified", phrase("Nobody has checked it yet."))
    if record.on > today:
        reason = phrase("Its record is of {day}, which is still to come.", day=record.on)
        return _badge("unverified", reason)
    interval = asset.review_every or kind.review_days
    fault = verification.fault(record)
    if fault:
        reason = phrase(
            "{fault}; only `enablekit verify` can tell what somebody looked at.", fault=fault
        )
        return _badge("changed", reason)
    changed = verification.changed(asset, record, words)
    if changed:
        return _badge("changed", _since(changed, record.on, checked_by))
    return _verified(_checked(record.on, checked_by, record.scope), record.on, interval, today)


_WORDS = keys(
    {
        "unverified": "Not verified",
        "verified": "Verified",
        "due": "Review due soon",
        "overdue": "Review overdue",
        "changed": "Changed since verified",
        "draft": "Draft",
        "retired": "Retired",
        "superseded": "Replaced",
        "expired": "Expired",
    }
)


def _badge(state: str, reason: Phrase) -> Badge:
    return Badge(state=state, word=_WORDS[state], reason=reason)


def _since(changed: Phrase, on: dt.date, by: str) -> Phrase:
    """Say what changed; in other languages as a list, since what agrees with what differs."""
    who = f" by {by}" if by else ""
    english = f"{changed} since it was verified on {english_day(on)}{who}."
    told = (
        phrase(
            "Changed since {name} verified it on {day}: {parts}.", name=by, day=on, **changed.values
        )
        if by
        else phrase("Changed since it was verified on {day}: {parts}.", day=on, **changed.values)
    )
    return Phrase(english, told.pattern, told.values)


def _checked(on: dt.date, by: str, scope: str) -> Phrase:
    if scope and by:
        return phrase("Verified for {scope} on {day} by {name}", scope=scope, day=on, name=by)
    if scope:
        return phrase("Verified for {scope} on {day}", scope=scope, day=on)
    if by:
        return phrase("Verified on {day} by {name}", day=on, name=by)
    return phrase("Verified on {day}", day=on)


def _out_of_use(asset: Asset, today: dt.date, replaced_by: str) -> Badge | None:
    """Return the badge of what nobody should use, or not yet."""
    if replaced_by:
        return _badge("superseded", phrase("Use “{piece}” instead.", piece=replaced_by))
    if asset.status is Status.RETIRED:
        return _badge("retired", phrase("Do not use it any more."))
    if asset.expires is not None and asset.expires < today:
        return _badge("expired", phrase("Not to be used after {day}.", day=asset.expires))
    if asset.status is Status.DRAFT:
        return _badge("draft", phrase("Not published yet."))
    return None


def _verified(checked: Phrase, on: dt.date, interval: int, today: dt.date) -> Badge:
    due = on + dt.timedelta(days=interval)
    soon = due - dt.timedelta(days=min(_WARNING_DAYS, interval // _WARNING_SHARE))
    if today > due:
        state = "overdue"
        reason = phrase("{verified}; a review was due on {day}.", verified=checked, day=due)
    elif today >= soon:
        state = "due"
        reason = phrase("{verified}; the next review is due on {day}.", verified=checked, day=due)
    else:
        state = "verified"
        reason = phrase("{verified}; next review by {day}.", verified=checked, day=due)
    return replace(_badge(state, reason), review_by=due, due_from=soon)
