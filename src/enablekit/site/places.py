"""Leads from words drawn from an asset to the lines they came from."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import quote

from enablekit.model.span import Span
from enablekit.site.links import fragment, web_address
from enablekit.site.markup import Linked

if TYPE_CHECKING:
    from collections.abc import Mapping

    from enablekit.encoding.wording import Wording
    from enablekit.model.asset import Asset
    from enablekit.model.guidance_entries import GuidanceEntry

_RANGE = re.compile(r"(\d{1,7})(?:-(\d{1,7}))?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """
    The places in one asset that a page can lead to.

    Attributes:
        path: The asset's file.
        wording: What the site says.
        read: The relative address of the page with the asset's text.
        source: The address of the asset's source file, or empty.
        starts: The first lines of the asset's blocks, ascending.
        ends: The last line of the block that starts at the same position in `starts`.
        sections: The title of each section, by its anchor.

    """

    path: str
    wording: Wording
    read: str
    source: str = ""
    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()
    sections: Mapping[str, str] = field(default_factory=dict)

    def lines(self, span: Span) -> Linked:
        """Return `line 12–14` in words, linked to the block that holds the first of them."""
        # A build for a wider audience has no file names: what it shows is of the asset itself.
        if self.path and span.path != self.path:
            file = span.path.rpartition("/")[2]
            return Linked(self.wording.say("{lines} of {file}", lines=self._named(span), file=file))
        block = bisect_right(self.starts, span.line) - 1
        if block >= 0 and span.line <= self.ends[block]:
            return Linked(self._named(span), f"{self.read}#L{self.starts[block]}")
        return Linked(self._named(span), f"{self.source}#L{span.line}" if self.source else "")

    def _named(self, span: Span) -> str:
        if span.end_line == span.line:
            return self.wording.say("line {line}", line=span.line)
        return self.wording.say("lines {first}–{last}", first=span.line, last=span.end_line)

    def drawn_from(self, entry: GuidanceEntry) -> Linked:
        """Return the lines a draft was drawn from, else the lines where it waits."""
        found = _RANGE.fullmatch(entry.lines)
        if found is None:
            return self.lines(entry.span)
        first, last = int(found[1]), int(found[2] or found[1])
        return self.lines(Span(path=self.path, line=first, end_line=last))

    def section(self, anchor: str) -> str:
        """Return the address of a section of the asset, or nothing if there is no such section."""
        return self.read + fragment(anchor) if anchor in self.sections else ""

    def named(self, reference: str) -> Linked:
        """Return what an author pointed at: a heading, an address, or a page or time in words."""
        if reference.startswith("#"):
            anchor = reference[1:]
            return Linked(self.sections.get(anchor) or reference, self.section(anchor))
        address = web_address(reference)
        return Linked(_without_scheme(address) if address else reference, address)


def places_of(asset: Asset, *, read: str, source: str, wording: Wording) -> Places:
    """
    Return the places of an asset.

    Args:
        asset: The asset.
        read: The address of the page with its text, seen from the page that will show the places.
        source: The address of the sources, ending with `/`, or empty.
        wording: What the site says.

    """
    first_at: dict[int, int] = {}
    for block in asset.body.blocks:
        last = max(first_at.get(block.span.line, 0), block.span.end_line)
        first_at[block.span.line] = last
    blocks = sorted(first_at.items())
    return Places(
        path=asset.path,
        wording=wording,
        read=read,
        source=source + quote(asset.path) if source else "",
        starts=tuple(line for line, _ in blocks),
        ends=tuple(last for _, last in blocks),
        sections={section.anchor: section.title for section in asset.body.sections},
    )


def _without_scheme(address: str) -> str:
    """Return an address as people read it: no `https://`, no slash at the end."""
    return address.partition("://")[2].rstrip("/") or address.partition(":")[2]
