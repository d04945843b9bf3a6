"""Comments that ask `check` to let something pass, with a reason and perhaps until a day."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from enablekit.model.comment import Comment
    from enablekit.model.finding import Finding
    from enablekit.model.span import Span

_FENCES = frozenset({"---", "+++", "..."})
_WORDS = re.compile(
    r"(?P<scope>ignore|file-ignore)\s*+(?:\[(?P<rules>[^\]]*)\])?"
    r"(?:\s+until=(?P<until>\S+))?\s*+(?:--(?P<reason>.*))?\Z",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Suppression:
    """
    One comment.

    Attributes:
        span: Where it stands.
        rules: The rules it names, as written.
        lines: The first and last line it covers.
        until: The last day it counts, or None.
        reason: Why, in the author's words; may be empty.
        fault: What is wrong with it, or empty.
        alone: Whether nothing else stands on its line.

    """

    span: Span
    rules: tuple[str, ...]
    lines: tuple[int, int]
    until: dt.date | None = None
    reason: str = ""
    fault: str = ""
    alone: bool = True

    def covers(self, finding: Finding, codes: frozenset[str]) -> bool:
        """Tell whether it lets a finding pass; `codes` are those of the rules it names."""
        first, last = self.lines
        return (
            finding.code in codes
            and finding.span.path == self.span.path
            and first <= finding.span.line <= last
        )


def read(comments: Iterable[Comment], texts: Mapping[str, str]) -> tuple[Suppression, ...]:
    """
    Read what comments ask for.

    A comment on a line of its own covers the block below it: in text up to the next empty line,
    in front matter the key below it with what belongs to it. A comment behind something covers
    its line. `file-ignore` covers the file.

    Args:
        comments: The comments for enablekit, by file and line.
        texts: The text of each file, with line feeds.

    """
    found = []
    for path, here in groupby(comments, key=lambda one: one.span.path):
        listed = list(here)
        lines = texts[path].split("\n")
        reach = _reach(lines, _front(lines) if any(one.in_front for one in listed) else 0)
        found += [_read(one, reach) for one in listed]
    return tuple(found)


def _front(lines: list[str]) -> int:
    """Return how many lines of a file are front matter; of a sidecar, all."""
    ends = (at for at, line in enumerate(lines[1:], start=2) if line.rstrip() in _FENCES)
    return next(ends, len(lines)) if lines[0].rstrip() in _FENCES else len(lines)


def _read(found: Comment, reach: list[int]) -> Suppression:
    span, alone = found.span, found.alone
    words = _WORDS.match(found.words)
    if words is None:
        fault = "it cannot be read; write `ignore[EK701] -- reason`"
        return Suppression(span=span, rules=(), lines=(0, 0), fault=fault, alone=alone)
    rules = tuple(one.strip() for one in (words["rules"] or "").split(",") if one.strip())
    until, fault = _day(words["until"])
    return Suppression(
        span=span,
        rules=rules,
        lines=_covered(words["scope"], span.line, reach, alone=alone),
        until=until,
        reason=(words["reason"] or "").strip(),
        fault=fault or ("" if rules else "it names no rule; write `ignore[EK701] -- reason`"),
        alone=alone,
    )


def _day(written: str | None) -> tuple[dt.date | None, str]:
    if not written:
        return None, ""
    try:
        return dt.date.fromisoformat(written), ""
    except ValueError:
        return None, f"`{written}` is not a day; write `until=2026-12-31`"


def _covered(scope: str, number: int, reach: list[int], *, alone: bool) -> tuple[int, int]:
    if scope == "file-ignore":
        return 1, len(reach)
    return number, reach[number - 1] if alone else number


def _reach(lines: list[str], front: int) -> list[int]:
    """Return for each line the last one that a comment on it covers, in one pass from the end."""
    reach = [0] * len(lines)
    ends: list[tuple[int, int]] = []  # keys below, each with its indent and the line before it
    block = len(lines)
    for at in range(len(lines) - 1, -1, -1):
        line = lines[at]
        below = lines[at + 1] if at + 1 < len(lines) else ""
        if at + 1 < front and below.lstrip().startswith("#"):
            reach[at] = _after(reach, at)  # another comment about the same key
        elif at + 1 < front:
            reach[at] = _entry(at, lines, ends)
        else:
            # The block below: empty lines between do not count.
            reach[at] = max(at + 1, block if below.strip() else _after(reach, at))
        if not line.strip():
            block = at
    return reach


def _after(reach: list[int], at: int) -> int:
    return reach[at + 1] if at + 1 < len(reach) else at + 1


def _entry(at: int, lines: list[str], ends: list[tuple[int, int]]) -> int:
    """Return the last line of the key below a line: what is indented more belongs to it."""
    if at + 1 >= len(lines) or not lines[at + 1].strip():
        ends.clear()
        return at + 1
    indent = _indent(lines[at + 1])
    last = at + 2
    while ends and ends[-1][0] > indent:
        last = ends.pop()[1]
    ends.append((indent, last))
    return last


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def expired(found: Suppression, today: dt.date) -> bool:
    """Tell whether a comment has had its day."""
    return found.until is not None and found.until < today
