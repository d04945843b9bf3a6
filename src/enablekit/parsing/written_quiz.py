"""A quiz written in a body: task lists under a heading with `{#check}`."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from enablekit.model.item import Option, WrittenItem
from enablekit.parsing.markdown import parted
from enablekit.parsing.markdown_nodes import children, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from enablekit.model.audience import Audience
    from enablekit.parsing.markdown import Event
    from enablekit.parsing.markdown_nodes import Node
    from enablekit.parsing.places import Places

_LIST, _QUOTE, _HEADING = "List", "BlockQuote", "Heading"
_SILENT = frozenset({"HtmlBlock", "Rule", "FootnoteDefinition"})


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
    for node in children(quiz):
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
    head = next(iter(children(quiz)), None)
    return words(head.events) if head is not None and head.tag == _HEADING else ""


class _QuizReader:
    """Go through a quiz from top to bottom; words wait until it is clear what they belong to."""

    def __init__(self) -> None:
        self.drafts: list[_Draft] = []
        self._waiting: list[Node] = []
        self._seen_heading = False

    def read(self, node: Node) -> None:
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
        elif node.tag not in _SILENT and words(node.events):
            self._waiting.append(node)

    def finish(self) -> None:
        """Settle what waits; words after the last options say why."""
        self._settle()

    def _read_heading(self, node: Node) -> None:
        self._settle()
        if self._seen_heading:
            self.drafts.append(_Draft(stem=[words(node.events)], start=node.start, end=node.end))
        self._seen_heading = True

    def _read_options(self, node: Node) -> None:
        waiting, self._waiting = self._waiting, []
        draft = self.drafts[-1] if self.drafts else None
        if draft is None:
            draft = self._new(waiting, node)
        elif not draft.options:
            draft.stem.extend(words(one.events) for one in waiting)
        elif waiting:
            # The last paragraph asks; what stands before it belongs to the item above.
            self._waiting = waiting[:-1]
            self._settle()
            draft = self._new(waiting[-1:], node)
        draft.options.extend(_option(item) for item in _items(node))
        draft.end = node.end

    def _new(self, stem: list[Node], options: Node) -> _Draft:
        start = stem[0].start if stem else options.start
        draft = _Draft(stem=[words(one.events) for one in stem], start=start, end=options.end)
        self.drafts.append(draft)
        return draft

    def _settle(self) -> None:
        """Give what waits to the last item: to its stem, or as its rationale."""
        if self.drafts and self._waiting:
            draft = self.drafts[-1]
            said = [words(one.events) for one in self._waiting]
            (draft.rationale if draft.options else draft.stem).extend(said)
            draft.end = self._waiting[-1].end
        self._waiting = []

    def _wants_options(self) -> bool:
        return bool(self.drafts) and not self.drafts[-1].options

    def _gives_feedback(self, quote: Node) -> bool:
        """Take a quotation that was not indented as feedback on the option right above it."""
        if not self.drafts or not self.drafts[-1].options or self.drafts[-1].rationale:
            return False
        draft = self.drafts[-1]
        last = draft.options[-1]
        if last.feedback:
            return False
        draft.options[-1] = Option(
            text=last.text, correct=last.correct, feedback=words(quote.events)
        )
        draft.end = quote.end
        return True


def _numbered(item: Node) -> _Draft:
    """Return the item that a point of a numbered list makes."""
    draft = _Draft(stem=[], start=item.start, end=item.end)
    for node in children(item.events):
        if node.tag == _LIST:
            draft.options.extend(_option(option) for option in _items(node))
        elif node.tag not in _SILENT:
            said = words(node.events)
            if said:
                (draft.rationale if draft.options else draft.stem).append(said)
    return draft


def _option(item: Node) -> Option:
    text: list[str] = []
    feedback: list[str] = []
    for node in children(item.events):
        if node.tag not in _SILENT:
            said = words(node.events)
            if said:
                (feedback if node.tag == _QUOTE else text).append(said)
    return Option(text="\n".join(text), correct=_task(item), feedback="\n".join(feedback))


def _items(listed: Node) -> Iterator[Node]:
    return children(listed.events)


def _has_tasks(listed: Node) -> bool:
    return any(_is_task(item) for item in _items(listed))


def _is_task(item: Node) -> bool:
    return any(parted(event)[0] == "TaskListMarker" for event, _ in item.events[:2])


def _task(item: Node) -> bool:
    """Tell whether an option is ticked; its mark is the first thing in it, or in its paragraph."""
    return any(parted(event) == ("TaskListMarker", True) for event, _ in item.events[:2])
