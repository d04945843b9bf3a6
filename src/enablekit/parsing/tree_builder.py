"""Puts values together into a tree, one after the other, within limits that nothing exceeds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.model.finding import Severity
from enablekit.model.value import Entry, Mapping, Scalar, Sequence
from enablekit.parsing.diagnoses import DUPLICATE_KEY, FRONT_MATTER_TOO_COMPLEX, ODD_KEY

if TYPE_CHECKING:
    from enablekit.model.finding import Finding
    from enablekit.model.span import Span
    from enablekit.model.value import Value

DEEPEST = 32
MOST_VALUES = 10_000
# What is `other` has been reported already. A word such as `on` is kept as it is spelled, and is
# a key of our own: only YAML 1.1 takes it for a truth.
_FINE_AS_A_KEY = frozenset({"text", "other", "bool"})
_MOST_FINDINGS = 25  # more of one kind in one file only bury the first


# Kinds of keys that are no text; `true` and `false` are named by their value.
_READ_AS = {"null": "nothing", "int": "a number", "float": "a number", "date": "a date"}


class TooComplexError(Exception):
    """
    A tree grew beyond its limits; caught where the tree is read.

    Args:
        finding: What to report.

    """

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message)
        self.finding = finding


class _Open:
    """A list or mapping whose end has not been reached."""

    __slots__ = (
        "entries",
        "is_mapping",
        "is_shuffled",
        "is_template",
        "items",
        "key",
        "key_span",
        "places",
        "span",
    )

    def __init__(self, span: Span, *, is_mapping: bool) -> None:
        self.span = span
        self.is_mapping = is_mapping
        self.is_template = False
        self.is_shuffled = False  # whether an entry took the place of an earlier one
        self.items: list[Value] = []
        self.entries: list[Entry] = []
        self.places: dict[str, int] = {}  # where the entry of a key stands among the entries
        self.key: str | None = None
        self.key_span = span


class TreeBuilder:
    """
    Builds one tree from values in the order they are written.

    Args:
        lines: The text the values come from, line by line.
        first_line: The number of its first line in the file.

    Attributes:
        root: The finished tree; None until there is one.
        findings: What was wrong with it.

    """

    def __init__(self, lines: list[str], *, first_line: int) -> None:
        self.root: Value | None = None
        self.findings: list[Finding] = []
        self._lines = lines
        self._first_line = first_line
        self._open: list[_Open] = []
        self._count = 0

    def report(self, finding: Finding) -> None:
        """Note something wrong, unless the same has been said often enough."""
        if sum(one.code == finding.code for one in self.findings) < _MOST_FINDINGS:
            self.findings.append(finding)

    def add(self, scalar: Scalar) -> None:
        """Add a single value, or a key where a mapping waits for one."""
        self._grow(scalar.span)
        around = self._open[-1] if self._open else None
        if around is not None and around.is_mapping and around.key is None:
            if scalar.kind not in _FINE_AS_A_KEY:
                self.report(_odd_key(scalar))
            around.key, around.key_span = scalar.text, scalar.span
        else:
            self._place(scalar)

    def open(self, span: Span, *, is_mapping: bool) -> None:
        """Begin a list or a mapping that starts at a place."""
        self._grow(span)
        if len(self._open) >= DEEPEST:
            raise TooComplexError(
                FRONT_MATTER_TOO_COMPLEX.at(
                    span,
                    f"values are nested more than {DEEPEST} deep here",
                    fix="Write it flatter; most often a bracket or a dash too many is the cause",
                )
            )
        self._open.append(_Open(span, is_mapping=is_mapping))

    def close(self, end: Span | None = None) -> None:
        """End the innermost list or mapping, at a place or else with the last thing in it."""
        done = self._open.pop()
        if done.is_shuffled:
            done.entries.sort(key=lambda entry: entry.key_span)
        span = done.span.through(end or _last(done))
        value: Value
        if done.is_template:
            text = self._spelled(span)
            value = Scalar(text=text, kind="text", span=span, value=text)
        elif done.is_mapping:
            value = Mapping(entries=tuple(done.entries), span=span)
        else:
            value = Sequence(items=tuple(done.items), span=span)
        around = self._open[-1] if self._open else None
        if around is not None and around.is_mapping and around.key is None:
            self._take_odd_key(around, span)
        else:
            self._place(value)

    def _grow(self, span: Span) -> None:
        self._count += 1
        if self._count > MOST_VALUES:
            raise TooComplexError(
                FRONT_MATTER_TOO_COMPLEX.at(
                    span,
                    f"there are more than {MOST_VALUES} values",
                    fix="Keep data of this size in a file of its own",
                )
            )

    def _place(self, value: Value) -> None:
        if not self._open:
            self.root = value
            return
        around = self._open[-1]
        if not around.is_mapping:
            around.items.append(value)
            return
        key = around.key or ""
        around.key = None
        entry = Entry(key=key, key_span=around.key_span, value=value)
        before = around.places.get(key)
        if before is None:
            around.places[key] = len(around.entries)
            around.entries.append(entry)
        else:
            self._report_duplicate(around.entries[before], entry)
            around.entries[before] = entry
            around.is_shuffled = True

    def _report_duplicate(self, first: Entry, second: Entry) -> None:
        self.report(
            DUPLICATE_KEY.at(
                second.key_span,
                f"`{second.key}` stands here and on line {first.key_span.line};"
                " only the last one counts",
                fix="Delete one of the two",
            )
        )

    def _take_odd_key(self, around: _Open, span: Span) -> None:
        """Use a list or mapping in the place of a key by its spelling."""
        around.key, around.key_span = self._spelled(span), span
        around.is_template = self._from(around.span).startswith("{{")
        shown = "template code such as `{{ … }}`" if around.is_template else "a list or mapping"
        self.report(
            ODD_KEY.at(
                span,
                f"{shown} stands where a key should be",
                fix="Put the value in quotes",
                severity=Severity.ERROR,
            )
        )

    def _from(self, span: Span) -> str:
        """Return the line of a place from there on."""
        return self._lines[span.line - self._first_line][span.column - 1 :]

    def _spelled(self, span: Span) -> str:
        """Return what stands at a place, up to the end of its first line."""
        rest = self._from(span)
        return rest[: span.end_column - span.column] if span.end_line == span.line else rest


def _odd_key(scalar: Scalar) -> Finding:
    what = _READ_AS.get(scalar.kind) or f"`{scalar.value}`"
    return ODD_KEY.at(
        scalar.span,
        f"the key `{scalar.text}` is read as {what} by YAML" if scalar.text else "a key is empty",
        fix=f'Quote it: "{scalar.text}":' if scalar.text else "Write a key before the colon",
    )


def _last(done: _Open) -> Span:
    """Return the place of the last thing in a list or mapping."""
    if done.is_mapping:
        return done.entries[-1].value.span if done.entries else done.span
    return done.items[-1].span if done.items else done.span
