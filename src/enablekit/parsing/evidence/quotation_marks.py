"""Quotation marks of several languages: what they enclose, and what they leave open."""

from __future__ import annotations

import re

_MARK = re.compile('["“”„«»「」]')
_CLOSED_BY = {"“": "”", "„": "“”", "«": "»", "「": "」", '"': '"'}


def has_marks(text: str) -> bool:
    """Tell whether a text holds quotation marks; looking for each is quicker than for any."""
    if text.isascii():
        return '"' in text
    return '"' in text or "“" in text or "”" in text or "„" in text or "«" in text or "「" in text


def are_a_pair(first: str, last: str) -> bool:
    """Tell whether two characters are the marks around one quotation."""
    return last in _CLOSED_BY.get(first, "") and last != ""


def opens(character: str) -> bool:
    """Tell whether a character may open a quotation."""
    return character in _CLOSED_BY


def quoted(text: str) -> list[tuple[int, int]]:
    """
    Return where the outermost marks of a text enclose something, marks left out.

    Marks that do not pair up make the whole text doubtful: nothing is returned.
    """
    found, open_since = _pairs(text, inside=False)
    return found if open_since < 0 else []


def quoted_stretches(text: str, *, inside: bool) -> tuple[list[tuple[int, int]], bool]:
    """
    Return where a block of text stands in quotation marks, and whether it leaves a quotation open.

    Args:
        text: The block.
        inside: Whether an earlier block left a quotation open.

    """
    found, open_since = _pairs(text, inside=inside)
    if open_since >= 0:
        found.append((open_since, len(text)))
    return found, open_since >= 0


def _pairs(text: str, *, inside: bool) -> tuple[list[tuple[int, int]], int]:
    """Return what the outermost marks enclose, and where an open one starts, or -1."""
    found: list[tuple[int, int]] = []
    closers = ['"”“»」'] if inside else []
    start = 0
    for match in _MARK.finditer(text):
        mark, at = match.group(), match.start()
        if inside and at == 0:
            continue  # every paragraph of a long quotation opens with a mark of its own
        if closers and mark in closers[-1] and not _opens_here(text, at, mark):
            closers.pop()
            if not closers:
                found.append((start, at))
        elif mark in _CLOSED_BY and (mark != '"' or _opens_here(text, at, mark)):
            if not closers:
                start = at + 1
            closers.append(_CLOSED_BY[mark])
    return found, start if closers else -1


def _opens_here(text: str, at: int, mark: str) -> bool:
    """Tell whether a straight mark, which says nothing by itself, stands before a word."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return mark == '"' and (not before or before in " \n([—–-") and not after.isspace()
