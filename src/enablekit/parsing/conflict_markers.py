"""Merges that were committed unfinished, found by the marks git left in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.model.span import Span
from enablekit.parsing.diagnoses import CONFLICT_MARKERS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.model.finding import Finding

_OURS = "<<<<<<< "
_THEIRS = ">>>>>>> "
_FENCES = ("```", "~~~")


def find(path: str, text: str) -> tuple[Finding, ...]:
    """
    Report each unfinished merge, from its first to its last mark.

    A line of equals signs alone underlines a heading, so it is never reported by itself; marks
    inside a fenced code block are taken for an example.
    """
    if _OURS not in text and _THEIRS not in text:
        return ()
    return tuple(_unfinished(path, text.split("\n")))


def _unfinished(path: str, lines: list[str]) -> Iterator[Finding]:
    opened = fenced = 0
    for number, line in enumerate(lines, start=1):
        if line.startswith(_FENCES) and not opened:
            fenced = 1 - fenced
        if fenced:
            continue
        if line.startswith(_OURS):
            if opened:
                yield _marked(path, opened, opened, lines)
            opened = number
        elif line.startswith(_THEIRS):
            yield _marked(path, opened or number, number, lines)
            opened = 0
    if opened:
        yield _marked(path, opened, opened, lines)


def _marked(path: str, first: int, last: int, lines: list[str]) -> Finding:
    return CONFLICT_MARKERS.at(
        Span(path=path, line=first, end_line=last, end_column=len(lines[last - 1]) + 1),
        f"an unfinished merge stands here, from `{lines[first - 1][:40].rstrip()}`",
        fix="Keep the right version and delete the lines of `<<<<<<<`, `=======` and `>>>>>>>`",
    )
