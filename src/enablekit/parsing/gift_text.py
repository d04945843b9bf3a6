r"""
The text of a GIFT file: blocks, escapes and formats.

In GIFT a backslash takes the meaning from `: # = { } ~`, two of them are one, and `\n` ends a line
(https://docs.moodle.org/en/GIFT_format, and `escapedchar_pre` in Moodle's question/format/gift).
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, NamedTuple

from enablekit.parsing.imported import words_of_html

if TYPE_CHECKING:
    from collections.abc import Iterator

# Escaped characters become characters that no text has (noncharacters of Unicode) until the end.
_ESCAPED = dict(zip(":#={}~n", map(chr, range(0xFDD0, 0xFDD7)), strict=True))
_MEANT = {mark: "\n" if letter == "n" else letter for letter, mark in _ESCAPED.items()}
_UNESCAPE = str.maketrans(_MEANT)
_NONE = re.compile("[\ufdd0-\ufdd6]")
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_FORMAT = re.compile(r"\s*\[(html|moodle|plain|markdown)\]", re.IGNORECASE)
_TAG = re.compile(r"<[a-zA-Z/!][^<>]*>|&#?\w+;")
_CATEGORY = re.compile(r"\s*\$CATEGORY:")


class Block(NamedTuple):
    """A question as it stands in the file: its first line and its text, escapes put aside."""

    line: int
    text: str


def blocks(text: str) -> Iterator[Block]:
    """
    Yield the questions, which stand apart by blank lines.

    A blank line between `{` and `}` does not part, as long as no other question begins behind it.
    Comments and categories are left out.
    """
    parts = list(_parts(_NONE.sub("\ufffd", text)))
    place = 0
    while place < len(parts):
        line, part = parts[place]
        place += 1
        if part.count("{") > part.count("}"):
            end = _end(parts, place)
            part = "\n".join([part, *(text for _, text in parts[place:end])])
            place = end
        yield Block(line, part)


def _parts(text: str) -> Iterator[Block]:
    lines: list[str] = []
    first = 0
    for number, line in enumerate([*text.split("\n"), ""], start=1):
        if not line.strip():
            if lines:
                yield Block(first, "\n".join(lines))
            lines = []
        elif not line.lstrip().startswith("//") and not _CATEGORY.match(line):
            first = first if lines else number
            lines.append(_put_aside(line))


def _end(parts: list[Block], start: int) -> int:
    """Return the place behind the part that closes a brace; without one, where to go on."""
    for place in range(start, len(parts)):
        text = parts[place].text
        end, begin = text.find("}"), text.find("{")
        if not text.lstrip().startswith("::") and end >= 0 and (begin < 0 or end < begin):
            return place + 1
        if begin >= 0 or text.lstrip().startswith("::"):
            return start
    return start


def _put_aside(line: str) -> str:
    return _ESCAPE.sub(
        lambda found: "\\" if found[1] == "\\" else _ESCAPED.get(found[1], found[0]), line
    )


def format_of(text: str) -> str:
    """Return the format that a text says it is in; empty where it says none."""
    found = _FORMAT.match(text)
    return found[1].lower() if found else ""


def words(text: str, form: str = "") -> str:
    """
    Return what a text says, without markup of HTML, with the escapes undone.

    Args:
        text: The text.
        form: The format of the question it belongs to, unless it says another itself.

    """
    said = format_of(text) or form
    bare = _FORMAT.sub("", text, count=1)
    lines = " ".join(bare.split("\n")) if said not in {"plain", "markdown"} else bare
    meant = lines.translate(_UNESCAPE)
    if said in {"html", "moodle", ""} and _TAG.search(meant):
        return words_of_html(meant.replace("\n", "<br>"))
    meant = html.unescape(meant) if said == "html" else meant
    return "\n".join(" ".join(line.split()) for line in meant.split("\n")).strip()
