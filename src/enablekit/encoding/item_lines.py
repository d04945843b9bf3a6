"""Questions written as YAML behind those that stand under `check:` already."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from collections.abc import Sequence

_DASH = re.compile(r"([ \t]*)-[ \t]+\Z")
_KEEPS_BLANKS = re.compile(r"[|>]\d?\+")
_WIDTH = 96
_STEP = "  "


def behind_items(text: str, items: Sequence[Any], last: tuple[int, int]) -> str | None:
    """
    Return a text with questions added to a list of them.

    Args:
        text: The text of the file.
        items: What to add, as plain data.
        last: The line and the column, counted from 1, where the last question of the list begins.

    Returns:
        The new text; None when that question does not begin a line of its own with a dash.

    """
    newline, lines = _lines(text)
    line, column = last
    dash = _DASH.fullmatch(lines[line - 1][: column - 1]) if line <= len(lines) else None
    if dash is None or lines[line - 1][column - 1 :].startswith(("{", "[")):
        return None
    end = _end(lines, line, len(dash[1]))
    return newline.join([*lines[:end], *_listed(items, dash[1]), *lines[end:]])


def behind_settings(text: str, items: Sequence[Any], first: tuple[int, int]) -> str | None:
    """
    Return a text with questions added to settings that have none.

    Args:
        text: The text of the file.
        items: What to add, as plain data.
        first: The line and the column, counted from 1, where the first of the settings begins.

    Returns:
        The new text; None when the settings do not stand on lines of their own.

    """
    newline, lines = _lines(text)
    line, column = first
    indent = lines[line - 1][: column - 1] if line <= len(lines) else "-"
    if indent.strip() or not indent or lines[line - 1][column - 1 :].startswith(("{", "[")):
        return None
    end = _end(lines, line, len(indent) - 1)
    added = [f"{indent}items:", *_listed(items, indent + _STEP)]
    return newline.join([*lines[:end], *added, *lines[end:]])


def _lines(text: str) -> tuple[str, list[str]]:
    newline = "\r\n" if "\r\n" in text.split("\n", 1)[0] + "\n" else "\n"
    return newline, text.split(newline)


def _end(lines: list[str], start: int, indent: int) -> int:
    """Return where lines can be added: behind the last line that stands deeper than an indent."""
    end = last = start
    while end < len(lines) and (not lines[end].strip() or _depth(lines[end]) > indent):
        end += 1
        if lines[end - 1].strip():
            last = end
    # A text kept with its blank lines (`|+`) would lose them to what is added in between.
    return end if any(_KEEPS_BLANKS.search(line) for line in lines[start - 1 : last]) else last


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip(" \t"))


def _listed(items: Sequence[Any], indent: str) -> list[str]:
    written = yaml.safe_dump(
        list(items), allow_unicode=True, sort_keys=False, width=_WIDTH - len(indent)
    )
    return [f"{indent}{line}" if line else line for line in written.rstrip("\n").split("\n")]
