"""What ends a slide of reveal.js where a deck's front matter says so itself, as in reveal-md."""

from __future__ import annotations

import re
from typing import NamedTuple

KEYS = ("separator", "verticalSeparator", "notesSeparator")

_USUAL = "-{2,4}"
_DASHES, _BELOW = "---", "-{2}|-{4}"
# A line end as people write it in these settings.
_ENDS = re.compile(r"\(\?*:?(?:\\r\\n\?\|\\n|\\r\?\\n|\\n)\)|\\r\?\\n|\\n")
_BLANKS = re.compile(r"\\s[*+?]?|\[ \\t\][*+?]?| [*+?]")
_STARTS_EMPTY = re.compile(r"\s*\^?\(?(?:\n|\\[nr])")
_SPECIAL = re.compile(r"(?<!\\)[.^$*+?()\[\]{}|]|\\\w")
_ESCAPED = re.compile(r"\\(\W)")
_LONGEST = 80
_MOST_BLANKS = 9


class Separators(NamedTuple):
    """
    What ends a slide and begins a note.

    Attributes:
        line: A line, as a regular expression; empty for none.
        blanks: How many empty lines; 0 for none.
        note: What begins a line of notes, as a regular expression; empty for nothing.
        loose: Whether such a line ends a slide without an empty line above it.

    """

    line: str = _USUAL
    blanks: int = 0
    note: str = ""
    loose: bool = False


def read(separator: str, below: str, notes: str) -> Separators:
    r"""
    Read the settings of a deck.

    They are regular expressions (https://github.com/webpro/reveal-md#custom-slide-separators), and
    those of a stranger: none is run. A plain line or a number of line ends is understood, with
    `^`, `$`, `\r?\n` and blanks around it; anything else is left to the usual separators.

    Args:
        separator: Between slides.
        below: Between a slide and the one below it.
        notes: Before notes.

    """
    if not separator and not below:
        return Separators(note=_plain(notes))
    lines: list[str] = []
    blanks: list[int] = []
    for written, usual in ((separator, _DASHES), (below, _BELOW)):
        line, count = _understood(written)
        if count:
            blanks.append(count)
        else:
            lines.append(line or usual)
    return Separators(
        line="|".join(lines),
        blanks=min(blanks, default=0),
        note=_plain(notes),
        loose=not any(_STARTS_EMPTY.match(one) for one in (separator, below)),
    )


def _understood(written: str) -> tuple[str, int]:
    """Return a setting as a line or as a number of empty lines; neither if it is not plain."""
    raw = written.replace("\r", "").replace("\n", "\\n").strip()
    if len(raw) > _LONGEST:
        return "", 0
    parts = _ENDS.split(raw)
    bare = _BLANKS.sub("", "".join(parts)).removeprefix("^").removesuffix("$")
    if not bare:
        count = len(parts) - 1 - (0 if raw.startswith("^") else 1)
        return "", min(max(count, 0), _MOST_BLANKS)
    return _plain(bare), 0


def _plain(written: str) -> str:
    """Return a regular expression for words without any special sign; empty for others."""
    words = written.strip().removeprefix("^").removesuffix("$").strip()
    if not words or len(words) > _LONGEST or _SPECIAL.search(words):
        return ""
    plain = _ESCAPED.sub(r"\1", words)
    return "[ \\t]*".join(map(re.escape, plain.split()))
