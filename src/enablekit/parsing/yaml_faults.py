"""The slips that make a value invalid YAML: how to recognise, to explain and to mend each."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from enablekit.parsing.yaml_line import take_apart

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.parsing.yaml_line import Line

_DOUBLE = re.compile(r'"(?:[^"\\]|\\.)*"')
_SINGLE = re.compile(r"'(?:[^']|'')*'")
_BAD_ESCAPE = re.compile(
    r"\\(?:[^0abt\tnvfre \"/\\N_LPxuU]|x(?![\da-fA-F]{2})|u(?![\da-fA-F]{4})|U(?![\da-fA-F]{8})"
    r"|u[dD][89a-fA-F])"
)
_COLON = re.compile(r":(?=[ \t]|\Z)")
_TEMPLATE = ("{{", "{%")  # a file that something else fills in first
_LONGEST_FIX = 72  # longer values are described, not repeated
# What the first characters of a value mean to YAML; the longest match is listed first.
_OPENERS = (
    ("{{", "template code"),
    ("{%", "template code"),
    ("**", "`**`, which YAML takes for a reference"),
    ("*", "`*`, which YAML takes for a reference"),
    ("&", "`&`, which YAML takes for a label"),
    ("!", "`!`, which YAML takes for the name of a type"),
    ("%", "`%`, which YAML keeps for itself"),
    ("@", "`@`, which YAML keeps for itself"),
    ("`", "a backtick, which YAML keeps for itself"),
    ("[", "`[`, which YAML takes for a list, as a Markdown link does"),
    ("{", "`{`, which YAML takes for a mapping"),
    ("|", "`|`, which has to stand alone"),
    (">", "`>`, which has to stand alone"),
    (",", "a comma"),
    ("]", "a bracket"),
    ("}", "a bracket"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """
    One slip that a line seems to have.

    Attributes:
        line: The 0-based line.
        start: The 0-based column at which it starts.
        message: What is wrong.
        fix: How to mend it.
        mended: The lines to put in the place of others, by their 0-based number.
        quoted: Where the value stands in its line, 0-based, and the same in quotation marks; None
            where that is not all there is to mend.

    """

    line: int
    start: int
    message: str
    fix: str
    mended: dict[int, str]
    quoted: tuple[int, int, str] | None = None


def in_value(lines: list[str], number: int) -> Iterator[Fault]:
    """Return the slips in the value of a line, the most telling first."""
    line = take_apart(lines[number])
    if not line.value or line.value.startswith("#"):
        return
    if line.value[0] in "\"'":
        yield from _quotes(lines, number, line)
        return
    yield from _brackets(lines, number, line)
    for opener, meaning in _OPENERS:
        if line.value.startswith(opener):
            message = f"the value of {line.label} starts with {meaning}"
            if not line.key:
                message = f"{line.label} starts with {meaning}"
            yield _quoted(lines, number, line, message=message, start=line.start)
            return
    colon = _COLON.search(line.value)
    if colon and line.key:
        message = f"the value of {line.label} has a colon in it, which YAML takes for another key"
        yield _quoted(lines, number, line, message=message, start=line.start + colon.start())


def _brackets(lines: list[str], number: int, line: Line) -> Iterator[Fault]:
    """Close a list or a mapping that is left open at the end of its line."""
    opening = line.value[0]
    closing = {"[": "]", "{": "}"}.get(opening, "")
    if closing and line.value.count(opening) > line.value.count(closing):
        yield Fault(
            line=number,
            start=line.start,
            message=f"the bracket that opens {line.label} is never closed",
            fix=f"Put `{closing}` at its end",
            mended={number: lines[number].rstrip() + closing},
        )


def _quotes(lines: list[str], number: int, line: Line) -> Iterator[Fault]:
    mark = line.value[0]
    found = (_DOUBLE if mark == '"' else _SINGLE).match(line.value)
    if found is None:
        message = f"the quotation mark that opens {line.label} is never closed"
        yield _quoted(lines, number, line, message=message, start=line.start, inner=line.value[1:])
        return
    rest = line.value[found.end() :].strip()
    if not rest or rest.startswith("#"):
        yield from _escapes(lines, number, line)
        return
    closed = line.value.endswith(mark)
    message = (
        f"{line.label} has quotation marks inside its quotation marks"
        if closed
        else f"text follows the quotation mark that closes {line.label}"
    )
    inner = line.value[1:-1] if closed else line.value
    start = line.start + found.end() - 1
    yield _quoted(lines, number, line, message=message, start=start, inner=inner)


def _escapes(lines: list[str], number: int, line: Line) -> Iterator[Fault]:
    bad = _BAD_ESCAPE.search(line.value) if line.value[0] == '"' else None
    if bad:
        message = f"`{bad[0]}` in {line.label} means nothing to YAML: a backslash starts a code"
        start = line.start + bad.start()
        yield _quoted(lines, number, line, message=message, start=start, inner=line.value[1:-1])


def _quoted(
    lines: list[str], number: int, line: Line, *, message: str, start: int, inner: str | None = None
) -> Fault:
    """Mend a value, and the lines that go on with it, by putting it in single quotes."""
    last = number
    while last + 1 < len(lines) and _goes_on(lines[last + 1], line.indent):
        last += 1
    # A comment stays one, unless quotes make it unclear where the value ends.
    words = line.value.split(" #", 1)[0].rstrip() if inner is None else inner
    mended = {number: f"{lines[number][: line.start]}'{_escaped(words)}"}
    for more in range(number + 1, last + 1):
        mended[more] = _escaped(lines[more].rstrip())
    mended[last] += "'"
    alone = last == number and inner is None and not words.startswith(_TEMPLATE)
    return Fault(
        line=number,
        start=start,
        message=message,
        fix=_fix(line, words, is_long=last > number),
        mended=mended,
        quoted=(line.start, line.start + len(words), _in_quotes(words)) if alone else None,
    )


def _in_quotes(words: str) -> str:
    return f"'{_escaped(words)}'" if '"' in words or "\\" in words else f'"{words}"'


def _escaped(words: str) -> str:
    return words.replace("'", "''")


def _goes_on(text: str, indent: int) -> bool:
    return bool(text.strip()) and take_apart(text).indent > indent


def _fix(line: Line, words: str, *, is_long: bool) -> str:
    before = f"{line.key}: " if line.key else "- " if line.is_item else ""
    if is_long or len(words) > _LONGEST_FIX:
        quoted = "'…'" if ('"' in words or "\\" in words) and "'" not in words else '"…"'
        return f"Put the whole value in quotes: `{before}{quoted}`"
    return f"Write `{before}{_in_quotes(words)}`"
