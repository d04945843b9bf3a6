"""The slips that make a line invalid YAML: how to recognise, to explain and to mend each."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from enablekit.parsing.yaml_findings import shown
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
_NO_SPACE = re.compile(r"([ \t]*(?:- +)?[^\W\d][\w-]*):(?=[^\s:])")
_EQUALS = re.compile(r"([^\W\d][\w-]*)[ \t]*=[ \t]*(?=\S)")
_BLOCK_WITHOUT_COLON = re.compile(r"([^\W\d][\w-]*)[ \t]+[|>][+-]?\Z")
_KEY = re.compile(r"[^\W\d][\w-]*:(?=[ \t]|\Z)")
_MARKS = ("<<<<<<< ", "=======", ">>>>>>> ")
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

    """

    line: int
    start: int
    message: str
    fix: str
    mended: dict[int, str]


def of_value(lines: list[str], number: int) -> Iterator[Fault]:
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


def of_line(lines: list[str], number: int) -> Iterator[Fault]:
    """Return the slips in how a line is built or indented, the most telling first."""
    text = lines[number]
    line = take_apart(text)
    if text.startswith(_MARKS):
        yield Fault(
            line=number,
            start=0,
            message="an unfinished merge stands in the front matter",
            fix="Keep the right version and delete git's marks",
            mended={at: "" for at, other in enumerate(lines) if other.startswith(_MARKS)},
        )
    if "\t" in text[: line.indent]:
        yield Fault(
            line=number,
            start=text.index("\t"),
            message="this line is indented with a tab, which YAML does not allow",
            fix="Use spaces",
            mended={at: _spaced(other) for at, other in enumerate(lines)},
        )
    yield from of_separator(lines, number)
    if line.key or line.is_item:
        yield from _indented(lines, number, line)
    elif line.value:
        yield _stray(lines, number, line.indent)


def _stray(lines: list[str], number: int, indent: int) -> Fault:
    """Leave out a line without a key, and its neighbours that have none either."""
    first = last = number
    while first > 0 and _is_stray(lines[first - 1], indent):
        first -= 1
    while last + 1 < len(lines) and _is_stray(lines[last + 1], indent):
        last += 1
    return Fault(
        line=first,
        start=indent,
        message=f"`{shown(lines[first].strip())}` stands alone: it has no key and no colon",
        fix="Put `key:` before it, move it below the closing line, or delete it",
        mended=dict.fromkeys(range(first, last + 1), ""),
    )


def _is_stray(text: str, indent: int) -> bool:
    line = take_apart(text)
    alone = line.value and not line.key and not line.is_item and not line.value.startswith("#")
    return bool(alone) and line.indent == indent


def _spaced(text: str) -> str:
    """Replace the tabs a line is indented with."""
    rest = text.lstrip(" \t")
    return text[: len(text) - len(rest)].replace("\t", "  ") + rest


def of_separator(lines: list[str], number: int) -> Iterator[Fault]:
    """Return the slips between the key of a line and its value."""
    text = lines[number]
    found = _NO_SPACE.match(text)
    if found and not take_apart(text).key:
        key = found[1].strip(" \t-")
        yield Fault(
            line=number,
            start=found.end() - 1,
            message=f"the space after the colon of `{key}` is missing",
            fix=f"Write `{key}: {shown(text[found.end() :])}`",
            mended={number: f"{found[0]} {text[found.end() :]}"},
        )
    found = _EQUALS.match(text)
    if found:
        yield Fault(
            line=number,
            start=found.end(1),
            message=f"`{found[1]}` is followed by an equals sign, as in TOML",
            fix=f"Write `{found[1]}: …`, or fence the front matter with `+++` if all of it is TOML",
            mended={number: f"{found[1]}: {text[found.end() :]}"},
        )
    found = _BLOCK_WITHOUT_COLON.match(text.rstrip())
    if found:
        yield Fault(
            line=number,
            start=found.end(1),
            message=f"the colon after `{found[1]}` is missing",
            fix=f"Write `{found[1]}: >` and indent the lines below it",
            mended=_as_block(lines, number, found[1]),
        )


def _as_block(lines: list[str], number: int, key: str) -> dict[int, str]:
    """Turn the lines up to the next key into the block of text they were meant to be."""
    mended = {number: f"{key}: >"}
    for more in range(number + 1, len(lines)):
        if _KEY.match(lines[more]):
            break
        mended[more] = f"  {lines[more]}"
    return mended


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
    return Fault(
        line=number,
        start=start,
        message=message,
        fix=_fix(line, words, last > number),
        mended=mended,
    )


def _escaped(words: str) -> str:
    return words.replace("'", "''")


def _goes_on(text: str, indent: int) -> bool:
    return bool(text.strip()) and take_apart(text).indent > indent


def _fix(line: Line, words: str, many: bool) -> str:  # noqa: FBT001 - private, named at its call
    in_single = '"' in words or "\\" in words
    before = f"{line.key}: " if line.key else "- " if line.is_item else ""
    if many or len(words) > _LONGEST_FIX:
        quoted = "'…'" if in_single and "'" not in words else '"…"'
        return f"Put the whole value in quotes: `{before}{quoted}`"
    quoted = f"'{_escaped(words)}'" if in_single else f'"{words}"'
    return f"Write `{before}{quoted}`"


def _indented(lines: list[str], number: int, line: Line) -> Iterator[Fault]:
    """Align a line with the nearest earlier one of its kind, or else leave its block out."""
    for earlier in range(number - 1, -1, -1):
        other = take_apart(lines[earlier])
        if lines[earlier].lstrip().startswith("#") or not (other.key or other.is_item):
            continue
        if other.is_item == line.is_item and other.indent != line.indent:
            yield Fault(
                line=number,
                start=line.indent,
                message=f"{line.label} is indented by {line.indent}, but {other.label} above it"
                f" by {other.indent}",
                fix="Indent both by the same number of spaces",
                mended={number: " " * other.indent + lines[number].lstrip()},
            )
            break
    if line.indent or line.is_item:
        message = f"{line.label} belongs to nothing above it"
        fix = "Put the key it belongs to on a line above it, or mend its indentation"
        yield _without(lines, number, message, fix)


def _without(lines: list[str], number: int, message: str, fix: str) -> Fault:
    """Mend by leaving out a line and what is indented as deep below it."""
    indent = take_apart(lines[number]).indent
    mended = {number: ""}
    for more in range(number + 1, len(lines)):
        if not indent or (lines[more].strip() and take_apart(lines[more]).indent < indent):
            break
        mended[more] = ""
    return Fault(line=number, start=indent, message=message, fix=fix, mended=mended)
