"""TOML becomes a tree of values that remember their place: tomllib reads them, we find them."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Any

from enablekit.model.span import Span
from enablekit.model.value import Entry, Mapping, Scalar, Sequence
from enablekit.parsing import salvage, toml_places, toml_recovery
from enablekit.parsing.diagnoses import FRONT_MATTER_TOO_COMPLEX
from enablekit.parsing.text import legible
from enablekit.parsing.tree_builder import DEEPEST, MOST_VALUES, TooComplexError

if TYPE_CHECKING:
    from enablekit.model.finding import Finding
    from enablekit.model.value import Value
    from enablekit.parsing.toml_places import Path, Place

# tomllib takes time with the square of the parts of a dotted key: seconds at 60,000 characters.
_TOO_DOTTED = re.compile(r"""(?<![\w-])(?:(?:[\w-]+|"[^"\n]*"|'[^'\n]*')[ \t]*\.[ \t]*){33}""")
_WIDEST_NUMBER = 400  # bits; writing out larger numbers takes long, and nobody means them


def read(
    path: str, text: str, *, first_line: int = 1, limit: int = 1 << 20
) -> tuple[Mapping | None, tuple[Finding, ...]]:
    r"""
    Read TOML.

    Args:
        path: The file, for places.
        text: The TOML, with `\n` at its line ends.
        first_line: The number of its first line in the file.
        limit: How many characters are read at most.

    Returns:
        The mapping it holds and what is wrong with it. Where a line is broken, the mapping holds
        what could be saved.

    """
    findings: tuple[Finding, ...] = ()
    whole = Span(path=path, line=first_line)
    try:
        _check_size(text, limit, whole)
        values, text, findings = toml_recovery.load(path, text, first_line=first_line)
        if values is None:
            return salvage.lines(path, text, first_line=first_line), findings
        places = toml_places.find(path, text, first_line=first_line)
        return _Tree(places, whole).mapping(values, (), whole), findings
    except TooComplexError as error:
        found = error.finding
    except RecursionError:
        found = _too_much(whole, f"values are nested more than {DEEPEST} deep")
    return salvage.lines(path, text[:limit], first_line=first_line), (*findings, found)


def _check_size(text: str, limit: int, whole: Span) -> None:
    """Refuse what takes tomllib too long to read."""
    if len(text) > limit:
        raise TooComplexError(_too_much(whole, f"it has more than {limit} characters"))
    if _TOO_DOTTED.search(text):
        raise TooComplexError(_too_much(whole, f"a key has more than {DEEPEST} parts"))


def _too_much(span: Span, what: str) -> Finding:
    return FRONT_MATTER_TOO_COMPLEX.at(
        span,
        f"the front matter is too much to read: {what}",
        fix="Write it flatter and shorter; keep large data in a file of its own",
    )


class _Tree:
    """Joins what tomllib read with where it stands."""

    def __init__(self, places: dict[Path, Place], whole: Span) -> None:
        self._places = places
        self._whole = whole
        self._count = 0

    def mapping(self, values: dict[str, Any], path: Path, around: Span) -> Mapping:
        entries = []
        for key, value in values.items():
            place = self._places.get((*path, key))
            key_span = place.key if place else around
            read = self._value(value, (*path, key), around)
            entries.append(Entry(key=legible(key), key_span=key_span, value=read))
        ordered = sorted(entries, key=lambda entry: entry.key_span)
        return Mapping(entries=tuple(ordered), span=self._covering(path, ordered, around))

    def _covering(self, path: Path, entries: list[Entry], around: Span) -> Span:
        """Return the place of a mapping: from its header or first key to its last value."""
        place = self._places.get(path)
        start = place.value if place else entries[0].key_span if entries else around
        last = max((entry.value.span for entry in entries), key=_end, default=start)
        return start.through(last) if _end(last) > _end(start) else start

    def _value(self, value: object, path: Path, around: Span) -> Value:
        self._count += 1
        if self._count > MOST_VALUES or len(path) > DEEPEST:
            what = f"there are more than {MOST_VALUES} values, or some lie {DEEPEST} deep"
            raise TooComplexError(_too_much(around, what))
        place = self._places.get(path)
        span = place.value if place else around
        if isinstance(value, dict):
            return self.mapping(value, path, span)
        if isinstance(value, list):
            items = tuple(self._value(one, (*path, at), span) for at, one in enumerate(value))
            last = max((item.span for item in items), key=_end, default=span)
            # An array of tables goes on where its last table stands.
            whole = span.through(last) if _end(last) > _end(span) else span
            return Sequence(items=items, span=whole)
        return _scalar(value, place.written if place else "", span)


def _end(span: Span) -> tuple[int, int]:
    return (span.end_line, span.end_column)


def _scalar(value: object, written: str, span: Span) -> Scalar:
    if isinstance(value, str):
        text = legible(value)
        return Scalar(text=text, kind="text", span=span, value=text)
    if isinstance(value, bool):
        text = str(value).lower()
        return Scalar(text=text, kind="bool", span=span, value=text)
    if isinstance(value, (int, float)):
        return _number(value, written, span)
    kind = "date" if isinstance(value, dt.date) else "other"  # a time of day is no date
    text = value.isoformat() if isinstance(value, (dt.date, dt.time)) else written
    return Scalar(text=text, kind=kind, span=span, value=text)


def _number(value: float, written: str, span: Span) -> Scalar:
    kind = "int" if isinstance(value, int) else "float"
    too_wide = isinstance(value, int) and value.bit_length() > _WIDEST_NUMBER
    read = written if too_wide else str(value)
    return Scalar(text=written or read, kind=kind, span=span, value=read)
