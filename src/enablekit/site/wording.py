"""Dates, times, counts and the model's keywords as people read them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.model.audience import Audience

if TYPE_CHECKING:
    import datetime as dt

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip

PERMISSIONS = {
    "none": "No permission: do not use it.",
    "internal": "For your knowledge: do not pass it on.",
    "anonymised": "Use it without the customer's name.",
    "named-private": "Name the customer in a private conversation only.",
    "named-public": "You may say this in public, with the customer's name if there is one.",
}

JOBS = {
    "open": "open the door",
    "educate": "teach",
    "prove": "prove",
    "differentiate": "set us apart",
    "justify": "justify the spending",
    "de-risk": "take away the risk",
    "close": "close",
    "expand": "grow the account",
}

CHANNELS = {
    "email": "E-mail",
    "deal-room": "Deal room",
    "leave-behind": "Leave-behind",
    "linkedin": "LinkedIn",
    "rfp": "Request for proposal",
    "self-serve": "On their own",
}

QUESTION_KINDS = {
    "situation": "Situation",
    "problem": "Problem",
    "implication": "What it costs them",
    "need-payoff": "What solving it is worth",
}

AUDIENCES = {
    Audience.INTERNAL: "Built for: internal. Do not forward.",
    Audience.PARTNER: "Built for: partners. Do not forward.",
    Audience.CUSTOMER: "Built for: customers.",
    Audience.PUBLIC: "Built for: everyone.",
}

MARKS = {
    "verified": "✓",
    "due": "!",
    "overdue": "!",
    "changed": "≠",
    "draft": "…",
    "unverified": "?",
    "retired": "×",
    "superseded": "→",
    "expired": "×",
}

LANGUAGES = {
    "ar": "العربية", "de": "Deutsch", "en": "English", "es": "Español", "fr": "Français",
    "it": "Italiano", "ja": "日本語", "ko": "한국어", "nl": "Nederlands", "pl": "Polski",
    "pt": "Português", "sv": "Svenska", "tr": "Türkçe", "uk": "Українська", "zh": "中文",
}  # fmt: skip

_RIGHT_TO_LEFT = frozenset(
    {"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"}
)
_MINUTE = 60  # seconds
_QUOTES = '"“”„‟«»'


def day(date: dt.date) -> str:
    """Return a date in words, the same on every machine: `2 October 2026`."""
    return f"{date.day} {_MONTHS[date.month - 1]} {date.year}"


def clock(seconds: int) -> str:
    """Return a duration as a clock shows it: `1:05`."""
    return f"{seconds // _MINUTE}:{seconds % _MINUTE:02d}"


def duration(seconds: int) -> str:
    """Return a duration in words: seconds below a minute, else whole minutes."""
    return f"{seconds} s" if seconds < _MINUTE else f"{round(seconds / _MINUTE)} min"


def label(keyword: str, labels: dict[str, str]) -> str:
    """Return how people read a keyword; one the site does not know is shown in its own words."""
    if keyword in labels:
        return labels[keyword]
    plain = keyword.replace("-", " ")
    return plain[:1].upper() + plain[1:]


def speech(words: str) -> str:
    """Return spoken words without quotation marks around them, since the page sets its own."""
    bare = words.strip()
    paired = len(bare) > 1 and bare[0] in _QUOTES and bare[-1] in _QUOTES
    return bare[1:-1].strip() if paired and not set(bare[1:-1]) & set(_QUOTES) else bare


def direction(language: str) -> str:
    """Return `rtl` for a language written from right to left, else `ltr`."""
    return "rtl" if language.lower().split("-")[0] in _RIGHT_TO_LEFT else "ltr"
