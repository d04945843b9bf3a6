"""Raw HTML in Markdown: what of it people would have read, and what was a comment."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from enablekit.parsing.running_text import LINE_END, SPACE

if TYPE_CHECKING:
    from enablekit.parsing.running_text import Run

# A tag stops at the next angle bracket, so text full of brackets is still read once.
_TAG = re.compile(r"</?[A-Za-z][^<>]*>|<[!?][^<>]*>")
_CODE = re.compile(r"<(?:script|style)\b", re.IGNORECASE)
_CODE_END = re.compile(r"</(?:script|style)\b", re.IGNORECASE)
_NOT_LINE_END = re.compile(r"[^\n]")
_WORDS = re.compile(r"\S+(?: \S+)*")
_COMMENT_START, _COMMENT_END = "<!--", "-->"

Lines = list[tuple[str, int]]


def comments(markup: str) -> list[tuple[int, int]]:
    """Return where the comments in HTML start and end; one without an end is none."""
    found: list[tuple[int, int]] = []
    start = markup.find(_COMMENT_START)
    while start >= 0:
        end = markup.find(_COMMENT_END, start + 2)  # `<!-->` is a whole comment
        if end < 0:
            break
        end += len(_COMMENT_END)
        found.append((start, end))
        start = markup.find(_COMMENT_START, end)
    return found


def without_comments(markup: str) -> str:
    """Return HTML without its comments."""
    kept: list[str] = []
    at = 0
    for start, end in comments(markup):
        kept.append(markup[at:start])
        at = end
    kept.append(markup[at:])
    return "".join(kept)


def is_comment(markup: str) -> bool:
    """Tell whether inline HTML is a comment."""
    return markup.startswith(_COMMENT_START)


def is_line_break(tag: str) -> bool:
    """Tell whether a tag is `<br>`, in any of the spellings people use."""
    return tag.strip("</> \t\n").lower() == "br"


def count_tags(markup: str) -> int:
    """Return how many tags there are in HTML."""
    return len(_TAG.findall(without_comments(markup)))


def runs_of(lines: Lines) -> list[Run]:
    """
    Return the words of a block of HTML, without tags, comments, scripts and styles.

    Args:
        lines: The lines of the block with the byte that each starts at.

    """
    markup = "".join([line for line, _ in lines])
    shown = _TAG.sub(_blanked, _without_code(_blank_out(markup, comments(markup))))
    starts: list[int] = []
    length = 0
    for line, _ in lines:
        starts.append(length)
        length += len(line)
    runs: list[Run] = []
    last = -1
    seen = at = 0  # a character, and the byte it starts at
    for found in _WORDS.finditer(shown):
        row = bisect_right(starts, found.start()) - 1
        if runs:
            runs.append(SPACE if row == last else LINE_END)
        if row != last:
            seen, at = starts[row], lines[row][1]
            last = row
        # On from the word before, for from the start of the line each time is the square of it.
        at += len(markup[seen : found.start()].encode())
        end = at + len(found[0].encode())
        runs.append((found[0], at, end))
        seen, at = found.end(), end
    return runs


def _without_code(markup: str) -> str:
    """Blank out what stands between the tags of a script or a style."""
    cuts: list[tuple[int, int]] = []
    found = _CODE.search(markup)
    while found:
        close = _CODE_END.search(markup, found.end())
        end = close.start() if close else len(markup)
        cuts.append((found.start(), end))
        found = _CODE.search(markup, end)
    return _blank_out(markup, cuts)


def _blank_out(markup: str, cuts: list[tuple[int, int]]) -> str:
    kept: list[str] = []
    at = 0
    for start, end in cuts:
        kept.append(markup[at:start])
        kept.append(_NOT_LINE_END.sub(" ", markup[start:end]))
        at = end
    kept.append(markup[at:])
    return "".join(kept)


def _blanked(found: re.Match[str]) -> str:
    return _NOT_LINE_END.sub(" ", found[0])
