"""The slips in how a line of YAML is built and indented: how to recognise and mend each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from enablekit.parsing.yaml_faults import Fault
from enablekit.parsing.yaml_findings import shown
from enablekit.parsing.yaml_line import take_apart

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.parsing.yaml_line import Line

_NO_SPACE = re.compile(r"([ \t]*(?:- +)?[^\W\d][\w-]*):(?=[^\s:])")
_EQUALS = re.compile(r"([^\W\d][\w-]*)[ \t]*=[ \t]*(?=\S)")
_BLOCK_WITHOUT_COLON = re.compile(r"([^\W\d][\w-]*)[ \t]+[|>][+-]?\Z")
_KEY = re.compile(r"[^\W\d][\w-]*:(?=[ \t]|\Z)")
_MARKS = ("<<<<<<< ", "=======", ">>>>>>> ")


def in_line(lines: list[str], number: int) -> Iterator[Fault]:
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
    yield from in_separator(lines, number)
    if line.key or line.is_item:
        yield from _indented(lines, number, line)
    elif line.value:
        yield _stray(lines, number, line.indent)


def in_separator(lines: list[str], number: int) -> Iterator[Fault]:
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
