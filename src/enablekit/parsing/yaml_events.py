"""The events of PyYAML's parser put together into a tree; nothing in them is ever followed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, ClassVar, TypeAlias

import yaml

from enablekit.model.span import Span
from enablekit.model.value import Scalar
from enablekit.parsing import yaml_findings
from enablekit.parsing.text import legible
from enablekit.parsing.tree_builder import TreeBuilder
from enablekit.parsing.yaml_scalars import PlainReading, read_plain, read_tagged

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from enablekit.model.finding import Finding
    from enablekit.model.value import Value

# The stubs say that an event may lack its marks; the parser sets them always.
Event: TypeAlias = Any
Mark: TypeAlias = Any

# libyaml where PyYAML was built with it: eight times faster and as safe, since only its loader
# recurses. Its events come one by one, and reading stops at the first that lies too deep.
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_PLAIN_COLLECTIONS = frozenset({None, "!", "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq"})
# `We're #1` is cut short by YAML. People who mean a comment put a space after the sign.
_GLUED_COMMENT = re.compile(r"[ \t]+#[\w#].*")
_LABEL = "a label"
_REFERENCE = "a reference"
_TYPE = "the name of a type"


def events(text: str) -> Iterator[Event]:
    """
    Return the parser's events, one at a time.

    Raises:
        yaml.YAMLError: while it is iterated, at the first thing that is not YAML.

    """
    return yaml.parse(text, Loader=_LOADER)


def build(path: str, text: str, *, first_line: int) -> tuple[Value | None, tuple[Finding, ...]]:
    """
    Build the tree of the first document in a text.

    Returns:
        Its root, None if there is nothing in it, and what is wrong with it.

    Raises:
        yaml.YAMLError: for a text that is not YAML.
        TooComplexError: for a text that is too deep or has too many values.

    """
    reader = _EventReader(path, text.split("\n"), first_line)
    for event in events(text):
        reader.take(event)
        if reader.is_done:
            break
    root = reader.tree.root
    nothing = isinstance(root, Scalar) and root.kind == "null"
    return None if nothing else root, tuple(reader.tree.findings)


class _EventReader:
    """Turns events into values, a method for each kind of event."""

    def __init__(self, path: str, lines: list[str], first_line: int) -> None:
        self.tree = TreeBuilder(lines, first_line=first_line)
        self.is_done = False
        self._path = path
        self._lines = lines
        self._last = len(lines) - 1
        self._first_line = first_line
        self._hashed = {number for number, line in enumerate(lines) if " #" in line}
        self._documents = 0

    def take(self, event: Event) -> None:
        method = self._METHODS.get(type(event))
        if method is not None:
            method(self, event)

    def _span(self, start: Mark, end: Mark) -> Span:
        if end.line > self._last:
            return self._last_span(start)
        return Span(
            path=self._path,
            line=start.line + self._first_line,
            column=start.column + 1,
            end_line=end.line + self._first_line,
            end_column=end.column + 1,
        )

    def _last_span(self, start: Mark) -> Span:
        """Return a place at the end of the text: an empty value may be marked a line behind it."""
        end = len(self._lines[self._last]) + 1
        line, column = (
            (start.line, start.column + 1) if start.line <= self._last else (self._last, end)
        )
        return Span(
            path=self._path,
            line=line + self._first_line,
            column=column,
            end_line=self._last + self._first_line,
            end_column=end,
        )

    def _document(self, event: Event) -> None:
        self._documents += 1
        if self._documents > 1:
            self.is_done = True
            span = self._span(event.start_mark, event.end_mark)
            self.tree.report(yaml_findings.second_document(span))

    def _scalar(self, event: Event) -> None:
        span = self._span(event.start_mark, event.end_mark)
        if event.style in {"|", ">"}:
            span = self._block_span(event)
        text = event.value
        if event.anchor is not None:
            self._report_sign(event.start_mark, f"&{event.anchor}", _LABEL)
        if event.tag is not None:
            text, reading = self._tagged(event)
        elif event.implicit[0]:
            text, reading = self._plain(event, span)
        else:
            text = legible(text)
            reading = PlainReading(kind="text", value=text)
        if reading.trouble:
            self.tree.report(yaml_findings.trouble(reading.trouble, text, span))
        self.tree.add(Scalar(text=text, kind=reading.kind, span=span, value=reading.value))

    def _plain(self, event: Event, span: Span) -> tuple[str, PlainReading]:
        text = event.value
        if event.anchor is not None:  # `&Best practices` is a text to its author
            text = f"&{event.anchor} {text}".rstrip()
            return text, PlainReading(kind="text", value=text)
        reading = read_plain(text)
        if event.end_mark.line in self._hashed and reading.kind in {"text", "null"}:
            self._report_lost_comment(span)
        return text, reading

    def _tagged(self, event: Event) -> tuple[str, PlainReading]:
        reading = read_tagged(event.tag, event.value)
        if reading is not None:
            return event.value, reading
        sign = self._word_at(event.start_mark)
        self._report_sign(event.start_mark, sign, _TYPE)
        text = f"{sign} {event.value}".rstrip()
        return text, PlainReading(kind="other", value=text)

    def _word_at(self, start: Mark) -> str:
        line: str = self._lines[start.line]
        return line[start.column :].split(" ", 1)[0]

    def _block_span(self, event: Event) -> Span:
        """Return the place of a block of text; its end mark stands on the line after it."""
        end = event.end_mark
        last = end.line - 1 if end.column == 0 else end.line
        last = min(last, len(self._lines) - 1)
        while last > event.start_mark.line and not self._lines[last].strip():
            last -= 1
        start = self._span(event.start_mark, event.start_mark)
        return Span(
            path=self._path,
            line=start.line,
            column=start.column,
            end_line=last + self._first_line,
            end_column=len(self._lines[last]) + 1,
        )

    def _start(self, event: Event) -> None:
        start = event.start_mark
        if event.tag not in _PLAIN_COLLECTIONS:
            self._report_sign(start, self._word_at(start), _TYPE)
        if event.anchor is not None:
            self._report_sign(start, f"&{event.anchor}", _LABEL)
        is_mapping = isinstance(event, yaml.MappingStartEvent)
        self.tree.open(self._span(start, start), is_mapping=is_mapping)

    def _end(self, event: Event) -> None:
        # A list in brackets ends at its bracket. One written line by line has no end of its own:
        # its mark is where the next thing starts.
        end = event.end_mark
        in_brackets = end.column > event.start_mark.column
        self.tree.close(self._span(end, end) if in_brackets else None)

    def _alias(self, event: Event) -> None:
        span = self._span(event.start_mark, event.end_mark)
        text = f"*{event.anchor}"
        self._report_sign(event.start_mark, text, _REFERENCE)
        self.tree.add(Scalar(text=text, kind="other", span=span, value=text))

    def _report_sign(self, start: Mark, sign: str, meaning: str) -> None:
        width = min(len(sign), len(self._lines[start.line]) - start.column)
        line, column = start.line + self._first_line, start.column + 1
        span = Span(path=self._path, line=line, column=column, end_column=column + width)
        self.tree.report(yaml_findings.sign(sign, meaning, span))

    def _report_lost_comment(self, value: Span) -> None:
        line = self._lines[value.end_line - self._first_line]
        found = _GLUED_COMMENT.match(line, value.end_column - 1)
        if found is None:
            return
        span = Span(
            path=self._path,
            line=value.end_line,
            column=value.end_column,
            end_column=len(line) + 1,
        )
        self.tree.report(yaml_findings.lost_comment(found[0].strip(), span))

    # The class keeps them: a reader that held its own methods would be a circle of references, and
    # with it every value of a file would wait for the garbage collector.
    _METHODS: ClassVar[dict[type, Callable[[_EventReader, Event], None]]] = {
        yaml.ScalarEvent: _scalar,
        yaml.MappingStartEvent: _start,
        yaml.SequenceStartEvent: _start,
        yaml.MappingEndEvent: _end,
        yaml.SequenceEndEvent: _end,
        yaml.AliasEvent: _alias,
        yaml.DocumentStartEvent: _document,
    }
