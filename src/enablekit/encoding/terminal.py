"""Text made safe for a terminal: nothing in it can colour, move, link, hide or reorder."""

from __future__ import annotations

import re

# Written as numbers because the characters cannot be seen. Their numbers are listed, rather than
# asked of unicodedata, so that every version of Python shows the same text.
_UNSAFE = re.compile(
    "["
    "\x00-\x09\x0b-\x1f\x7f"  # C0 controls but for the line feed, and DEL
    "\x80-\x9f"  # C1 controls: one character that does what ESC and a bracket do
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"  # invisible, or turns direction
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f"  # zero width, line separators, direction
    "\u3164\ufeff\uffa0\ufff0-\ufffb"  # fillers, byte order mark, annotation
    "\ud800-\udfff"  # halves of characters: file names that are not UTF-8
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"  # shorthand and music format controls
    "\U000e0000-\U000e0fff"  # tags: letters nobody sees
    "]"
)
_DELETE = 0x7F
_FIRST_PICTURE = 0x2400
_PICTURE_OF_DELETE = "\N{SYMBOL FOR DELETE}"
_PICTURE_OF_LINE_FEED = "\N{SYMBOL FOR LINE FEED}"


def plain(text: str) -> str:
    r"""
    Show text so that a terminal can only print it.

    A tab becomes a space; other C0 controls and DEL become their pictures, so ESC is seen as
    `U+241B`; C1 controls, direction marks, zero-width characters, line and paragraph separators
    and lone surrogates become `<U+202E>`. Line feeds stay, and so does everything that can be seen.
    """
    if text.isascii() and text.isprintable():
        return text
    return _UNSAFE.sub(_picture, text)


def line(text: str) -> str:
    """Show text as `plain` does, on one line: a line feed becomes its picture too."""
    return plain(text).replace("\n", _PICTURE_OF_LINE_FEED)


def _picture(found: re.Match[str]) -> str:
    """Stand in for one unsafe character."""
    code = ord(found[0])
    if code == ord("\t"):
        return " "
    if code == _DELETE:
        return _PICTURE_OF_DELETE
    if code < ord(" "):
        return chr(_FIRST_PICTURE + code)
    return f"<U+{code:04X}>"
