"""Finds the very words a finding is about: in an entry of the guidance, or in a block of text."""

from __future__ import annotations

import functools
import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from enablekit.model.span import Span

if TYPE_CHECKING:
    from enablekit.extend.surroundings import Surroundings
    from enablekit.model.body import Block

# A quotation mark may be doubled or escaped in a quoted value.
_QUOTES = {"'": "''?", '"': r'\\?"'}
_BESIDE = 4  # words before a stretch that tell one occurrence from another
_SPACE = re.compile(r"\s+")
_TICKS = re.compile(r"`+")


def first_line(span: Span, around: Surroundings | None = None) -> Span:
    """Return what of a stretch stands on its first line; without sources, where it begins."""
    if span.end_line == span.line:
        return span
    lines = _lines(around.sources.get(span.path, "")) if around else ()
    end = len(lines[span.line - 1].rstrip()) + 1 if span.line <= len(lines) else 0
    return Span(path=span.path, line=span.line, column=span.column, end_column=end)


def in_entry(
    span: Span, words: str, around: Surroundings, *, key: str = "", after: str = ""
) -> Span:
    """
    Find words in what an author wrote, however the file quotes or folds them.

    Args:
        span: Where the entry stands.
        words: The words as they were read.
        around: What holds the texts of the files.
        key: The key they stand under, where the entry may have the same words elsewhere.
        after: What stands right before them, where the same value may have the words twice.

    Returns:
        Where the words stand; where they cannot be found, where the entry begins.

    """
    lines = _lines(around.sources.get(span.path, ""))[span.line - 1 : span.end_line]
    if not lines or not words.split():
        return first_line(span, around)
    before = "".join([" "] * (span.column - 1))
    stretch = "\n".join([before + lines[0][span.column - 1 :], *lines[1:]])
    under = re.search(rf"(?<![\w-]){re.escape(key)}[\"']?\s*[:=]", stretch) if key else None
    begin = under.end() if under else 0
    exactly = re.compile(f"{_spaced(after)}({_spaced(words.strip())})")
    anywhere = re.compile(f"({_spaced(words.strip())})")
    found = (
        exactly.search(stretch, begin)
        or anywhere.search(stretch, begin)
        or anywhere.search(stretch)
    )
    if found is None:
        return first_line(span, around)
    start, end = found.span(1)
    return Span(
        path=span.path,
        line=span.line + stretch.count("\n", 0, start),
        column=start - stretch.rfind("\n", 0, start),
        end_line=span.line + stretch.count("\n", 0, end),
        end_column=end - stretch.rfind("\n", 0, end),
    )


def stretch_in_entry(around: Surroundings, entry: Span, text: str, start: int, end: int) -> Span:
    """
    Return where a stretch of one text of an entry stands in the file.

    Args:
        around: What holds the texts of the files.
        entry: Where the entry stands.
        text: One text of the entry, as it was read.
        start: Where the stretch starts in it.
        end: Where it ends.

    """
    before = text[:start]
    after = " ".join(before.split()[-_BESIDE:]) + (" " if before[-1:].isspace() else "")
    return in_entry(entry, text[start:end], around, after=after)


def in_block(block: Block, start: int, end: int, around: Surroundings | None = None) -> Span:
    """Return where the words of a block from one offset up to another stand in the file."""
    first, last = _place(block, start), _place(block, end - 1)
    if first is None or last is None:
        return first_line(block.span, around)
    return Span(
        path=block.span.path,
        line=first[0],
        column=first[1],
        end_line=last[0],
        end_column=last[1] + 1,
    )


def is_code(block: Block, start: int, around: Surroundings) -> bool:
    """Tell whether a word of a block stands between backticks."""
    place = _place(block, start)
    lines = _lines(around.sources.get(block.span.path, ""))
    if place is None or place[0] > len(lines):
        return False
    return len(_TICKS.findall(lines[place[0] - 1][: place[1] - 1])) % 2 == 1


def _spaced(words: str) -> str:
    """Return a pattern for words that may be folded over lines."""
    return r"\s+".join(map(_pattern, _SPACE.split(words)))


def _pattern(word: str) -> str:
    return "".join(_QUOTES.get(letter) or re.escape(letter) for letter in word)


def _place(block: Block, offset: int) -> tuple[int, int] | None:
    found = bisect_right(block.offsets, offset, key=lambda entry: entry[0])
    if not found:
        return None
    start, line, column = block.offsets[found - 1]
    return line, column + offset - start


# The findings of one asset are looked up in the same few files.
@functools.lru_cache(maxsize=8)
def _lines(text: str) -> tuple[str, ...]:
    return tuple(text.split("\n")) if text else ()
