"""Where front matter starts and ends in a text, however its fences are written or forgotten."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING

from enablekit.model.finding import Severity
from enablekit.model.span import Span
from enablekit.parsing import fences, metadata_lines
from enablekit.parsing.diagnoses import FRONT_MATTER_DELIMITERS
from enablekit.parsing.fences import FENCES, Block

if TYPE_CHECKING:
    from enablekit.model.finding import Finding

_LEAD = re.compile(r"[\s\ufeff\u200b]*")
_LOOKALIKE = re.compile(r"(?:-{2,}|[\u2010-\u2015\u2212]{1,3}|\+{2,})(?=[^\S\n]*(?:\n|\Z))")
_CLOSING_LINE = re.compile(r"(?:-{2,}|\.\.\.|[\u2010-\u2015\u2212]{1,3})[^\S\n]*\Z")
_MAKES_SURE = frozenset({"title", "layout"})  # no letter and no recipe starts with these as keys
_FEWEST_KEYS = 2


def find(path: str, text: str) -> Block:
    """
    Cut a text into front matter and body.

    Every character of the text that is neither front matter nor a fence is in the body.
    """
    dialect = fences.detect(text)
    block = fences.cut(path, text, dialect, line=1) if dialect else _irregular(path, text)
    if block is None:
        return Block(dialect="", source="", first_line=1, body=text, body_line=1)
    return block if block.dialect else replace(block, body=text)


def without_prose(path: str, text: str, block: Block) -> Block | None:
    """
    Cut once more a text whose closing line is missing and whose next rule was taken for it.

    Returns:
        The block that ends before the prose; None if no prose stands between the fences.

    """
    lines = text.split("\n")[block.first_line - 1 :]
    inside = lines[: block.source.count("\n")]
    found = metadata_lines.extent(inside, block.dialect)
    prose = inside[found.stop :]
    follows_blank = 0 < found.last < found.stop
    if not prose or not follows_blank or any(map(metadata_lines.starts_with_key, prose)):
        return None
    last = block.first_line + found.last - 1
    finding = FRONT_MATTER_DELIMITERS.at(
        fences.at_line(path, lines[found.last - 1], last),
        "the front matter is not closed before the text starts",
        fix=f"Put `{FENCES[block.dialect]}` on a line of its own below line {last}",
    )
    return fences.until(lines, found.last, block.dialect, block.first_line, finding)


def _irregular(path: str, text: str) -> Block | None:
    """Cut a text whose first line does not open front matter as it should."""
    found = _LEAD.match(text)
    lead = found[0] if found else ""
    rest = text[len(lead) :]
    line = lead.count("\n") + 1
    dialect = fences.detect(rest)
    if dialect:
        block = fences.cut(path, rest, dialect, line=line)
        return _reported(block, _not_first(path, lead, line))
    lookalike = _LOOKALIKE.match(rest)
    if lookalike is None:
        return _unopened(path, rest, line)
    dialect = "toml" if rest.startswith("+") else "yaml"
    _, newline, below = rest.partition("\n")
    mended = FENCES[dialect] + newline + below
    block = fences.cut(path, mended, dialect, line=line, may_be_open=False)
    return _reported(block, _not_a_fence(path, lookalike[0], dialect, lead))


def _reported(block: Block | None, finding: Finding) -> Block | None:
    if block is None or not block.dialect:
        return None
    return replace(block, findings=(finding, *block.findings))


def _not_first(path: str, lead: str, line: int) -> Finding:
    before = lead[lead.rfind("\n") + 1 :]
    if "\n" in lead:
        message = "front matter has to start on the first line of the file"
        fix = f"Delete the blank lines above line {line}"
    else:
        message = "blanks stand before the line that opens the front matter"
        fix = "Delete them"
    span = fences.at_line(path, before, line)
    # Half of the tools step over blanks, so the front matter is not lost, only not safe.
    return FRONT_MATTER_DELIMITERS.at(span, message, fix=fix, severity=Severity.WARNING)


def _not_a_fence(path: str, fence: str, dialect: str, lead: str) -> Finding:
    column = len(lead) - lead.rfind("\n")
    line = lead.count("\n") + 1
    return FRONT_MATTER_DELIMITERS.at(
        Span(path=path, line=line, column=column, end_column=column + len(fence)),
        f"`{fence}` does not open front matter",
        fix=f"Write exactly `{FENCES[dialect]}`",
    )


def _unopened(path: str, text: str, line: int) -> Block | None:
    """Cut a text that starts with `key: value` lines and no fence above them."""
    if not metadata_lines.starts_with_key(text):
        return None
    lines = text.split("\n")
    found = metadata_lines.extent(lines, "yaml")
    closed = found.stop < len(lines) and _CLOSING_LINE.match(lines[found.stop]) is not None
    if not closed:  # without any fence a blank line is the end, as in MultiMarkdown
        found = metadata_lines.extent(list(takewhile(str.strip, lines)), "yaml")
    sure = closed or _MAKES_SURE.intersection(key.casefold() for key in found.keys)
    if len(found.keys) < _FEWEST_KEYS or not sure:
        return None
    span = fences.at_line(path, lines[0], line)
    fix = f"Put `---` on a line of its own above line {line}"
    if closed:
        message = "the line that opens the front matter is missing"
        finding = FRONT_MATTER_DELIMITERS.at(span, message, fix=fix)
        source = "".join(f"{one}\n" for one in lines[: found.stop])
        rest = "".join(f"\n{one}" for one in lines[found.stop + 1 :])
        return fences.between(source, rest, "yaml", line, finding)
    fix = f"{fix} and below line {line + found.last - 1}"
    message = "the lines around the front matter are missing"
    finding = FRONT_MATTER_DELIMITERS.at(span, message, fix=fix)
    return fences.until(lines, found.last, "yaml", line, finding)
