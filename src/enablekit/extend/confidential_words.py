"""Finds words that say that something must not leave the company."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_THEM = r"(?:customers?|prospects?|clients?|buyers?|partners?|anyone outside|the public)"
# “For internal use” is also what many products are for, so the words must stand as a mark does:
# alone, in brackets or before a colon.
_MARK = re.compile(
    r"(?i:(?:(?<=^)|(?<=\n)|(?<=[(\[])|(?<=[.!?] ))"
    r"(?:strictly |company[- ]|for )?(?:internal(?:[- ]use)?(?:[- ]only)|internal use|confidential)"
    r"(?=\s*(?:$|\n|[)\].:!—–]| - )))"
    r"|(?i:\bnot for (?:external|public|customer) (?:use|distribution|sharing|eyes|release)\b)"
    rf"|(?i:\b(?:do not|don['’]t|never) (?:share|forward|send|show|distribute|mention)\b"
    rf"(?: (?:this|it|these|that))?(?: (?:externally|outside|to {_THEM}|with {_THEM})\b))"
)
_SIGNS = ("internal", "confidential", "not for", "do not", "don't", "don’t", "never")
_PRICE = re.compile(
    r"(?i:\bdiscount floors?\b|\bfloor prices?\b|\bour (?:price |pricing )floor\b"
    r"|\bwalk-?away prices?\b|\b(?:our|my) (?:gross |target )?margins?\b"
    r"|\b(?:max\.?|maximum) discount\b|\bdiscount authority\b"
    r"|\bdeal desk (?:can|will|may) approve\b"
    r"|\b(?:can|may|will) (?:go (?:down|as low as)|approve)\b[^.!?\n]{0,30}\d\s?%)"
)


def marks(text: str) -> Iterator[tuple[int, int]]:
    """Yield where a text says that it is not for outsiders."""
    small = text.casefold()
    if not any(sign in small for sign in _SIGNS):  # most texts, and many times as fast
        return
    for found in _MARK.finditer(text):
        yield found.span()


def prices(text: str) -> Iterator[tuple[int, int]]:
    """Yield where a text tells how far a price could fall, or what is earned by it."""
    for found in _PRICE.finditer(text):
        yield found.span()
