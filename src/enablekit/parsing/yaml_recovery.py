"""Front matter that is not YAML: find each slip, mend it in memory, and read the rest."""

from __future__ import annotations

import dataclasses
from itertools import islice, takewhile
from typing import TYPE_CHECKING

import yaml

from enablekit.model.repair import Edit, Repair
from enablekit.model.span import Span
from enablekit.model.value import Entry, Mapping, Scalar, Sequence
from enablekit.parsing import salvage, yaml_faults, yaml_line_faults
from enablekit.parsing.diagnoses import FRONT_MATTER_INVALID
from enablekit.parsing.tree_builder import DEEPEST, TooComplexError
from enablekit.parsing.yaml_events import build, events
from enablekit.parsing.yaml_line import take_apart

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.model.finding import Finding
    from enablekit.model.value import Value
    from enablekit.parsing.yaml_faults import Fault

_MOST_FAULTS = 10
_MOST_TRIALS = 24  # for one fault
_LONGEST = 1 << 14  # characters; trying mends on more costs more than it finds
_SEARCHED = 60  # lines above an error that may have caused it
_PLAIN_WORDS = {
    "could not find expected ':'": "this line is not `key: value`",
    "mapping values are not allowed in this context": "there is a colon too many here",
    "did not find expected key": "this does not go on from the lines above it",
    "did not find expected '-' indicator": "the list above ends unexpectedly here",
    "found character that cannot start any token": "no value can start with this character",
    "found unexpected end of stream": "a quotation mark is never closed",
    "block sequence entries are not allowed in this context": "a list cannot start here",
    "did not find expected ',' or ']'": "a square bracket is never closed",
    "did not find expected ',' or '}'": "a curly bracket is never closed",
}


def recover(path: str, text: str, *, first_line: int) -> tuple[Mapping, tuple[Finding, ...]]:
    """
    Read what can be read of a text that is not YAML, and say what is wrong with it.

    A slip is blamed only if mending it lets the parser get further than before.
    """
    written = text.split("\n")
    place = _Place(path, written, first_line)
    findings: list[Finding] = []
    lines, problem = written, _problem(written)
    while problem is not None and len(findings) < _MOST_FAULTS and len(text) <= _LONGEST:
        fault, after = _blamed(lines, problem)
        if fault is None:
            break
        is_first = lines[fault.line] == written[fault.line]
        findings.append(_explained(fault, place, may_repair=is_first))
        lines, problem = _mended(lines, fault), after
    if problem is not None:
        findings.append(_unexplained(problem, place))
        return salvage.lines(path, text, first_line=first_line), tuple(findings)
    return _read_mended(place, lines, findings)


def respell(path: str, text: str, *, first_line: int) -> tuple[Mapping | None, tuple[Finding, ...]]:
    """
    Read `key = value` and `key:value` lines, which are one long text to YAML, as they were meant.

    Returns:
        The mapping and a finding a line; None if there are no such lines.

    """
    lines = text.split("\n")
    place = _Place(path, list(lines), first_line)
    findings: list[Finding] = []
    for number in range(len(lines)):
        for fault in islice(yaml_line_faults.in_separator(lines, number), 1):
            findings.append(_explained(fault, place))
            for at, mended in fault.mended.items():
                lines[at] = mended
    if not findings or _problem(lines) is not None:
        return None, ()
    tree, found = _read_mended(place, lines, findings[:_MOST_FAULTS])
    return (tree, found) if tree.entries else (None, ())


class _Place:
    """The lines as they stand in the file, to which every place is held."""

    def __init__(self, path: str, lines: list[str], first_line: int) -> None:
        self.path = path
        self.lines = lines
        self.first_line = first_line

    def from_column(self, line: int, start: int) -> Span:
        """Return the place from a 0-based column of a 0-based line to the end of the line."""
        width = len(self.lines[line])
        return Span(
            path=self.path,
            line=line + self.first_line,
            column=min(start, width) + 1,
            end_column=width + 1,
        )

    def within(self, span: Span) -> Span:
        """Return a place in mended lines as a place in the lines as they were written."""
        end = len(self.lines[span.end_line - self.first_line]) + 1
        start = len(self.lines[span.line - self.first_line]) + 1
        return dataclasses.replace(
            span, column=min(span.column, start), end_column=min(span.end_column, end)
        )


class _Problem:
    """Where the parser gave up, and how far it came."""

    def __init__(self, error: yaml.YAMLError, reached: int, lines: int) -> None:
        self.reached = reached
        self.words = str(getattr(error, "problem", "") or "")
        last = lines - 1
        mark = getattr(error, "problem_mark", None)
        around = getattr(error, "context_mark", None)
        self.line = min(mark.line, last) if mark else 0
        self.column = mark.column if mark and mark.line <= last else 0
        # A scanner knows where the broken thing began; a parser only which list it is part of.
        scanning = "scanning" in str(getattr(error, "context", "") or "")
        self.began = min(around.line, last) if around and scanning else self.line


def _problem(lines: list[str]) -> _Problem | None:
    """Return where the parser stops, or None if it reaches the end or the depth limit."""
    reached = depth = 0
    try:
        for event in events("\n".join(lines)):
            reached += 1
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
            if depth > DEEPEST:
                break
    except yaml.YAMLError as error:
        return _Problem(error, reached, len(lines))
    return None


def _blamed(lines: list[str], problem: _Problem) -> tuple[Fault | None, _Problem | None]:
    """Return the slip that stops the parser, and where it stops once that is mended."""
    for fault in islice(_suspects(lines, problem), _MOST_TRIALS):
        after = _problem(_mended(lines, fault))
        if after is None or after.reached > problem.reached:
            return fault, after
    return None, problem


def _suspects(lines: list[str], problem: _Problem) -> Iterator[Fault]:
    near = dict.fromkeys((problem.began, problem.line))
    for number in near:
        yield from yaml_faults.in_value(lines, number)
    above = range(problem.line - 1, max(-1, problem.line - _SEARCHED), -1)
    for number in above:
        if number not in near and lines[number].strip():
            yield from yaml_faults.in_value(lines, number)
    # Lines without a key run on into the next line with one, where the parser then stops.
    run = list(takewhile(lambda number: not take_apart(lines[number]).key, above))
    for number in run:
        yield from yaml_line_faults.in_separator(lines, number)
    for number in (*near, *run):
        yield from yaml_line_faults.in_line(lines, number)


def _mended(lines: list[str], fault: Fault) -> list[str]:
    return [fault.mended.get(number, line) for number, line in enumerate(lines)]


def _explained(fault: Fault, place: _Place, *, may_repair: bool = False) -> Finding:
    span = place.from_column(fault.line, fault.start)
    repair = None
    if fault.quoted and may_repair:
        start, end, text = fault.quoted
        value = dataclasses.replace(span, column=start + 1, end_column=end + 1)
        repair = Repair(what="Put the value in quotes", edits=(Edit(span=value, text=text),))
    return FRONT_MATTER_INVALID.at(span, fault.message, fix=fault.fix, repair=repair)


def _unexplained(problem: _Problem, place: _Place) -> Finding:
    said = _PLAIN_WORDS.get(problem.words, f"YAML stops here: {problem.words or 'no reason given'}")
    span = place.from_column(problem.line, problem.column)
    fix = "Look at this line and the one above it for a colon, a quote or uneven indentation"
    return FRONT_MATTER_INVALID.at(span, said, fix=fix)


def _read_mended(
    place: _Place, lines: list[str], findings: list[Finding]
) -> tuple[Mapping, tuple[Finding, ...]]:
    """Read mended lines; what was wrong before stays reported."""
    text = "\n".join(lines)
    try:
        root, found = build(place.path, text, first_line=place.first_line)
    except TooComplexError as error:
        found, root = (error.finding,), None
    tree = _held(root, place) if isinstance(root, Mapping) else None
    if not isinstance(tree, Mapping):
        tree = salvage.lines(place.path, text, first_line=place.first_line)
    moved = (dataclasses.replace(one, span=place.within(one.span)) for one in found)
    return tree, (*findings, *moved)


def _held(value: Value, place: _Place) -> Value:
    """Hold every place in a tree, which is at most 32 deep, to the lines as written."""
    span = place.within(value.span)
    if isinstance(value, Scalar):
        return dataclasses.replace(value, span=span)
    if isinstance(value, Sequence):
        return Sequence(items=tuple(_held(item, place) for item in value.items), span=span)
    entries = tuple(
        Entry(
            key=entry.key,
            key_span=place.within(entry.key_span),
            value=_held(entry.value, place),
        )
        for entry in value.entries
    )
    return Mapping(entries=entries, span=span)
