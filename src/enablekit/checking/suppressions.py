"""Comments that ask `check` to let something pass, with a reason and perhaps until a day."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from enablekit.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.model.finding import Finding

# The three ways a comment begins and ends: in Markdown, in MDX, and in YAML or TOML.
_OPENING = re.compile(r"(<!--|\{/\*|\#)[ \t]*enablekit:")
_CLOSINGS = {"<!--": "-->", "{/*": "*/}"}
_YAML = "#"
_WORDS = re.compile(
    r"(?P<scope>ignore|file-ignore)\s*+(?:\[(?P<rules>[^\]]*)\])?+"
    r"(?:\s++until=(?P<until>\S++))?+\s*+(?:--(?P<reason>.*))?\Z",
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


def find(path: str, text: str) -> tuple[Suppression, ...]:
    """
    Find the comments of a file.

    A comment on a line of its own covers the block below it: in text up to the next empty line,
    in front matter the key below it with what belongs to it. A comment behind something covers
    its line. `file-ignore` covers the file.
    """
    if "enablekit:" not in text:
        return ()
    lines = text.split("\n")
    front = _front_matter(lines, path)
    fenced = _fenced(lines, front)
    reach = _reach(lines, front)
    return tuple(
        _read(path, number, found, reach)
        for number, line in enumerate(lines, start=1)
        if "enablekit:" in line and number not in fenced
        for found in _comments(line)
        if not found.yaml or number <= front
    )


class _Comment(NamedTuple):
    """A comment: where it stands on its line, what it says, and whether nothing else is there."""

    start: int
    end: int
    content: str
    alone: bool
    yaml: bool


def _comments(line: str) -> Iterator[_Comment]:
    """Find the comments of a line, in time that grows with its length and no faster."""
    at, endless = 0, set[str]()
    first, last = len(line) - len(line.lstrip()), len(line.rstrip())
    for opening in _OPENING.finditer(line):
        mark, start, inside = opening[1], opening.start(), opening.end()
        if start < at or mark in endless:
            continue
        if mark == _YAML:
            if start == 0 or line[start - 1].isspace():
                words = line[inside:].strip()
                yield _Comment(start, len(line), words, alone=start == first, yaml=True)
                return
            continue
        end = line.find(_CLOSINGS[mark], inside)
        if end < 0:
            endless.add(mark)
            continue
        at = end + len(_CLOSINGS[mark])
        alone = (start, at) == (first, last)
        yield _Comment(start, at, line[inside:end].strip(), alone=alone, yaml=False)


def _front_matter(lines: list[str], path: str) -> int:
    """Return the last line of the front matter; the whole of a file that is nothing else."""
    if path.endswith((".yaml", ".yml")):
        return len(lines)
    if not lines or lines[0].rstrip() not in {"---", "+++"}:
        return 0
    fence = lines[0].rstrip()
    return next((at for at, line in enumerate(lines[1:], 2) if line.rstrip() == fence), 0)


def _fenced(lines: list[str], front: int) -> frozenset[int]:
    """Return the lines inside fenced code, where a comment is an example."""
    inside: set[int] = set()
    fence = ""
    for number, line in enumerate(lines, start=1):
        mark = line.lstrip()[:3]
        if number > front and mark in {"```", "~~~"} and (not fence or mark == fence):
            fence = "" if fence else mark
        elif fence:
            inside.add(number)
    return frozenset(inside)


def _read(path: str, number: int, found: _Comment, reach: list[int]) -> Suppression:
    span = Span(path=path, line=number, column=found.start + 1,
                end_line=number, end_column=found.end + 1)  # fmt: skip
    alone = found.alone
    words = _WORDS.match(found.content)
    if words is None:
        fault = "it cannot be read; write `ignore[EK701] -- reason`"
        return Suppression(span=span, rules=(), lines=(0, 0), fault=fault, alone=alone)
    rules = tuple(one.strip() for one in (words["rules"] or "").split(",") if one.strip())
    until, fault = _day(words["until"])
    return Suppression(
        span=span,
        rules=rules,
        lines=_covered(words["scope"], number, reach, alone=alone),
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
        if at + 1 < front and below.lstrip().startswith(_YAML):
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


def in_files(texts: dict[str, str]) -> Iterator[Suppression]:
    """Find the comments of several files."""
    for path in sorted(texts):
        yield from find(path, texts[path])
