"""A quiz written in a body: task lists and answers under a heading with `{#check}`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from enablekit.model.item import Option
from enablekit.parsing import answer_line, item_forms
from enablekit.parsing.markdown import parted
from enablekit.parsing.markdown_nodes import children, words
from enablekit.parsing.option_marks import mark_at
from enablekit.parsing.quiz_findings import QuizFindings, shown
from enablekit.parsing.quiz_item import ItemDraft
from enablekit.parsing.quiz_options import LIST, QUOTE, SILENT, OptionReader, joined

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from enablekit.model.audience import Audience
    from enablekit.model.finding import Finding
    from enablekit.model.item import WrittenItem
    from enablekit.parsing.item_forms import Formed
    from enablekit.parsing.markdown import Event
    from enablekit.parsing.markdown_nodes import Node
    from enablekit.parsing.places import Places

_HEADING, _TABLE, _CODE = "Heading", "Table", "CodeBlock"
_RUNNING = frozenset({"Text", "Paragraph"})
_COLUMNS = 2
_ASKS = ("?", "？", "؟", ":", "：", "…", "_")  # noqa: RUF001 - questions end so in other scripts


def read(
    quiz: Sequence[Event], places: Places, *, base: int, audience: Audience | None
) -> tuple[tuple[WrittenItem, ...], tuple[Finding, ...]]:
    """
    Return the items of a quiz and what is wrong with them.

    A stem is an item of a numbered list, a heading, or the paragraph above a task list. Under it
    stands a task list of options, `[x]` for a key, or a line that begins with `Answer:`. Behind it
    stands what has to be typed; or below it a numbered list to be put in order, or a table of two
    columns to be matched. A quotation under an option is its feedback; a paragraph under the
    options says why. An item without options is returned too, so that somebody can be told about
    it.

    Args:
        quiz: The events of the quiz.
        places: Where bytes stand.
        base: The byte of the whole text from which the events count.
        audience: Who may take it.

    """
    reader = _QuizReader(QuizFindings(places, base))
    for node in children(quiz):
        reader.read(node)
    reader.finish()
    items = tuple(draft.item(places, base, audience) for draft in reader.drafts)
    return items, tuple(reader.findings.found)


def title(quiz: Sequence[Event]) -> str:
    """Return the words of the heading of a quiz; empty where a quiz goes on in a new part."""
    head = next(iter(children(quiz)), None)
    return words(head.events) if head is not None and head.tag == _HEADING else ""


class _QuizReader:
    """Go through a quiz from top to bottom; words wait until it is clear what they belong to."""

    def __init__(self, findings: QuizFindings) -> None:
        self.drafts: list[ItemDraft] = []
        self.findings = findings
        self._options = OptionReader(findings)
        self._waiting: list[Node] = []
        self._seen_heading = False

    def read(self, node: Node) -> None:
        """Read a piece that stands directly in the quiz."""
        if node.tag == _HEADING:
            self._read_heading(node)
        elif node.tag == LIST:
            self._read_list(node)
        elif node.tag == _TABLE and not self._waiting and self._last_waits():
            _match(self.drafts[-1], node, self.findings)
        elif node.tag == QUOTE and not self._waiting and self._gives_feedback(node):
            pass
        elif node.tag not in SILENT and words(node.events):
            self._read_words(node)

    def finish(self) -> None:
        """Settle what waits; words after the last options say why."""
        self._settle()
        for draft in self.drafts:
            if draft.says_nothing:
                self.findings.unclear(
                    draft.start,
                    draft.end,
                    "`Answer:` has nothing behind it",
                    "Write the answer behind it, or a numbered list or a table below it",
                )

    def _read_heading(self, node: Node) -> None:
        self._settle()
        if self._seen_heading:
            detail: Any = node.detail
            draft = ItemDraft(stem=[words(node.events)], start=node.start, end=node.end)
            draft.name = detail["id"] or ""
            self.drafts.append(draft)
        self._seen_heading = True

    def _read_list(self, node: Node) -> None:
        if self._options.has_boxes(node):
            self._take(self._options.of_list(node), node)
        elif not self._waiting and self._last_waits() and self._is_plain_numbered(node):
            _order(self.drafts[-1], node, self._options, self.findings)
        elif node.detail is not None:
            self._settle()
            self.drafts.extend(self._numbered(item) for item in children(node.events))
        elif self.drafts and not self.drafts[-1].answered:
            _report_bullets(self.drafts[-1], node, self.findings)
            self._take(self._options.of_list(node), node)
        elif words(node.events):
            self._waiting.append(node)

    def _is_plain_numbered(self, node: Node) -> bool:
        return node.detail is not None and not self._options.has_boxes(node)

    def _read_words(self, node: Node) -> None:
        _report_code(node, self.findings)
        if node.tag not in _RUNNING:
            self._waiting.append(node)
            return
        before, said = _parted(node, self._options)
        if said is not None and self._may_answer(before):
            self._waiting.extend([before] if before else [])
            draft = self._asked(node)
            draft.said = said
            draft.end = node.end
            return
        text, options = self._options.split(node)
        self._waiting.extend([text] if text else [])
        if options:
            self._take(options, node)

    def _take(self, options: list[Option], node: Node) -> None:
        draft = self._asked(node)
        draft.choose(options)
        draft.end = node.end

    def _asked(self, node: Node) -> ItemDraft:
        """Return the item that the answer at a node belongs to, with what waits settled."""
        waiting, self._waiting = self._waiting, []
        draft = self.drafts[-1] if self.drafts else None
        if draft is None:
            return self._new(waiting, node)
        if not draft.answered:
            draft.stem.extend(words(one.events) for one in waiting)
            return draft
        if waiting:
            # The last paragraph asks; what stands before it belongs to the item above.
            self._waiting = waiting[:-1]
            self._settle()
            return self._new(waiting[-1:], node)
        return draft

    def _may_answer(self, before: Node | None) -> bool:
        """Tell whether `Answer:` can answer what stands above it."""
        asked = before or (self._waiting[-1] if self._waiting else None)
        if not self.drafts:
            return asked is not None
        if not self.drafts[-1].answered and self.drafts[-1].said is None:
            return True
        return asked is not None and words(asked.events).endswith(_ASKS)

    def _new(self, stem: list[Node], options: Node) -> ItemDraft:
        start = stem[0].start if stem else options.start
        draft = ItemDraft(stem=[words(one.events) for one in stem], start=start, end=options.end)
        self.drafts.append(draft)
        return draft

    def _settle(self) -> None:
        """Give what waits to the last item: to its stem, or as its rationale."""
        if self.drafts and self._waiting:
            draft = self.drafts[-1]
            said = [words(one.events) for one in self._waiting]
            (draft.rationale if draft.answered else draft.stem).extend(said)
            draft.end = self._waiting[-1].end
        self._waiting = []

    def _last_waits(self) -> bool:
        return bool(self.drafts) and self.drafts[-1].waits

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

    def _numbered(self, item: Node) -> ItemDraft:
        """Return the item that a point of a numbered list makes."""
        draft = ItemDraft(stem=[], start=item.start, end=item.end)
        for node in children(item.events):
            if node.tag == LIST and draft.waits and self._is_plain_numbered(node):
                _order(draft, node, self._options, self.findings)
            elif node.tag == LIST:
                if not self._options.has_boxes(node):
                    _report_bullets(draft, node, self.findings)
                draft.choose(self._options.of_list(node))
            elif node.tag == _TABLE and draft.waits:
                _match(draft, node, self.findings)
            elif node.tag not in SILENT:
                self._read_inside(node, draft)
        return draft

    def _read_inside(self, node: Node, draft: ItemDraft) -> None:
        _report_code(node, self.findings)
        text: Node | None = node
        options: list[Option] = []
        if node.tag in _RUNNING:
            before, said = _parted(node, self._options)
            if said is not None and draft.said is None and not draft.answered:
                draft.stem.extend([words(before.events)] if before else [])
                draft.said = said
                return
            text, options = self._options.split(node)
        if text and (spoken := words(text.events)):
            (draft.rationale if draft.answered else draft.stem).append(spoken)
        if options:
            draft.choose(options)


def _parted(node: Node, options: OptionReader) -> tuple[Node | None, str | None]:
    """Part a paragraph at a line that begins with `Answer:`, which takes the lines below it."""
    lines = options.lines(node)
    for place, line in enumerate(lines):
        if answer_line.behind(words(line.events)) is not None:
            said = answer_line.behind(words(joined(lines[place:]).events))
            return (joined(lines[:place]) if place else None), said
    return node, None


def _order(draft: ItemDraft, node: Node, options: OptionReader, findings: QuizFindings) -> None:
    steps = [Option(text=one.text, correct=True, feedback=one.feedback)
             for one in options.of_list(node)]  # fmt: skip
    _form(draft, item_forms.ordering(steps), node, findings)


def _match(draft: ItemDraft, node: Node, findings: QuizFindings) -> None:
    rows = [tuple(words(cell.events) for cell in children(row.events)) for row in _rows(node)]
    if any(len(row) != _COLUMNS for row in rows):
        draft.stem.append(words(node.events))
        message = "a table that is to be matched has two columns"
        findings.unclear(node.start, node.end, message, "Write a prompt and its answer in each row")
        draft.end = max(draft.end, node.end)
        return
    pairs = [(prompt, answer) for prompt, answer in rows if prompt]
    decoys = [answer for prompt, answer in rows if answer and not prompt]
    # What has no partner is told in the question, so that its author sees where it went.
    draft.stem.extend(prompt for prompt, answer in pairs if not answer)
    _form(draft, item_forms.matching(pairs, decoys), node, findings)


def _form(draft: ItemDraft, formed: Formed, node: Node, findings: QuizFindings) -> None:
    draft.formed = formed
    draft.end = max(draft.end, node.end)
    about = shown(draft.stem[0]) if draft.stem else "this question"
    for message, fix in formed.wrong:
        findings.unclear(node.start, node.end, f"in “{about}”, {message}", fix)


def _rows(table: Node) -> Iterator[Node]:
    """Yield the rows of a table below its head."""
    return (row for row in children(table.events) if row.tag == "TableRow")


def _report_bullets(draft: ItemDraft, node: Node, findings: QuizFindings) -> None:
    """Report a list below `Answer:` that says neither what is right nor in which order."""
    if draft.waits:
        message = "the list below `Answer:` is neither numbered nor ticked"
        fix = "Number the steps that are to be put in order, or tick what is right"
        findings.unclear(node.start, node.end, message, fix)


def _report_code(node: Node, findings: QuizFindings) -> None:
    """Report options that stand so far to the right that Markdown takes them for code."""
    if node.tag != _CODE or parted(node.detail)[0] != "Indented":
        return
    mark = mark_at(words(node.events))
    if mark is not None and mark.bulleted and mark.ticked is not None:
        findings.misplaced(
            node.start,
            node.end,
            "these options stand four blanks in, so they are shown as code and not asked",
            "Move them to the left, or below the question they belong to",
        )
