"""Proposed guidance written into the text of a file, with every other byte left as it was."""

from __future__ import annotations

import re
from typing import Any

import yaml

_KEY = re.compile(r"""(["']?)enablement\1[ \t]*:[ \t]*(#.*)?$""")
_TAKEN = re.compile(r"""(["']?)enablement\1[ \t]*:""")
_FENCE = re.compile(r"(?:---|\.\.\.)[ \t]*$")
_KEEPS_BLANKS = re.compile(r"[|>]\d?\+")
_BOM = "\ufeff"
_NOTE = "# Drafted from the asset. Correct each entry; delete `draft: true` to confirm it."
_ONLY_YOU = "# Only you can answer these:"

Fields = tuple[tuple[str, Any], ...]
Questions = tuple[tuple[str, str], ...]


def into_front_matter(text: str, fields: Fields, questions: Questions) -> str | None:
    """
    Return a Markdown text with guidance added to its YAML front matter, new where it has none.

    Returns:
        The new text; None when the guidance there is written in a form that lines cannot be
        added to, such as `enablement: {…}`.

    """
    bom, rest = (_BOM, text[1:]) if text.startswith(_BOM) else ("", text)
    newline = _newline(rest)
    lines = rest.split(newline)
    if not _is_fence(lines[0]):
        block = _block(fields, questions, "  ")
        added = ["---", "enablement:", *block, "---", ""]
        return bom + newline.join([*added, rest])
    close = next((at for at, line in enumerate(lines[1:], start=1) if _FENCE.match(line)), 0)
    if not close:
        return None
    changed = _into_lines(lines, 1, close, fields, questions)
    return None if changed is None else bom + newline.join(changed)


def into_document(text: str, fields: Fields, questions: Questions) -> str | None:
    """Return a sidecar's text with guidance added, or None as `into_front_matter` does."""
    newline = _newline(text)
    lines = text.split(newline) if text else [""]
    end = len(lines)
    while end and not lines[end - 1].strip():
        end -= 1
    changed = _into_lines(lines, 0, end, fields, questions)
    return None if changed is None else newline.join(changed)


def _newline(text: str) -> str:
    return "\r\n" if "\r\n" in text.split("\n", 1)[0] + "\n" else "\n"


def _is_fence(line: str) -> bool:
    return line.rstrip() == "---"


def _into_lines(
    lines: list[str], start: int, stop: int, fields: Fields, questions: Questions
) -> list[str] | None:
    taken = next((at for at in range(start, stop) if _TAKEN.match(lines[at])), None)
    if taken is None:
        block = ["enablement:", *_block(fields, questions, "  ")]
        return [*lines[:stop], *block, *lines[stop:]]
    if not _KEY.match(lines[taken]):
        return None
    end = _end_of_block(lines, taken + 1, stop)
    inside = [line for line in lines[taken + 1 : end] if line.strip() and not _is_comment(line)]
    indent = _indent(inside[0]) if inside else "  "
    if inside and inside[0].lstrip().startswith(("- ", "{", "[")):
        return None
    return [*lines[:end], *_block(fields, questions, indent), *lines[end:]]


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


def _block(fields: Fields, questions: Questions, indent: str) -> list[str]:
    lines = [_NOTE] if fields else []
    for key, value in fields:
        written = yaml.safe_dump(
            {key: value}, allow_unicode=True, sort_keys=False, width=96 - len(indent)
        )
        lines += written.rstrip("\n").split("\n")
    if questions:
        lines += [_ONLY_YOU, *(f"#   {key}: {ask}" for key, ask in questions)]
    return [f"{indent}{line}" if line else line for line in lines]
