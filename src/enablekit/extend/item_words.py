"""Finds the words of an item in its file: whole values and points of lists, in any markup."""

from __future__ import annotations

import functools
import re
from bisect import bisect_right
from itertools import accumulate

from enablekit.model.span import Span

_MARKUP = r"[*_~`\\\[]*"
_GAP = rf"{_MARKUP}\s+(?:>\s*)?{_MARKUP}"
# A quotation mark may be escaped or, in YAML's single quotes, doubled.
_QUOTES = {'"': r'\\?"', "'": r"''?"}
_BEFORE_A_VALUE = r"(?:[\"'\[\],:]|-(?=\s))\s*" + _MARKUP
_AFTER_A_VALUE = _MARKUP + r"(?=[\"']|\s*[,\]}]|\s*$)"


def found(source: str, words: str, within: Span) -> tuple[Span, ...]:
    """
    Return where words stand in a stretch of a file.

    Args:
        source: The text of the file.
        words: The words without markup; line ends count as blanks.
        within: Where to look.

    """
    return _found(source, f"(?P<words>{_pattern(words)})", within)


def values(source: str, words: str, within: Span) -> tuple[Span, ...]:
    """Return where words are all there is to a YAML value or a point of a list."""
    pattern = f"{_BEFORE_A_VALUE}(?P<words>{_pattern(words)}){_AFTER_A_VALUE}"
    return _found(source, pattern, within)


def _pattern(words: str) -> str:
    parts = (
        "".join(_QUOTES.get(letter) or re.escape(letter) for letter in part)
        for part in words.split()
    )
    before = r"(?<!\w)" if words.strip()[:1].isalnum() else ""
    after = r"(?!\w)" if words.strip()[-1:].isalnum() else ""
    return f"{before}{_GAP.join(parts)}{after}"


def _found(source: str, pattern: str, within: Span) -> tuple[Span, ...]:
    starts = _starts(source)
    if within.end_line >= len(starts):
        return ()
    first = starts[within.line - 1] + within.column - 1
    last = starts[within.end_line - 1] + within.end_column - 1
    hits = re.compile(pattern, re.MULTILINE).finditer(source, first, last)
    places = (hit.span("words") for hit in hits)
    return tuple(_span(within.path, starts, *place) for place in places if place[0] < place[1])


def _span(path: str, starts: tuple[int, ...], start: int, end: int) -> Span:
    first, last = bisect_right(starts, start), bisect_right(starts, end)
    return Span(
        path=path,
        line=first,
        column=start - starts[first - 1] + 1,
        end_line=last,
        end_column=end - starts[last - 1] + 1,
    )


# The findings of one asset are looked up in the same few files.
@functools.lru_cache(maxsize=8)
def _starts(source: str) -> tuple[int, ...]:
    """Return where the lines of a text start; the last entry is where a further one would."""
    return (0, *accumulate(len(line) + 1 for line in source.split("\n")))
