"""The options of a quiz item, from lists and from lines that were meant to be lists."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from enablekit.model.item import Option
from enablekit.parsing.markdown import parted
from enablekit.parsing.markdown_nodes import Node, children, words
from enablekit.parsing.option_marks import mark_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from enablekit.parsing.markdown import Event
    from enablekit.parsing.option_marks import Mark
    from enablekit.parsing.quiz_findings import QuizFindings

LIST, QUOTE = "List", "BlockQuote"
SILENT = frozenset({"HtmlBlock", "Rule", "FootnoteDefinition"})
_RUNNING = frozenset({"Text", "Paragraph"})
_BREAKS = frozenset({"SoftBreak", "HardBreak"})
_DEEPEST = 4  # lists inside each other; nobody slips more often
_FEWEST = 2  # lines with a box but no bullet; one alone may be a gap to fill in


class Line(NamedTuple):
    """A line of running text: its events and what stands between it and the line above."""

    events: Sequence[Event]
    start: int
    end: int
    mark: Mark | None


@dataclass(slots=True, kw_only=True)
class _Draft:
    """An option while it is being read."""

    ticked: bool
    text: list[str] = field(default_factory=list)
    feedback: list[str] = field(default_factory=list)

    def option(self) -> Option:
        return Option(
            text="\n".join(self.text), correct=self.ticked, feedback="\n".join(self.feedback)
        )


class OptionReader:
    """Reads options, and reports each box that Markdown does not take for one."""

    def __init__(self, findings: QuizFindings) -> None:
        self._findings = findings

    def of_list(self, listed: Node) -> list[Option]:
        """Return the options that the points of a list make."""
        return [draft.option() for draft in self._drafts(listed)]

    def _drafts(self, listed: Node, depth: int = 0) -> list[_Draft]:
        items = list(children(listed.events))
        marks = [_first_mark(item, self._findings) for item in items]
        sure = any(map(_is_task, items)) or any(map(_is_sure, marks))
        told = sure or all(mark is not None for mark in marks)
        return [
            draft
            for item, mark in zip(items, marks, strict=True)
            for draft in self._of_item(item, mark if told else None, depth)
        ]

    def split(self, node: Node) -> tuple[Node | None, list[Option]]:
        """Part a paragraph into the text that begins it and the options its lines were meant as."""
        lines = self.lines(node)
        marked = [place for place, line in enumerate(lines) if line.mark]
        bulleted = any(line.mark and line.mark.bulleted for line in lines)
        if not marked or not (bulleted or len(marked) >= _FEWEST):
            return node, []
        first = marked[0]
        drafts: list[_Draft] = []
        for line in lines[first:]:
            self._read_line(line, drafts)
        before = joined(lines[:first]) if first else None
        return before, [draft.option() for draft in drafts]

    def lines(self, node: Node) -> list[Line]:
        """Return the lines of running text."""
        return [self._line(events) for events in _parts(node.events) if events and words(events)]

    def has_boxes(self, listed: Node) -> bool:
        """
        Tell whether a list is one of options.

        The points of a numbered list may be questions, so there one misspelled box is not enough.
        """
        items = list(children(listed.events))
        if any(map(_is_task, items)):
            return True
        sure = [_is_sure(_first_mark(item, self._findings)) for item in items]
        return all(sure) if listed.detail is not None else any(sure)

    def _of_item(self, item: Node, mark: Mark | None, depth: int) -> list[_Draft]:
        drafts = [_Draft(ticked=_task(item))]
        for place, node in enumerate(children(item.events)):
            if node.tag in SILENT:
                continue
            if node.tag == LIST and depth < _DEEPEST and self.has_boxes(node):
                self._report_nested(node)
                drafts.extend(self._drafts(node, depth + 1))
            elif node.tag in _RUNNING:
                self._read_running(node, drafts, mark if place == 0 else None)
            elif said := words(node.events):
                (drafts[-1].feedback if node.tag == QUOTE else drafts[-1].text).append(said)
        return drafts

    def _read_running(self, node: Node, drafts: list[_Draft], mark: Mark | None) -> None:
        lines = self.lines(node)
        if not lines:
            return
        if mark is not None:
            self._findings.mark(mark, lines[0].start)
            drafts[-1].ticked = bool(mark.ticked)
            drafts[-1].text.append(_without(mark, words(lines[0].events)))
            rest = lines[1:]
        elif not any(_opens(line) for line in lines[1:]):
            drafts[-1].text.append(words(node.events))
            return
        else:
            drafts[-1].text.append(words(lines[0].events))
            rest = lines[1:]
        for line in rest:
            self._read_line(line, drafts)

    def _read_line(self, line: Line, drafts: list[_Draft]) -> None:
        said = words(line.events)
        if line.mark is not None and (not drafts or _opens(line)):
            self._findings.mark(line.mark, line.start)
            drafts.append(_Draft(ticked=bool(line.mark.ticked), text=[_without(line.mark, said)]))
        elif drafts and drafts[-1].text:
            drafts[-1].text[-1] += f" {said}"
        elif drafts:
            drafts[-1].text.append(said)

    def _report_nested(self, node: Node) -> None:
        self._findings.misplaced(
            node.start,
            node.end,
            "options stand inside another option; they are read as options beside it",
            "Indent them exactly as the option above",
        )

    def _line(self, events: list[Event]) -> Line:
        start, end = events[0][1]["start"], events[-1][1]["end"]
        is_text = parted(events[0][0])[0] == "Text"
        mark = None
        if is_text and not self._findings.is_escaped(start):
            mark = mark_at(self._findings.source(start, end))
        return Line(events, start, end, mark)


def _opens(line: Line) -> bool:
    """Tell whether a line inside a paragraph begins an option of its own."""
    return line.mark is not None and (line.mark.ticked is not None or line.mark.bulleted)


def _is_sure(mark: Mark | None) -> bool:
    return mark is not None and mark.ticked is not None


def _without(mark: Mark, said: str) -> str:
    """Return the words behind a mark; of one that cannot be told, all words."""
    again = mark_at(said)
    return said[len(again.written) :] if again and mark.ticked is not None else said


def _first_mark(item: Node, findings: QuizFindings) -> Mark | None:
    """Return the mark with which an item begins that Markdown does not take for a box."""
    if _is_task(item):
        return None
    for event, where in item.events[:2]:
        name, value = parted(event)
        if name == "Start" and parted(value)[0] == "Paragraph":
            continue
        if name != "Text" or findings.is_escaped(where["start"]):
            return None
        line = findings.source(where["start"], item.end).split("\n", 1)[0]
        found = mark_at(line)
        return found if found is not None and not found.bulleted else None
    return None


def _parts(events: Sequence[Event]) -> Iterator[list[Event]]:
    """Yield the events of each line; a break inside of emphasis ends none."""
    line: list[Event] = []
    depth = 0
    for event in events:
        name = parted(event[0])[0]
        depth += (name == "Start") - (name == "End")
        if depth == 0 and name in _BREAKS:
            yield line
            line = []
        else:
            line.append(event)
    yield line


def joined(lines: Sequence[Line]) -> Node:
    """Put lines together again as running text."""
    events: list[Event] = []
    for line in lines:
        if events:
            events.append(("SoftBreak", events[-1][1]))
        events.extend(line.events)
    return Node("Text", None, events, lines[0].start, lines[-1].end)


def _is_task(item: Node) -> bool:
    return any(parted(event)[0] == "TaskListMarker" for event, _ in item.events[:2])


def _task(item: Node) -> bool:
    """Tell whether an option is ticked; its mark is the first thing in it, or in its paragraph."""
    return any(parted(event) == ("TaskListMarker", True) for event, _ in item.events[:2])
