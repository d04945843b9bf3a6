"""A block while it is being read, and what becomes of it at its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.encoding.html import figure
from enablekit.model.body import Block, Link
from enablekit.parsing import shortcodes
from enablekit.parsing.running_text import settle, without

if TYPE_CHECKING:
    from pyromark.event import Range

    from enablekit.model.audience import Audience
    from enablekit.parsing.inlines import InlineReader
    from enablekit.parsing.places import Places
    from enablekit.parsing.running_text import Offsets


class OpenBlock:
    """
    A block that is not finished; its attributes are those of `Block`.

    Args:
        kind: What it is by its markup. What it turns out to hold may make it something else.

    """

    __slots__ = ("anchor", "items", "kind", "level", "offsets", "ordered", "text")

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self.level = 0
        self.anchor = ""
        self.ordered = False
        self.items: list[str] = []
        self.text = ""
        self.offsets: Offsets = []

    def finished(
        self,
        html: str,
        where: Range,
        inline: InlineReader,
        places: Places,
        highlight: shortcodes.Highlight,
        audience: Audience | None,
    ) -> Block:
        """
        Return the block.

        Args:
            html: Its HTML.
            where: Its bytes, counted from the base of `inline`.
            inline: What stands in its lines.
            places: Where bytes stand.
            highlight: Whether code of another site generator is open; it may change.
            audience: Who may read it.

        """
        start, end = where["start"] + inline.base, where["end"] + inline.base
        if inline.images and self.kind == "paragraph" and inline.has_only_images():
            self.kind = "figure"
            html = figure(html.removeprefix("<p>").removesuffix("</p>"), inline.figure_caption())
            inline.runs = inline.alts
        self._settle(inline, places, highlight, end)
        return Block(
            kind=self.kind,
            text=self.text,
            html=html,
            span=places.span(start, places.trimmed(start, end)),
            audience=audience,
            level=self.level,
            anchor=self.anchor,
            ordered=self.ordered,
            items=tuple(self.items),
            links=_links(inline, places) if inline.links else (),
            offsets=tuple(self.offsets),
        )

    def _settle(
        self, inline: InlineReader, places: Places, highlight: shortcodes.Highlight, end: int
    ) -> None:
        """Work out the text and where it stands."""
        text, self.offsets = settle(inline.runs, places, inline.base)
        self.text = text.rstrip("\n")
        if highlight.may_be:
            self._drop_shortcodes(highlight, end)
        if self.kind == "paragraph" and self._is_residue():
            self._empty()

    def _drop_shortcodes(self, highlight: shortcodes.Highlight, end: int) -> None:
        """Take shortcodes out of the text; a block inside a `highlight` is code."""
        if self.kind == "code":
            return
        cuts, is_inside = highlight.cuts(self.text, end)
        if is_inside:
            self.kind = "code"
        elif cuts:
            self.text, self.offsets = without(self.text, self.offsets, cuts)
            self.items = [shortcodes.strip(item) for item in self.items]
            if self.kind != "heading" and not self.text.strip():
                self._empty()

    def _is_residue(self) -> bool:
        return not self.text.strip() or shortcodes.is_module_code(self.text)

    def _empty(self) -> None:
        """Make it a block that nobody can quote."""
        self.kind, self.text, self.offsets, self.items = "html", "", [], []


def _links(inline: InlineReader, places: Places) -> tuple[Link, ...]:
    base, span = inline.base, places.span
    return tuple(
        [
            Link(text=text, url=url, span=span(start + base, end + base))
            for text, url, start, end in inline.links
        ]
    )
