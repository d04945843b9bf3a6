"""Front matter between its fences: python-frontmatter's handlers cut, and nothing is lost."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from frontmatter.default_handlers import BaseHandler, JSONHandler, YAMLHandler

from enablekit.model.finding import Severity
from enablekit.model.span import Span
from enablekit.parsing import metadata_lines
from enablekit.parsing.diagnoses import FRONT_MATTER_DELIMITERS, FRONT_MATTER_INVALID

if TYPE_CHECKING:
    from enablekit.model.finding import Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """
    A text cut into front matter and body.

    Attributes:
        dialect: `yaml`, `toml` or `json`; empty when there is no front matter.
        source: What stands between the fences; for JSON with its brackets.
        first_line: The number of the first line of `source` in the file.
        body: What follows the front matter, to the last character.
        body_line: The number of the line at which `body` starts.
        findings: What is wrong with the fences.

    """

    dialect: str
    source: str
    first_line: int
    body: str
    body_line: int
    findings: tuple[Finding, ...] = ()


class _JsonBlock(JSONHandler):
    """Ends at the bracket that closes the first one, not at the first bracket in column 1."""

    def split(self, text: str) -> tuple[str, str]:
        """
        Split a text that starts with a JSON object.

        Raises:
            ValueError: if the object is not closed, as with the other handlers.

        """
        depth = 0
        for sign in _JSON_SIGN.finditer(text):
            depth += {"{": 1, "}": -1}.get(sign[0], 0)
            if depth == 0:
                return text[: sign.end()], text[sign.end() :]
        raise ValueError


# A string that is not closed is stepped over too, or each quote in it would start another search.
_JSON_SIGN = re.compile(r'"(?:[^"\\\n]|\\.)*"?|[{}]')
# Stricter than python-frontmatter's own, which take `-----` and a rule in mid-text for fences:
# the opening line is the first of the text, and a line has no more than three signs.
HANDLERS: dict[str, BaseHandler] = {
    "yaml": YAMLHandler(
        # What stands before the signs is looked at behind them: so the search can skip to a sign.
        fm_boundary=re.compile(r"(?:---(?<![^\n]---)|\.\.\.(?<=\n\.\.\.))[ \t]*$", re.MULTILINE)
    ),
    "toml": BaseHandler(fm_boundary=re.compile(r"\+\+\+(?<![^\n]\+\+\+)[ \t]*$", re.MULTILINE)),
    "json": _JsonBlock(
        fm_boundary=re.compile(r'\A\{[ \t]*(?:\n\s*["}]|"[^"\n]*"[ \t]*:|\})', re.MULTILINE)
    ),
}
FENCES = {"yaml": "---", "toml": "+++", "json": "}"}
# What people write for `---`: more or fewer hyphens, or the dashes a word processor makes of them.
_LOOKALIKE = re.compile(
    r"\n(?P<fence>(?:--|-{4,}|---[ \t]+#[^\n]*|[\u2010-\u2015\u2212]{1,3}|\+\+|\+{4,})[^\S\n]*)$",
    re.MULTILINE,
)


def detect(text: str) -> str:
    """Return the dialect whose opening line a text starts with, or an empty text."""
    return next((name for name, handler in HANDLERS.items() if handler.detect(text)), "")


def cut(path: str, text: str, dialect: str, *, line: int, may_be_open: bool = True) -> Block | None:
    """
    Cut a text that starts with the opening line of a dialect.

    Args:
        path: The file.
        text: The text from the opening line on.
        dialect: As `detect` told.
        line: The number of the opening line in the file.
        may_be_open: Whether front matter without a closing line counts.

    Returns:
        The block; one without a dialect if there is only something to report; None if the line
        is not a fence after all.

    """
    try:
        source, rest = HANDLERS[dialect].split(text)
    except ValueError:
        return _unclosed(path, text, dialect, line=line, may_be_open=may_be_open)
    if dialect == "json":
        after, newline, body = rest.partition("\n")
        return None if after.strip() else between(source, newline + body, "json", line)
    end = text.index("\n") + len(source)
    misspelled = _badly_closed(path, text, dialect, line=line, end=end)
    if misspelled is not None:
        return misspelled
    if not _is_metadata(source[1:], dialect):
        return _prose(path, source[1:], line)
    return between(source[1:], rest, dialect, line + 1)


def between(
    source: str, rest: str, dialect: str, first_line: int, finding: Finding | None = None
) -> Block:
    """Make a block of what stands between two fences and what follows the second one."""
    closing = first_line + source.count("\n")
    return Block(
        dialect=dialect,
        source=source,
        first_line=first_line,
        body=rest[1:],
        body_line=closing + 1 if rest else closing,
        findings=(finding,) if finding else (),
    )


def until(lines: list[str], count: int, dialect: str, first_line: int, finding: Finding) -> Block:
    """Make a block that ends after a number of lines, where no fence stands."""
    return Block(
        dialect=dialect,
        source="\n".join(lines[:count]),
        first_line=first_line,
        body="\n".join(lines[count:]),
        body_line=first_line + min(count, len(lines) - 1),
        findings=(finding,),
    )


def at_line(path: str, text: str, number: int) -> Span:
    """Return the place of a whole line."""
    return Span(path=path, line=number, end_column=len(text) + 1)


def _is_metadata(source: str, dialect: str) -> bool:
    if dialect == "toml":
        return metadata_lines.is_toml(source)
    return metadata_lines.is_metadata(source)


def _badly_closed(path: str, text: str, dialect: str, *, line: int, end: int) -> Block | None:
    """Cut at the first line, up to an offset, that is nearly, but not quite, a closing one."""
    found = _LOOKALIKE.search(text, 0, end)
    if found is None:
        return None
    fence = found["fence"]
    source = text[text.index("\n") + 1 : found.start("fence")]
    if not _is_metadata(source, dialect):
        return None
    finding = FRONT_MATTER_DELIMITERS.at(
        at_line(path, fence, line + 1 + source.count("\n")),
        f"`{fence.strip()}` does not close front matter",
        fix=f"Write exactly `{FENCES[dialect]}`",
    )
    return between(source, text[found.end() :], dialect, line + 1, finding)


def _prose(path: str, source: str, line: int) -> Block | None:
    """Leave what stands between two rules in the body; report it if it sticks to the first."""
    first = source.split("\n", 1)[0]
    if not first.strip() or first.startswith("#"):
        return None
    finding = FRONT_MATTER_INVALID.at(
        at_line(path, first, line + 1),
        "there is no `key: value` line in the front matter, so it is read as text",
        fix="Write `title: …`; if the line above is a rule, put a blank line below it",
        severity=Severity.WARNING,
    )
    return Block(dialect="", source="", first_line=1, body="", body_line=1, findings=(finding,))


def _unclosed(path: str, text: str, dialect: str, *, line: int, may_be_open: bool) -> Block | None:
    """Cut where the metadata seems to end; without any, the opening line is a rule."""
    opening = 0 if dialect == "json" else 1
    if opening:
        misspelled = _badly_closed(path, text, dialect, line=line, end=len(text))
        if misspelled is not None:
            return misspelled
    lines = text.split("\n")[opening:]
    found = metadata_lines.extent(lines, dialect)
    if not found.keys or not may_be_open:
        return None
    last = line + opening + found.last - 1
    finding = FRONT_MATTER_DELIMITERS.at(
        at_line(path, lines[found.last - 1], last),
        f"the front matter that opens on line {line} is never closed",
        fix=f"Put `{FENCES[dialect]}` on a line of its own below line {last}",
    )
    block = until(lines, found.last, dialect, line + opening, finding)
    if dialect == "json":
        return replace(block, source=_closed(block.source))
    return block


def _closed(source: str) -> str:
    """Close a JSON object that lacks nothing but its bracket, so that it is reported once."""
    closed = source.rstrip(" \t\n,") + "}"
    try:
        json.loads(closed, parse_int=str)
    except (ValueError, RecursionError):
        return source
    return closed
