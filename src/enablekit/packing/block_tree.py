"""The safe HTML of a block as a tree, from which other forms of it are made."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from enablekit.model.body import Block

_EMPTY = frozenset({"br", "hr", "img"})
# Tags of the source stand in the HTML as words. Readers never read them, so they may go.
_TAG = re.compile(r"</?[A-Za-z][^<>]*>|<!\[CDATA\[.*?\]\]>|<\?.*?\?>|<![A-Za-z][^<>]*>", re.DOTALL)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_TASK = re.compile("[☐☑]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """An element of HTML: its name, its attributes, and what stands in it."""

    tag: str
    attributes: Mapping[str, str] = field(default_factory=dict)
    children: tuple[Element | str, ...] = ()

    @property
    def text(self) -> str:
        """All words in it, as they stand."""
        return "".join(one if isinstance(one, str) else one.text for one in self.children)

    def classes(self) -> tuple[str, ...]:
        """Return its classes."""
        return tuple(self.attributes.get("class", "").split())

    def all(self, tag: str) -> tuple[Element, ...]:
        """Return every element of that name in it, in order."""
        found: list[Element] = []
        for one in self.children:
            if isinstance(one, Element):
                found += [one] if one.tag == tag else one.all(tag)
        return tuple(found)


def tree(block: Block) -> tuple[Element | str, ...]:
    """
    Return the elements of a block.

    A block of raw HTML is the words that people would have read of it; a raw tag inside a line
    is left out where the words of the block do without it, and `<br>` ends a line.
    """
    if block.kind == "html":
        lines = [line for line in block.text.split("\n") if line.strip()]
        broken = [part for line in lines for part in (Element(tag="br"), line)]
        return (Element(tag="p", children=tuple(broken[1:])),)
    parsed = _parsed(block.html)
    if block.kind == "code" or _solid(parsed.text) == _solid(block.text):
        return parsed.children
    bare = _mapped(parsed, _without_tags)
    return bare.children if _solid(bare.text) == _solid(block.text) else parsed.children


def _solid(text: str) -> str:
    return "".join(_TASK.sub("", text).split())


def _without_tags(words: str) -> tuple[Element | str, ...]:
    parts: list[Element | str] = []
    for number, part in enumerate(_BREAK.split(words)):
        if number:
            parts.append(Element(tag="br"))
        parts.append(_TAG.sub("", part))
    return tuple(parts)


def _mapped(element: Element, change: Callable[[str], tuple[Element | str, ...]]) -> Element:
    children: list[Element | str] = []
    for one in element.children:
        if isinstance(one, str):
            children += change(one)
        else:
            children.append(_mapped(one, change))
    return replace(element, children=tuple(children))


def _parsed(html: str) -> Element:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.whole()


class _Reader(HTMLParser):
    """Builds the tree; what it reads is our own HTML, in which every element is closed."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._open: list[tuple[str, dict[str, str], list[Element | str]]] = [("", {}, [])]

    def whole(self) -> Element:
        while len(self._open) > 1:
            self._close()
        return Element(tag="", children=tuple(self._open[0][2]))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        if tag in _EMPTY:
            self._open[-1][2].append(Element(tag=tag, attributes=attributes))
        else:
            self._open.append((tag, attributes, []))

    def handle_endtag(self, tag: str) -> None:
        if len(self._open) > 1 and self._open[-1][0] == tag:
            self._close()

    def handle_data(self, data: str) -> None:
        self._open[-1][2].append(data)

    def _close(self) -> None:
        tag, attributes, children = self._open.pop()
        self._open[-1][2].append(Element(tag=tag, attributes=attributes, children=tuple(children)))
