"""One line of YAML taken apart without a parser, for lines that a parser refuses."""

from __future__ import annotations

import re
from dataclasses import dataclass

_KEY_END = re.compile(r":(?=[ \t]|\Z)")
_QUOTED_KEY = re.compile(r"\"[^\"\n]*\"|'[^'\n]*'")
_NO_KEY = frozenset("[]{}&*!|>%@`\"',#")  # a key never starts with one of these


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """
    The parts of a line.

    Attributes:
        indent: How many characters stand before its first dash or letter.
        is_item: Whether it starts with the dash of a list.
        key: Its key as written; empty for a line without one.
        value: What follows the key, or the dash, without spaces around it.
        start: The 0-based column of the value.

    """

    indent: int
    is_item: bool
    key: str
    value: str
    start: int

    @property
    def label(self) -> str:
        """What to call the line in a message."""
        if self.key:
            return f"`{self.key}`"
        return "the list item" if self.is_item else "the line"


def take_apart(text: str) -> Line:
    """Return the parts of a line."""
    line = text.rstrip()
    rest = line.lstrip(" \t")
    indent = len(line) - len(rest)
    is_item = rest == "-"
    while rest.startswith("- "):
        is_item = True
        rest = rest[2:].lstrip(" ")
    colon = _colon(rest)
    key = rest[:colon].rstrip() if colon >= 0 else ""
    value = rest[colon + 1 :].lstrip(" \t") if key else rest
    return Line(indent=indent, is_item=is_item, key=key, value=value, start=len(line) - len(value))


def _colon(rest: str) -> int:
    """Return where the colon after a line's key stands, or -1."""
    quoted = _QUOTED_KEY.match(rest)
    if quoted:
        return quoted.end() if _KEY_END.match(rest, quoted.end()) else -1
    if not rest or rest[0] in _NO_KEY:
        return -1
    found = _KEY_END.search(rest)
    return found.start() if found else -1
