"""The blocks of a body: one walk over the parser's events gives their text and their HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from enablekit.encoding.html import DEEPEST, Renderer
from enablekit.parsing import raw_html, shortcodes
from enablekit.parsing.diagnoses import DEEP_NESTING
from enablekit.parsing.inlines import InlineReader
from enablekit.parsing.open_block import OpenBlock
from enablekit.parsing.running_text import LINE_END, SPACE, line_runs, separate, words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from pyromark.event import Range

    from enablekit.model.audience import Audience
    from enablekit.model.body import Block
    from enablekit.model.finding import Finding
    from enablekit.parsing.anchors import Anchors
    from enablekit.parsing.markdown import Event
    from enablekit.parsing.places import Places

_KINDS = {
    "Paragraph": "paragraph",
    "Heading": "heading",
    "List": "list",
    "BlockQuote": "quote",
    "Table": "table",
    "CodeBlock": "code",
    "HtmlBlock": "html",
    "FootnoteDefinition": "paragraph",
    "Rule": "rule",
}
_OF_ITEM = 2  # how deep the items stand of a list that is a block of its own


class BlockReader:
    """
    Turn events into blocks.

    The reader is fed one part of a body after the other, because ids, footnotes and tags are
    counted through the whole asset.

    Attributes:
        blocks: The blocks read so far.

    """

    def __init__(self, places: Places, anchors: Anchors) -> None:
        self.blocks: list[Block] = []
        self._places = places
        self._anchors = anchors
        self._page = Renderer()
        self._inline = InlineReader(places, self._page)
        self._deep: list[Finding] = []
        self._audience: Audience | None = None
        self._depth = 0
        self._in_code = False
        self._highlight = shortcodes.Highlight(places.data)
        self._html: raw_html.Lines = []
        self._cells: list[str] = []
        self._heading = ("", 0, 0)
        self._block = OpenBlock("paragraph")
        self._item_first = self._cell_first = 0

    def read(self, events: Iterable[Event], *, base: int, audience: Audience | None) -> None:
        """
        Read the events of a part.

        Args:
            events: The events; they are used up.
            base: The byte of the whole text at which the part starts.
            audience: Who may read the part.

        """
        self._inline.base = base
        self._audience = audience
        inline, write = self._inline, self._page.text
        # Not kept, lest the reader be a circle of references that holds what it has read.
        leaves = inline.leaves() | {"Rule": self._rule, "Html": self._html_line}
        openers = inline.openers() | self._block_openers()
        closers = inline.closers() | self._block_closers()
        for event, where in events:
            if isinstance(event, str):
                leaves[event](None, where)
                continue
            name, value = event.popitem()  # the fastest way into a dictionary with one key
            if name == "Text":
                write(value)
                if self._in_code:
                    inline.runs.extend(line_runs(value, where["start"]))
                else:
                    inline.runs.append((value, where["start"], where["end"]))
            elif name == "Start":
                if isinstance(value, str):
                    openers[value](None, where)
                else:
                    tag, detail = value.popitem()
                    openers[tag](detail, where)
            elif name == "End":
                closers[value if isinstance(value, str) else next(iter(value))](where)
            else:
                leaves[name](value, where)

    def report(self) -> list[Finding]:
        """Return what is wrong with the parts read."""
        return [*self._deep, *self._inline.report()]

    # A block that stands by itself.

    def _enter(self, tag: str, where: Range) -> None:
        """Go into something that stands by itself or inside another block."""
        if self._depth == 0:
            self._block = OpenBlock(_KINDS[tag])
            self._inline.begin(SPACE if tag == "Table" else LINE_END)
        else:
            separate(self._inline.runs)
        self._depth += 1
        if self._depth > DEEPEST and not self._deep:
            self._report_depth(where)

    def _leave(self, where: Range) -> None:
        self._depth -= 1
        if self._depth == 0:
            self._finish(where)

    def _finish(self, where: Range) -> None:
        html = self._page.take()
        if self._block.kind == "html" and not html:
            return  # nothing but a comment
        block = self._block.finished(
            html, where, self._inline, self._places, self._highlight, self._audience
        )
        self.blocks.append(block)

    def _report_depth(self, where: Range) -> None:
        start, end = where["start"] + self._inline.base, where["end"] + self._inline.base
        span = self._places.span(start, self._places.trimmed(start, end))
        message = f"more than {DEEPEST} levels inside each other; the rest is shown without them"
        fix = "Take the inner levels out into a list or a section of their own"
        self._deep.append(DEEP_NESTING.at(span, message, fix=fix))

    # What blocks are made of.

    def _block_openers(self) -> dict[str, Callable[[Any, Range], None]]:
        return {
            "Paragraph": self._open_paragraph,
            "Heading": self._open_heading,
            "List": self._open_list,
            "Item": self._open_item,
            "BlockQuote": self._open_quote,
            "CodeBlock": self._open_code,
            "HtmlBlock": self._open_html,
            "Table": self._open_table,
            "TableHead": self._open_head,
            "TableRow": self._open_row,
            "TableCell": self._open_cell,
            "FootnoteDefinition": self._open_footnote,
        }

    def _block_closers(self) -> dict[str, Callable[[Range], None]]:
        return {
            "Paragraph": self._close,
            "Heading": self._close_heading,
            "List": self._close,
            "Item": self._close_item,
            "BlockQuote": self._close,
            "CodeBlock": self._close_code,
            "HtmlBlock": self._close_html,
            "Table": self._close,
            "TableHead": self._close_row,
            "TableRow": self._close_row,
            "TableCell": self._close_cell,
            "FootnoteDefinition": self._close,
        }

    def _close(self, where: Range) -> None:
        self._page.close()
        self._leave(where)

    def _open_paragraph(self, _detail: None, where: Range) -> None:
        self._enter("Paragraph", where)
        self._page.open("Paragraph")

    def _rule(self, _value: None, where: Range) -> None:
        self._enter("Rule", where)
        self._page.rule()
        self._leave(where)

    def _open_heading(self, detail: dict[str, Any], where: Range) -> None:
        self._enter("Heading", where)
        self._heading = (detail["id"] or "", int(detail["level"][1]), len(self._inline.runs))
        self._page.open_heading()

    def _close_heading(self, where: Range) -> None:
        written, level, first = self._heading
        text = shortcodes.strip(words(self._inline.runs, first))
        anchor = self._anchors.of_heading(written, text)
        self._page.close_heading(level, anchor)
        if self._depth == 1:
            self._block.level, self._block.anchor = level, anchor
        self._leave(where)

    def _open_list(self, first: int | None, where: Range) -> None:
        self._enter("List", where)
        self._page.open_list(first)
        if self._depth == 1:
            self._block.ordered = first is not None

    def _open_item(self, _detail: None, where: Range) -> None:
        self._enter("List", where)
        self._page.open("Item")
        if self._depth == _OF_ITEM:
            self._item_first = len(self._inline.runs)

    def _close_item(self, where: Range) -> None:
        self._page.close()
        if self._depth == _OF_ITEM and self._block.kind == "list":
            self._block.items.append(words(self._inline.runs, self._item_first))
        self._leave(where)

    def _open_quote(self, alert: str | None, where: Range) -> None:
        self._enter("BlockQuote", where)
        self._page.open_quote(alert)
        if alert is not None and self._depth == 1:
            self._block.kind = "paragraph"  # the asset speaks for itself; nobody is quoted

    def _open_code(self, detail: Any, where: Range) -> None:  # noqa: ANN401 - a str or a dict
        self._enter("CodeBlock", where)
        self._page.open_code("" if isinstance(detail, str) else detail["Fenced"])
        self._in_code = True

    def _close_code(self, where: Range) -> None:
        self._in_code = False
        self._close(where)

    def _open_html(self, _detail: None, where: Range) -> None:
        self._enter("HtmlBlock", where)
        self._html = []

    def _html_line(self, line: str, where: Range) -> None:
        self._html.append((line, where["start"]))

    def _close_html(self, where: Range) -> None:
        shown = raw_html.without_comments("".join([line for line, _ in self._html])).strip()
        if shown:
            self._page.raw(shown)
            self._inline.count_tags(raw_html.count_tags(shown), where)
            self._inline.runs.extend(raw_html.runs_of(self._html))
        self._leave(where)

    def _open_table(self, alignments: tuple[str, ...], where: Range) -> None:
        self._enter("Table", where)
        self._page.open_table(alignments)

    def _open_head(self, _detail: None, where: Range) -> None:
        self._enter("Table", where)
        self._cells = []
        self._page.open_row(heads=True)

    def _open_row(self, _detail: None, where: Range) -> None:
        self._enter("Table", where)
        self._cells = []
        self._page.open_row(heads=False)

    def _close_row(self, where: Range) -> None:
        self._page.close()
        if self._block.kind == "table":
            self._block.items.append("\t".join(self._cells))
        self._leave(where)

    def _open_cell(self, _detail: None, where: Range) -> None:
        self._enter("Table", where)
        self._cell_first = len(self._inline.runs)
        self._page.open_cell()

    def _close_cell(self, where: Range) -> None:
        self._page.close()
        self._cells.append(words(self._inline.runs, self._cell_first))
        self._leave(where)

    def _open_footnote(self, label: str, where: Range) -> None:
        self._enter("FootnoteDefinition", where)
        self._page.open_footnote(label)
