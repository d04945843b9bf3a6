"""Comments that ask `check` to let something pass, with a reason and perhaps until a day."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from enablekit.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.model.finding import Finding

# The three ways a comment is written: Markdown, MDX, and YAML or TOML.
_COMMENT = re.compile(
    r"(?P<whole><!--[ \t]*enablekit:(?P<html>.*?)-->"
    r"|\{/\*[ \t]*enablekit:(?P<mdx>.*?)\*/\}"
    r"|(?:(?<=\s)|^)\#[ \t]*enablekit:(?P<yaml>.*))"
)
_WORDS = re.compile(
    r"\s*(?P<scope>ignore|file-ignore)\s*(?:\[(?P<rules>[^\]]*)\])?"
    r"(?:\s+until=(?P<until>\S+))?\s*(?:--\s*(?P<reason>.*?))?\s*\Z"
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
    return tuple(
        _read(path, number, found, lines, front)
        for number, line in enumerate(lines, start=1)
        if "enablekit:" in line and number not in fenced
        for found in _COMMENT.finditer(line)
        if (found["yaml"] is None) or number <= front
    )


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


def _read(
    path: str, number: int, found: re.Match[str], lines: list[str], front: int
) -> Suppression:
    span = Span(path=path, line=number, column=found.start() + 1,
                end_line=number, end_column=found.end() + 1)  # fmt: skip
    line = lines[number - 1]
    alone = not (line[: found.start()] + line[found.end() :]).strip()
    content = next(one for one in (found["html"], found["mdx"], found["yaml"]) if one is not None)
    words = _WORDS.match(content)
    if words is None:
        fault = "it cannot be read; write `ignore[EK701] -- reason`"
        return Suppression(span=span, rules=(), lines=(0, 0), fault=fault, alone=alone)
    rules = tuple(one.strip() for one in (words["rules"] or "").split(",") if one.strip())
    until, fault = _day(words["until"])
    return Suppression(
        span=span,
        rules=rules,
        lines=_covered(words["scope"], number, lines, front, alone=alone),
        until=until,
        reason=words["reason"] or "",
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


def _covered(
    scope: str, number: int, lines: list[str], front: int, *, alone: bool
) -> tuple[int, int]:
    if scope == "file-ignore":
        return 1, len(lines)
    if not alone:
        return number, number
    below = _entry if number < front else _block
    return number, max(below(number, lines), number)


def _block(number: int, lines: list[str]) -> int:
    """Return the last line of the block below a line; empty lines between do not count."""
    last = number
    while last < len(lines) and not lines[last].strip():
        last += 1
    while last < len(lines) and lines[last].strip():
        last += 1
    return last


def _entry(number: int, lines: list[str]) -> int:
    """Return the last line of the key below a line: what is indented more belongs to it."""
    if number >= len(lines):
        return number
    indent = _indent(lines[number])
    last = number + 1
    while last < len(lines) and lines[last].strip() and _indent(lines[last]) > indent:
        last += 1
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
