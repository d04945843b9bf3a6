"""The marks with which a deck gives words a look: no words themselves, but around words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from enablekit.parsing.deck_dialect import PANDOC, REMARK
from enablekit.parsing.outline import covers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.parsing.outline import Outline, Stretch

# Remark has `.class[…]`, with one class or several
# (https://github.com/gnab/remark/wiki/Markdown#content-classes); Pandoc has `[…]{.class}`
# (https://pandoc.org/MANUAL.html#extension-bracketed_spans), and attributes right behind links,
# pictures and code. A backslash makes words of any of them.
_MARK = {
    REMARK: re.compile(r"\\.|(?:\.[A-Za-z_-][\w-]*)+(?P<before>\[)?|(?P<opens>\[)|(?P<closes>\])"),
    PANDOC: re.compile(
        r"\\.|(?P<opens>\[)|(?P<closes>\])(?P<behind>\{[^{}\n]*\})?"
        r"|(?<=[)`])(?P<alone>\{[^{}\n]*\})"
    ),
}
_LINE_END = re.compile(r"[ \t]*(?:\n|\Z)")


def without(text: str, opaque: Outline, dialect: str) -> str:
    """
    Return a deck of the same length in which nothing is left of the marks but the words in them.

    Args:
        text: The deck.
        opaque: What in it is code or a comment.
        dialect: The tool it was written for; empty if nothing tells.

    """
    kept: list[str] = []
    at = 0
    for start, end in sorted(_marks(text, opaque, dialect)) if dialect in _MARK else ():
        kept += text[at:start], _nothing(text, start, end)
        at = end
    return "".join([*kept, text[at:]])


def _marks(text: str, opaque: Outline, dialect: str) -> Iterator[Stretch]:
    """Yield what stands before and behind words, where both of them are there."""
    opened: list[tuple[Stretch, bool]] = []
    for mark in _MARK[dialect].finditer(text):
        if any(covers(one, mark.start()) for one in (opaque.code, opaque.spans, opaque.comments)):
            continue
        parts = mark.groupdict("")
        before = bool(parts.get("before"))
        if before or parts["opens"]:
            opened.append((mark.span(), before))
        elif parts["closes"] and opened:
            above, is_mark = opened.pop()
            if is_mark or parts.get("behind"):
                yield above
                yield mark.span()
        elif parts.get("alone"):
            yield mark.span()


def _nothing(text: str, start: int, end: int) -> str:
    """
    Return what stands for a mark and is as long as it.

    Blanks could make code of the words behind them, and a tag on a line of its own HTML of the
    lines below it.
    """
    length = end - start
    if length < len("<i>") or _LINE_END.match(text, end):
        return " " * length
    return f"<i{' ' * (length - len('<i>'))}>"
