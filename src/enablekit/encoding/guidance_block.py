"""Proposed guidance written into the text of a file, with every other byte left as it was."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

import yaml

_KEY = re.compile(r"""(["']?)enablement\1[ \t]*:[ \t]*(#.*)?$""")
_TAKEN = re.compile(r"""(["']?)enablement\1[ \t]*:""")
_FENCE = re.compile(r"(?:---|\.\.\.)[ \t]*$")
_KEEPS_BLANKS = re.compile(r"[|>]\d?\+")
_BOM = "\ufeff"
DRAFTED = "# Drafted from the asset. Correct each entry; delete `draft: true` to confirm it."
_OTHER_LINE_ENDS = dict.fromkeys(map(ord, "\r\x85\u2028\u2029"), " ")
_ONLY_YOU = "# Only you can answer these:"

Fields = tuple[tuple[str, Any], ...]
Questions = tuple[tuple[str, str], ...]


def into_front_matter(
    text: str, fields: Fields, questions: Questions = (), *, note: str = ""
) -> str | None:
    """
    Return a Markdown text with guidance added to its YAML front matter, new where it has none.

    Args:
        text: The text of the file.
        fields: What to add.
        questions: What to ask in comments below it.
        note: A comment to write above it.

    Returns:
        The new text; None when the guidance there is written in a form that lines cannot be
        added to, such as `enablement: {…}`.

    """
    bom, rest = (_BOM, text[1:]) if text.startswith(_BOM) else ("", text)
    newline = _newline(rest)
    lines = rest.split(newline)
    if not _is_fence(lines[0]):
        block = _block(fields, questions, "  ", note)
        added = ["---", "enablement:", *block, "---", ""]
        return bom + newline.join([*added, rest])
    close = next((at for at, line in enumerate(lines[1:], start=1) if _FENCE.match(line)), 0)
    if not close:
        return None
    changed = _into_lines(lines, 1, close, _Added(fields, questions, note))
    return None if changed is None else bom + newline.join(changed)


def into_document(
    text: str, fields: Fields, questions: Questions = (), *, note: str = ""
) -> str | None:
    """Return a sidecar's text with guidance added, or None as `into_front_matter` does."""
    newline = _newline(text)
    lines = text.split(newline) if text else [""]
    end = len(lines)
    while end and not lines[end - 1].strip():
        end -= 1
    changed = _into_lines(lines, 0, end, _Added(fields, questions, note))
    return None if changed is None else newline.join(changed)


def _newline(text: str) -> str:
    return "\r\n" if "\r\n" in text.split("\n", 1)[0] + "\n" else "\n"


def _is_fence(line: str) -> bool:
    return line.rstrip() == "---"


class _Added(NamedTuple):
    """What is added."""

    fields: Fields
    questions: Questions
    note: str

    def lines(self, indent: str) -> list[str]:
        return _block(self.fields, self.questions, indent, self.note)


def _into_lines(lines: list[str], start: int, stop: int, added: _Added) -> list[str] | None:
    taken = next((at for at in range(start, stop) if _TAKEN.match(lines[at])), None)
    if taken is None:
        block = ["enablement:", *added.lines("  ")]
        return [*lines[:stop], *block, *lines[stop:]]
    if not _KEY.match(lines[taken]):
        return None
    end = _end_of_block(lines, taken + 1, stop)
    inside = [line for line in lines[taken + 1 : end] if line.strip() and not _is_comment(line)]
    indent = _indent(inside[0]) if inside else "  "
    if inside and inside[0].lstrip().startswith(("- ", "{", "[")):
        return None
    return [*lines[:end], *added.lines(indent), *lines[end:]]


def _end_of_block(lines: list[str], start: int, stop: int) -> int:
    """Return where lines can be added: behind the last line that belongs to the block."""
    end = last = start
    while end < stop and (not lines[end].strip() or lines[end][0] in " \t"):
        end += 1
        if lines[end - 1].strip():
            last = end
    # A text kept with its blank lines (`|+`) would lose them to what is added in between.
    return end if any(_KEEPS_BLANKS.search(line) for line in lines[start:last]) else last


def _is_comment(line: str) -> bool:
    return line.lstrip().startswith("#")


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip())]


def _block(fields: Fields, questions: Questions, indent: str, note: str) -> list[str]:
    lines = [note] if note and fields else []
    for key, value in fields:
        lines += _written(key, value, indent)
    if questions:
        lines += [_ONLY_YOU, *(f"#   {key}: {ask}" for key, ask in questions)]
    return [f"{indent}{line}" if line else line for line in lines]


def _written(key: str, value: Any, indent: str) -> list[str]:  # noqa: ANN401 - plain data
    text = yaml.safe_dump({key: value}, allow_unicode=True, sort_keys=False, width=96 - len(indent))
    # YAML 1.1 takes a bare `on` for a yes, so PyYAML quotes it; we read it as what it says.
    return [line.replace("'on': ", "on: ", 1) for line in text.rstrip("\n").split("\n")]


def with_entry_replaced(text: str, key: str, value: Any, first: int, last: int) -> str | None:  # noqa: ANN401 - plain data
    """
    Return a text in which a key and its value have become new ones; comments in it stay.

    Args:
        text: The text of the file.
        key: The key.
        value: Its new value, as plain data.
        first: The line on which the old value begins, counted from 1.
        last: The line on which it ends.

    Returns:
        The new text; None when the key does not begin a line of its own.

    """
    newline = _newline(text.removeprefix(_BOM))
    lines = text.split(newline)
    own = re.compile(rf"""([ \t]*)(["']?){re.escape(key)}\2[ \t]*:""")
    start = first - 1
    if not own.match(lines[start]):
        start -= 1
        while start > 0 and (_is_comment(lines[start]) or not lines[start].strip()):
            start -= 1
    if start < 0 or not own.match(lines[start]):
        return None
    indent = _indent(lines[start])
    name, *below = [f"{indent}{line}" for line in _written(key, value, indent)]
    said = [f"{indent}  {comment}" for comment in _comments(lines[start:last])]
    return newline.join([*lines[:start], name, *said, *below, *lines[last:]])


def _comments(block: list[str]) -> list[str]:
    """Return the comments in some lines of YAML: what no value reaches."""
    reached = [0] * (len(block) + 1)
    # YAML counts lines at other ends than the one by which ours were parted.
    for token in yaml.scan("\n".join(block).translate(_OTHER_LINE_ENDS)):
        first, end = token.start_mark.line, token.end_mark
        for line in range(first, end.line):
            reached[line] = len(block[line])
        reached[end.line] = max(reached[end.line], end.column)
    rests = (line[column:].strip() for line, column in zip(block, reached, strict=False))
    return [rest for rest in rests if rest.startswith("#")]
