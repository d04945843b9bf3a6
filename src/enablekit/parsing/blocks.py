"""The blocks of a body: one walk over the parser's events gives their text and their HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from enablekit.encoding.html import DEEPEST, Renderer, figure
from enablekit.model.body import Block, Link
from enablekit.parsing import raw_html, shortcodes
from enablekit.parsing.diagnoses import DEEP_NESTING
from enablekit.parsing.inlines import InlineReader
from enablekit.parsing.running_text import (
    LINE_END,
    SPACE,
    line_runs,
    separate,
    settle,
    without,
    words,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from enablekit.model.audience import Audience
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
}
_INLINE = frozenset({"Emphasis", "Strong", "Strikethrough", "Link", "Image"})
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
        self._in_code = self._in_highlight = False
        self._html: raw_html.Lines = []
        self._cells: list[str] = []
        self._heading_first = 0
        self._begin("Paragraph")
        inline = self._inline
        self._leaves = inline.leaves | {"Rule": self._rule, "Html": self._html_line}
        self._openers: dict[str, Callable[[Any, int, int], None]] = {
            "Link": inline.open_link,
            "Image": inline.open_image,
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
        self._closers: dict[str, Callable[[Any, int, int], None]] = {
            "Link": inline.close_link,
            "Image": inline.close_image,
            "Heading": self._close_heading,
            "Item": self._close_item,
            "CodeBlock": self._close_code,
            "HtmlBlock": self._close_html,
            "TableHead": self._close_row,
            "TableRow": self._close_row,
            "TableCell": self._close_cell,
        }

    def read(self, events: Iterable[Event], *, base: int, audience: Audience | None) -> None:
        """
        Read the events of a part.

        Args:
            events: The events.
            base: The byte of the whole text at which the part starts.
            audience: Who may read the part.

        """
        self._inline.base = base
        self._audience = audience
        inline, write = self._inline, self._page.text
        for name, value, start, end in events:
            if name == "Text":
                write(value)
                if self._in_code:
                    inline.runs.extend(line_runs(value, start))
                else:
                    inline.runs.append((value, start, end))
            elif name == "Start":
                self._start(value, start, end)
            elif name == "End":
                self._end(value, start, end)
            else:
                self._leaves[name](value, start, end)

    def report(self) -> list[Finding]:
        """Return what is wrong with the parts read."""
        return [*self._deep, *self._inline.report()]

    def _start(self, value: Any, start: int, end: int) -> None:  # noqa: ANN401 - the parser's own
        tag, detail = (value, None) if isinstance(value, str) else next(iter(value.items()))
        if tag not in _INLINE:
            if self._depth == 0:
                self._begin(tag)
            else:
                separate(self._inline.runs)
        self._depth += 1
        if self._depth > DEEPEST and not self._deep:
            self._report_depth(start, end)
        opener = self._openers.get(tag)
        if opener is None:
            self._page.open(tag)
        else:
            opener(detail, start, end)

    def _end(self, value: Any, start: int, end: int) -> None:  # noqa: ANN401 - the parser's own
        tag = value if isinstance(value, str) else next(iter(value))
        self._depth -= 1
        closer = self._closers.get(tag)
        if closer is None:
            self._page.close()
        else:
            closer(value, start, end)
        if self._depth == 0:
            self._finish(start, end)

    # A block that stands by itself.

    def _begin(self, tag: str) -> None:
        self._kind = _KINDS.get(tag, "rule")
        self._inline.begin(SPACE if tag == "Table" else LINE_END)
        self._level = 0
        self._anchor = ""
        self._written_id: str | None = None
        self._ordered = False
        self._items: list[str] = []
        self._item_first = self._cell_first = 0

    def _finish(self, start: int, end: int) -> None:
        html = self._page.take()
        if self._kind == "html" and not html:
            return  # nothing but a comment
        runs = self._inline.runs
        if self._is_figure():
            runs = self._inline.alts
            html = self._figure(html)
        base = self._inline.base
        text, offsets = settle(runs, self._places, base)
        text = text.rstrip("\n")
        if self._in_highlight or shortcodes.may_hold(text):
            text, offsets = self._without_shortcodes(text, offsets, end + base)
        if self._kind == "paragraph" and (not text.strip() or shortcodes.is_module_code(text)):
            self._kind, text, offsets = "html", "", []
        places = self._places
        self.blocks.append(
            Block(
                kind=self._kind,
                text=text,
                html=html,
                span=places.span(start + base, places.trimmed(start + base, end + base)),
                audience=self._audience,
                level=self._level,
                anchor=self._anchor,
                ordered=self._ordered,
                items=tuple(self._items),
                links=self._links(base),
                offsets=tuple(offsets),
            )
        )

    def _links(self, base: int) -> tuple[Link, ...]:
        links = self._inline.links
        if not links:
            return ()
        span = self._places.span
        return tuple(
            Link(text=text, url=url, span=span(start + base, end + base))
            for text, url, start, end in links
        )

    def _is_figure(self) -> bool:
        """Tell whether a paragraph is nothing but images, and if so call it a figure."""
        if self._kind != "paragraph" or not self._inline.images:
            return False
        if any(run[0].strip() for run in self._inline.runs):
            return False
        self._kind = "figure"
        return True

    def _figure(self, html: str) -> str:
        one = self._inline.images == 1
        caption = self._inline.caption if one else ""
        if caption == words(self._inline.alts):
            caption = ""
        return figure(html.removeprefix("<p>").removesuffix("</p>"), caption)

    def _without_shortcodes(
        self, text: str, offsets: list[tuple[int, int, int]], end: int
    ) -> tuple[str, list[tuple[int, int, int]]]:
        """Take shortcodes out of a text; what stands inside a `highlight` is code."""
        if self._kind == "code":
            return text, offsets
        was_open = self._in_highlight
        cuts, is_open = shortcodes.cuts(text, in_code=was_open)
        self._in_highlight = is_open and shortcodes.closes_in(self._places.data, end)
        if is_open and not self._in_highlight:
            cuts = cuts[:-1]  # never closed: nothing to leave out
        if was_open and cuts == [(0, len(text))]:
            self._kind = "code"
            return text, offsets
        text, offsets = without(text, offsets, cuts)
        self._items = [shortcodes.strip(item) for item in self._items]
        if not text.strip() and self._kind != "heading":
            self._kind, text, offsets, self._items = "html", "", [], []
        return text, offsets

    def _report_depth(self, start: int, end: int) -> None:
        base = self._inline.base
        first = start + base
        span = self._places.span(first, self._places.trimmed(first, end + base))
        self._deep.append(
            DEEP_NESTING.at(
                span,
                f"more than {DEEPEST} levels inside each other; deeper ones are shown as plain text",
                fix="Take the inner levels out into a list or section of their own",
            )
        )

    # What blocks are made of.

    def _rule(self, _value: None, start: int, end: int) -> None:
        if self._depth == 0:
            self._begin("Rule")
        self._page.rule()
        if self._depth == 0:
            self._finish(start, end)

    def _open_heading(self, detail: dict[str, Any], _start: int, _end: int) -> None:
        self._heading_first = len(self._inline.runs)
        self._level = int(detail["level"][1])
        self._written_id = detail["id"]
        self._page.open_heading()

    def _close_heading(self, value: dict[str, str], _start: int, _end: int) -> None:
        level = int(value["Heading"][1])
        text = shortcodes.strip(words(self._inline.runs, self._heading_first))
        anchor = self._anchors.of_heading(self._written_id, text)
        self._page.close_heading(level, anchor)
        if self._depth == 0:
            self._anchor = anchor
        else:
            self._level = 0

    def _open_list(self, first: int | None, _start: int, _end: int) -> None:
        self._page.open_list(first)
        if self._depth == 1:
            self._ordered = first is not None

    def _open_item(self, _detail: None, _start: int, _end: int) -> None:
        self._page.open("Item")
        if self._depth == _OF_ITEM:
            self._item_first = len(self._inline.runs)

    def _close_item(self, _value: str, _start: int, _end: int) -> None:
        self._page.close()
        if self._depth == 1 and self._kind == "list":
            self._items.append(words(self._inline.runs, self._item_first))

    def _open_quote(self, alert: str | None, _start: int, _end: int) -> None:
        self._page.open_quote(alert)
        if alert is not None and self._depth == 1:
            self._kind = "paragraph"  # the asset speaks for itself; nobody is quoted

    def _open_code(self, detail: Any, _start: int, _end: int) -> None:  # noqa: ANN401 - the parser's own
        self._page.open_code("" if isinstance(detail, str) else detail["Fenced"])
        self._in_code = True

    def _close_code(self, _value: str, _start: int, _end: int) -> None:
        self._page.close()
        self._in_code = False

    def _open_html(self, _detail: None, _start: int, _end: int) -> None:
        self._html = []

    def _html_line(self, line: str, start: int, _end: int) -> None:
        self._html.append((line, start))

    def _close_html(self, _value: str, start: int, end: int) -> None:
        markup = "".join([line for line, _ in self._html])
        shown = raw_html.without_comments(markup).strip()
        if shown:
            self._page.raw(shown)
            self._inline.count_tags(raw_html.count_tags(markup), start, end)
            self._inline.runs.extend(raw_html.runs_of(self._html))

    def _open_table(self, alignments: tuple[str, ...], _start: int, _end: int) -> None:
        self._page.open_table(alignments)

    def _open_head(self, _detail: None, _start: int, _end: int) -> None:
        self._cells = []
        self._page.open_row(heads=True)

    def _open_row(self, _detail: None, _start: int, _end: int) -> None:
        self._cells = []
        self._page.open_row(heads=False)

    def _close_row(self, _value: str, _start: int, _end: int) -> None:
        self._page.close()
        if self._kind == "table":
            self._items.append("\t".join(self._cells))

    def _open_cell(self, _detail: None, _start: int, _end: int) -> None:
        self._cell_first = len(self._inline.runs)
        self._page.open_cell()

    def _close_cell(self, _value: str, _start: int, _end: int) -> None:
        self._page.close()
        self._cells.append(words(self._inline.runs, self._cell_first))

    def _open_footnote(self, label: str, _start: int, _end: int) -> None:
        self._page.open_footnote(label)
