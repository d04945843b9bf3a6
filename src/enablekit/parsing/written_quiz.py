"""A quiz written in a body: task lists under a heading with `{#check}`."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from enablekit.model.item import Option, WrittenItem
from enablekit.parsing import raw_html, shortcodes
from enablekit.parsing.markdown import parted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from enablekit.model.audience import Audience
    from enablekit.parsing.markdown import Event
    from enablekit.parsing.places import Places

CHECK = "check"

_LIST, _ITEM, _QUOTE, _HEADING = "List", "Item", "BlockQuote", "Heading"
_INLINE = frozenset({"Emphasis", "Strong", "Strikethrough", "Link", "Image"})
_SILENT = frozenset({"HtmlBlock", "Rule", "FootnoteDefinition"})


class QuizSplitter:
    """
    Set the quizzes of a body apart from the rest.

    A quiz goes from its heading to the next heading of the same or a higher level, across the
    parts of a body.
    """

    __slots__ = ("_level",)

    def __init__(self) -> None:
        self._level = 0  # of the quiz that is open, 0 outside

    def split(self, events: Iterable[Event]) -> tuple[list[Event], list[list[Event]]]:
        """Return the events of a part that are no quiz, and those of each quiz in it."""
        rest: list[Event] = []
        quizzes: list[list[Event]] = []
        if self._level:
            quizzes.append([])
        depth = 0
        for event in events:
            name, value = parted(event[0])
            if name == "Start":
                if depth == 0 and self._heading(value):
                    quizzes.append([])
                depth += 1
            elif name == "End":
                depth -= 1
            (quizzes[-1] if self._level else rest).append(event)
        return rest, [quiz for quiz in quizzes if quiz]

    def _heading(self, value: object) -> bool:
        """Take note of a tag that stands by itself; tell whether it starts a quiz."""
        tag, detail = parted(value)
        if tag != _HEADING:
            return False
        level = int(detail["level"][1])
        if self._level and level > self._level:
            return False
        self._level = level if detail["id"] == CHECK else 0
        return bool(self._level)


class _Node(NamedTuple):
    """A piece of Markdown: its tag, what is told about it, its events and its bytes."""

    tag: str
    detail: object
    events: Sequence[Event]
    start: int
    end: int


@dataclass(slots=True, kw_only=True)
class _Draft:
    """An item while it is being read."""

    stem: list[str]
    start: int
    end: int
    options: list[Option] = field(default_factory=list)
    rationale: list[str] = field(default_factory=list)


def read(
    quiz: Sequence[Event], places: Places, *, base: int, audience: Audience | None
) -> tuple[WrittenItem, ...]:
    """
    Return the items of a quiz.

    A stem is an item of a numbered list, a heading, or the paragraph above a task list. Under it
    stands a task list of options, `[x]` for a key; a quotation under an option is its feedback; a
    paragraph under the options says why. An item without options is returned too, so that
    somebody can be told about it.

    Args:
        quiz: The events of the quiz.
        places: Where bytes stand.
        base: The byte of the whole text from which the events count.
        audience: Who may take it.

    """
    reader = _QuizReader()
    for node in _children(quiz):
        reader.read(node)
    reader.finish()
    return tuple(
        WrittenItem(
            stem="\n".join(draft.stem),
            options=tuple(draft.options),
            span=places.span(
                draft.start + base, places.trimmed(draft.start + base, draft.end + base)
            ),
            rationale="\n".join(draft.rationale),
            audience=audience,
        )
        for draft in reader.drafts
    )


def title(quiz: Sequence[Event]) -> str:
    """Return the words of the heading of a quiz; empty where a quiz goes on in a new part."""
    head = next(iter(_children(quiz)), None)
    return _words(head.events) if head is not None and head.tag == _HEADING else ""


class _QuizReader:
    """Go through a quiz from top to bottom; words wait until it is clear what they belong to."""

    def __init__(self) -> None:
        self.drafts: list[_Draft] = []
        self._waiting: list[_Node] = []
        self._seen_heading = False

    def read(self, node: _Node) -> None:
        """Read a piece that stands directly in the quiz."""
        if node.tag == _HEADING:
            self._read_heading(node)
        elif node.tag == _LIST and _has_tasks(node):
            self._read_options(node)
        elif node.tag == _LIST and node.detail is not None:
            self._settle()
            self.drafts.extend(_numbered(item) for item in _items(node))
        elif node.tag == _LIST and self._wants_options():
            self._read_options(node)
        elif node.tag == _QUOTE and not self._waiting and self._gives_feedback(node):
            pass
        elif node.tag not in _SILENT and _words(node.events):
            self._waiting.append(node)

    def finish(self) -> None:
        """Settle what waits; words after the last options say why."""
        self._settle()

    def _read_heading(self, node: _Node) -> None:
        self._settle()
        if self._seen_heading:
            self.drafts.append(_Draft(stem=[_words(node.events)], start=node.start, end=node.end))
        self._seen_heading = True

    def _read_options(self, node: _Node) -> None:
        waiting, self._waiting = self._waiting, []
        draft = self.drafts[-1] if self.drafts else None
        if draft is None:
            draft = self._new(waiting, node)
        elif not draft.options:
            draft.stem.extend(_words(one.events) for one in waiting)
        elif waiting:
            # The last paragraph asks; what stands before it belongs to the item above.
            self._waiting = waiting[:-1]
            self._settle()
            draft = self._new(waiting[-1:], node)
        draft.options.extend(_option(item) for item in _items(node))
        draft.end = node.end

    def _new(self, stem: list[_Node], options: _Node) -> _Draft:
        start = stem[0].start if stem else options.start
        draft = _Draft(stem=[_words(one.events) for one in stem], start=start, end=options.end)
        self.drafts.append(draft)
        return draft

    def _settle(self) -> None:
        """Give what waits to the last item: to its stem, or as its rationale."""
        if self.drafts and self._waiting:
            draft = self.drafts[-1]
            words = [_words(one.events) for one in self._waiting]
            (draft.rationale if draft.options else draft.stem).extend(words)
            draft.end = self._waiting[-1].end
        self._waiting = []

    def _wants_options(self) -> bool:
        return bool(self.drafts) and not self.drafts[-1].options

    def _gives_feedback(self, quote: _Node) -> bool:
        """Take a quotation that was not indented as feedback on the option right above it."""
        if not self.drafts or not self.drafts[-1].options or self.drafts[-1].rationale:
            return False
        draft = self.drafts[-1]
        last = draft.options[-1]
        if last.feedback:
            return False
        draft.options[-1] = Option(
            text=last.text, correct=last.correct, feedback=_words(quote.events)
        )
        draft.end = quote.end
        return True


def _numbered(item: _Node) -> _Draft:
    """Return the item that a point of a numbered list makes."""
    draft = _Draft(stem=[], start=item.start, end=item.end)
    for node in _children(item.events):
        if node.tag == _LIST:
            draft.options.extend(_option(option) for option in _items(node))
        elif node.tag not in _SILENT:
            words = _words(node.events)
            if words:
                (draft.rationale if draft.options else draft.stem).append(words)
    return draft


def _option(item: _Node) -> Option:
    text: list[str] = []
    feedback: list[str] = []
    for node in _children(item.events):
        if node.tag not in _SILENT:
            words = _words(node.events)
            if words:
                (feedback if node.tag == _QUOTE else text).append(words)
    return Option(text="\n".join(text), correct=_task(item), feedback="\n".join(feedback))


def _items(listed: _Node) -> Iterator[_Node]:
    return _children(listed.events)


def _has_tasks(listed: _Node) -> bool:
    return any(_is_task(item) for item in _items(listed))


def _is_task(item: _Node) -> bool:
    return any(parted(event)[0] == "TaskListMarker" for event, _ in item.events[:2])


def _task(item: _Node) -> bool:
    """Tell whether an option is ticked; its mark is the first thing in it, or in its paragraph."""
    return any(parted(event) == ("TaskListMarker", True) for event, _ in item.events[:2])


def _children(events: Sequence[Event]) -> Iterator[_Node]:
    """Yield the pieces directly inside some events; words that no block holds are one piece."""
    loose: list[Event] = []
    index = 0
    while index < len(events):
        last = _end_of(events, index)
        name, value = parted(events[index][0])
        tag, detail = parted(value) if name == "Start" else (name, None)
        if name != "Start" or tag in _INLINE:
            loose.extend(events[index : last + 1])
        else:
            if loose:
                yield _loose(loose)
                loose = []
            inside = events[index + 1 : last]
            where = events[index][1]
            yield _Node(tag, detail, inside, where["start"], where["end"])
        index = last + 1
    if loose:
        yield _loose(loose)


def _loose(events: list[Event]) -> _Node:
    return _Node("Text", None, events, events[0][1]["start"], events[-1][1]["end"])


def _end_of(events: Sequence[Event], index: int) -> int:
    """Return the index of the event that ends what starts at `index`."""
    depth = 0
    for last in range(index, len(events)):
        name = parted(events[last][0])[0]
        depth += (name == "Start") - (name == "End")
        if depth == 0:
            return last
    return len(events) - 1


def _words(events: Iterable[Event]) -> str:
    """Return the plain words of some events."""
    found: list[str] = []
    for event, _ in events:
        name, value = parted(event)
        if name in {"Text", "Code"}:
            found.append(value)
        elif name == "SoftBreak":
            found.append(" ")
        elif name == "HardBreak" or (name == "InlineHtml" and raw_html.is_line_break(value)):
            found.append("\n")
        elif name == "Start" and parted(value)[0] not in _INLINE and found:
            found.append("\n")
    return shortcodes.strip("".join(found)).strip()
