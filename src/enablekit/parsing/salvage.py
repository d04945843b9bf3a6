"""Top-level lines saved from front matter that cannot be read as a whole."""

from __future__ import annotations

import re
from enablekit.model.span import Span
from enablekit.model.value import Entry, Mapping, Scalar
from enablekit.parsing.yaml_scalars import read_plain
# `key: value`, and `key = value`, which people write between the other dialect's fences too.
_LINE = re.compile(r"(?P<key>[^\W\d][\w-]*)[ \t]*(?::[ \t]|=)[ \t]*(?=\S)")
_TABLE = re.compile(r"\[\[?[^\[\]]+\]\]?[ \t]*(?:\#.*)?\Z")  # TOML: what follows is not top-level
_JSON_LINE = re.compile(r'[ \t]{0,8}"(?P<key>[^"\\]+)"[ \t]*:[ \t]*(?=\S)')
_QUOTED = re.compile(r"""(["'])(?P<words>(?:(?!\1)[^\\])*)\1[ \t]*(?:\#.*)?\Z""")
_QUOTES = "\"'“”"
_MANY_LINES = ("[", "{", "|", ">", '"""', "'''")  # what goes on below cannot be told from here


def lines(path: str, text: str, *, first_line: int) -> Mapping:
    """
    Read each `key: value` or `key = value` that starts in column 1 and ends on its line.

    What follows indented belongs to something that cannot be told, so it is left out. Of two
    equal keys the last counts.
    """
    return _mapping(path, text, first_line, _LINE)


def json_lines(path: str, text: str, *, first_line: int) -> Mapping:
    """Read each `"key": value` that ends on its line."""
    return _mapping(path, text, first_line, _JSON_LINE)


def _mapping(path: str, text: str, first_line: int, pattern: re.Pattern[str]) -> Mapping:
    entries: dict[str, Entry] = {}
    for number, line in enumerate(text.split("\n"), start=first_line):
        if _TABLE.match(line):
            break
        entry = _entry(path, line.rstrip(" \t,"), number, pattern)
        if entry is not None:
            entries[entry.key] = entry
    return Mapping(
        entries=tuple(sorted(entries.values(), key=lambda entry: entry.key_span)),
        span=Span(path=path, line=first_line),
    )


def _entry(path: str, line: str, number: int, pattern: re.Pattern[str]) -> Entry | None:
    found = pattern.match(line)
    if found is None or line.startswith(_MANY_LINES, found.end()):
        return None
    span = Span(path=path, line=number, column=found.end() + 1, end_column=len(line) + 1)
    start, end = found.span("key")
    key_span = Span(path=path, line=number, column=start + 1, end_column=end + 1)
    value = _scalar(line[found.end() :], span)
    return Entry(key=found["key"], key_span=key_span, value=value)


def _scalar(written: str, span: Span) -> Scalar:
    quoted = _QUOTED.match(written)
    if quoted:
        return Scalar(text=quoted["words"], kind="text", span=span, value=quoted["words"])
    text = written.strip(_QUOTES) if written[0] in _QUOTES else written.split(" #", 1)[0].rstrip()
    reading = read_plain(text)
    return Scalar(text=text, kind=reading.kind, span=span, value=reading.value)
