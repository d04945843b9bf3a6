"""Fields of the front matter set to new values, with every other byte left as it was."""

from __future__ import annotations

import re

import yaml

_BOM = "\ufeff"
_FENCE = re.compile(r"(?:---|\.\.\.)[ \t]*$")

Fields = tuple[tuple[str, str], ...]


def in_front_matter(text: str, fields: Fields) -> str | None:
    """Return a Markdown text with fields set; None if its front matter never ends."""
    bom, rest = (_BOM, text[1:]) if text.startswith(_BOM) else ("", text)
    newline = "\r\n" if "\r\n" in rest.split("\n", 1)[0] + "\n" else "\n"
    lines = rest.split(newline)
    if lines[0].rstrip() != "---":
        return bom + newline.join(["---", *_set([], fields), "---", "", rest])
    close = next((at for at, line in enumerate(lines[1:], start=1) if _FENCE.match(line)), 0)
    if not close:
        return None
    return bom + newline.join([lines[0], *_set(lines[1:close], fields), *lines[close:]])


def in_document(text: str, fields: Fields) -> str:
    """Return the text of a sidecar with fields set."""
    newline = "\r\n" if "\r\n" in text else "\n"
    lines = text.rstrip("\r\n").split(newline) if text.strip() else []
    return newline.join([*_set(lines, fields), ""])


def _set(lines: list[str], fields: Fields) -> list[str]:
    """Set each field where it stands, with the lines that belong to it, else at the end."""
    changed = list(lines)
    for key, value in fields:
        if not value:
            continue
        written = yaml.safe_dump({key: value}, allow_unicode=True, width=1 << 16).rstrip("\n")
        own = re.compile(rf"""(["']?){re.escape(key)}\1[ \t]*:""")
        at = next((number for number, line in enumerate(changed) if own.match(line)), None)
        if at is None:
            changed.append(written)
            continue
        changed[at : _end_of_value(changed, at + 1)] = [written]
    return changed


def _end_of_value(lines: list[str], start: int) -> int:
    """Return where the lines of a value end: those indented, with the empty ones among them."""
    end = at = start
    while at < len(lines) and (not lines[at].strip() or lines[at].startswith((" ", "\t", "- "))):
        at += 1
        if lines[at - 1].strip():
            end = at
    return end
