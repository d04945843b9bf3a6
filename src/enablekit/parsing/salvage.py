"""Top-level lines saved from front matter that cannot be read as a whole."""

from __future__ import annotations

import re

from enablekit.model.span import Span
from enablekit.model.value import Entry, Mapping, Scalar
from enablekit.parsing.yaml_scalars import read_plain

# `key: value`, and `key = value`, which people write between the other dialect's fences too.
_LINE = re.compile(r"(?P<key>[^\W\d][\w-]*)[ \t]*(?::[ \t]|=)[ \t]*(?P<value>\S.*)")
_JSON_LINE = re.compile(
    r'[ \t{]{0,8}"(?P<key>[^"\\]+)"[ \t]*:[ \t]*(?P<value>"(?:[^"\\]|\\.)*"|[\w.+-]+)[ \t]*[,}]?\Z'
)
_TABLE = re.compile(r"\[\[?[^\[\]]+\]\]?[ \t]*(?:#.*)?\Z")  # TOML: what follows is not top-level
_QUOTED = re.compile(r"""(["'])(?P<words>(?:(?!\1)[^\\])*)\1[ \t]*(?:#.*)?\Z""")
_QUOTES = "\"'“”"
_SEARCHED = 1 << 16  # characters in which a title has to stand to be saved
_MANY_LINES = ("[", "{", "|", ">", '"""', "'''")  # what goes on below cannot be told from here


def lines(path: str, text: str, *, first_line: int) -> Mapping:
    """
    Read each `key: value` or `key = value` that starts in column 1 and ends on its line.

    What follows indented belongs to something that cannot be told, so it is left out. Of two
    equal keys the last counts.
    """
    return _mapping(path, text, first_line, _LINE)


def json_lines(path: str, text: str, *, first_line: int) -> Mapping:
    """Read each `"key": value` that has a line to itself."""
    return _mapping(path, text, first_line, _JSON_LINE)


def _mapping(path: str, text: str, first_line: int, pattern: re.Pattern[str]) -> Mapping:
    entries: dict[str, Entry] = {}
    for number, line in enumerate(text[:_SEARCHED].split("\n"), start=first_line):
        if _TABLE.match(line):
            break
        found = pattern.match(line.rstrip())
        if found is not None and not found["value"].startswith(_MANY_LINES):
            entries[found["key"]] = _entry(path, found, number)
    return Mapping(
        entries=tuple(sorted(entries.values(), key=lambda entry: entry.key_span)),
        span=Span(path=path, line=first_line),
    )


def _entry(path: str, found: re.Match[str], number: int) -> Entry:
    key_span, span = (
        Span(path=path, line=number, column=found.start(part) + 1, end_column=found.end(part) + 1)
        for part in ("key", "value")
    )
    return Entry(key=found["key"], key_span=key_span, value=_scalar(found["value"], span))


def _scalar(written: str, span: Span) -> Scalar:
    quoted = _QUOTED.match(written)
    if quoted:
        return Scalar(text=quoted["words"], kind="text", span=span, value=quoted["words"])
    text = written.strip(_QUOTES) if written[0] in _QUOTES else written.split(" #", 1)[0].rstrip()
    reading = read_plain(text)
    return Scalar(text=text, kind=reading.kind, span=span, value=reading.value)
