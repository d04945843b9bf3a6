"""Which figures of a text claim something that a reader could look up."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from enablekit.extend.stated_figures import figures
from enablekit.extend.stated_sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.stated_figures import Figure

_FEW = 12
_CONDITION = re.compile(
    r"[\"'“‘]?(?:If|Suppose|Imagine|Say|Assume|Assuming|Unless|Whether|For example)\b"
)
_MINUTES = re.compile(r"[ -]?(?:min|mins|minutes?|sec|secs|seconds?|slides?|pages?|s|min\.)\b")
_LONG_TIMES = re.compile(r"[ -](?:[a-z]+ )?(?:days?|weeks?|months?|quarters?|years?|hours?)\b")
_LATER = re.compile(
    r"\b(?:next|last|past|coming|first|every|within|following|another|previous)"
    r"(?: (?:the|a))? $",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"\b(?:steps?|slides?|pages?|sections?|lines?|rows?|columns?|chapters?|parts?|questions?"
    r"|phases?|levels?|tiers?|versions?|points?|weeks?|days?|months?|figures?|tables?|items?"
    r"|options?|numbers?|no\.|release|rule|article|annex|top|the|these|those|your|our|my) $",
    re.IGNORECASE,
)
_NAME_BEFORE = re.compile(r"(?:[\w,;] [A-Z][\w.&/-]*|\b[A-Z]{2,}[\w/-]*) $")
_SET_PHRASES = re.compile(
    r"24/7|9[ -]to[ -]5|50[/-]50|360[ -]|101\b|80/20|\d+:\d\d|\d+ ?[ap]\.?m\b"
)
_KNOWN_LETTERS = frozenset(
    [
        "k",
        "m",
        "mn",
        "mm",
        "b",
        "bn",
        "x",
        "K",
        "M",
        "MM",
        "B",
        "h",
        "d",
        "w",
        "GB",
        "MB",
        "TB",
        "KB",
        "PB",
        "ms",
        "min",
        "ppt",
        "pts",
        "bp",
    ]
)
_PLANNED = re.compile(r" (?:budgets?|plans?|planning|goals?|targets?|roadmap|kick-?off|season)\b")
_ROUND = re.compile(r"(?:a |one )?(?:hundred|thousand|million|billion)", re.IGNORECASE)
_YEARS = range(1990, 2100)


def claimed(text: str) -> Iterator[Figure]:
    """
    Yield the figures of an English text that somebody could look up.

    Left out are questions and conditions, which claim nothing; the time a conversation takes;
    labels such as `step 2`; figures that are part of a name; and small numbers that count what
    stands around them, as in `three reasons`.
    """
    asked = list(_claiming_nothing(text))
    for figure in figures(text):
        hidden = any(start <= figure.start < end for start, end in asked)
        if not hidden and (_is_spelled_claim(text, figure) if figure.is_spelled
                           else _is_written_claim(text, figure)):  # fmt: skip
            yield figure


def _claiming_nothing(text: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches that ask or suppose."""
    for start, end in sentences(text):
        sentence = text[start:end].rstrip().rstrip("\"'”’)]")
        if sentence.endswith("?"):
            yield start, end
        elif _CONDITION.match(text, start):
            comma = text.find(", ", start, end)
            yield start, comma if comma > 0 else end


def _is_spelled_claim(text: str, figure: Figure) -> bool:
    """Tell whether a number in words is exact enough to be looked up: `sixteen percent`."""
    if figure.unit in ("share", "x") or _MINUTES.match(text, figure.end):
        return False
    words = text[figure.start : figure.end]
    if _ROUND.fullmatch(words):
        return False
    return figure.unit == "%" or " point " in words or max(figure.values) > _FEW


def _is_written_claim(text: str, figure: Figure) -> bool:
    start, end = figure.start, figure.end
    before = text[max(0, start - 24) : start]
    if _in_a_name(before) or _in_set_phrase(text, start):
        return False
    if figure.unit in ("%", "$", "x"):
        return True
    value = max(figure.values)
    if text[start:end].isdigit() and value in _YEARS:
        return not _PLANNED.match(text, end)
    is_name = figure.unit and figure.unit not in _KNOWN_LETTERS
    if is_name or _MINUTES.match(text, end) or _is_label(before):
        return False
    if value <= _FEW and "." not in text[start:end]:
        return _LONG_TIMES.match(text, end) is not None and not _LATER.search(before)
    return True


def _in_a_name(before: str) -> bool:
    """Tell whether letters go on into a number: `B2B`, `GPT-4`."""
    if before[-1:].isalnum() or before[-1:] in tuple("_#+/"):
        return True
    return before[-1:] in tuple("-–.") and before[-2:-1].isalpha()


def _is_label(before: str) -> bool:
    """Tell whether the word before a number makes it a label or part of a name."""
    return _LABEL.search(before) is not None or _NAME_BEFORE.search(before) is not None


def _in_set_phrase(text: str, start: int) -> bool:
    found = _SET_PHRASES.search(text, max(0, start - 4), start + 8)
    return found is not None and found.start() <= start < found.end()
