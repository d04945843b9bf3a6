"""What stands on a slide as lines, tables and pictures, from the blocks of an asset."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from enablekit.packing.block_tree import Element, tree
from enablekit.packing.picture_words import alt_of, in_sentences, web_of, without_settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from enablekit.model.body import Block
    from enablekit.model.picture import Picture

_WEB = ("http://", "https://", "mailto:")
_HEADINGS = frozenset(f"h{level}" for level in range(1, 7))
_HELD = _HEADINGS | {"p", "ul", "ol", "blockquote", "pre", "table", "figure", "div", "hr"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Words that look alike; `link` is the address they lead to."""

    text: str
    strong: bool = False
    emphasis: bool = False
    code: bool = False
    link: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """
    A paragraph on a slide.

    Attributes:
        runs: Its words.
        level: How deep it stands in a list, from 0.
        mark: `bullet` or `number` before its words; empty for none.
        first: The number a numbered list starts with.
        manner: `plain`, `heading`, `quote`, `speaker` for who said it, `code`, `end of code`, or
            `source` for where figures come from.

    """

    runs: tuple[Run, ...]
    level: int = 0
    mark: str = ""
    first: int = 1
    manner: str = "plain"

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(one.text for one in self.runs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table: its rows of cells, how columns are aligned, and whether the first row is heads."""

    rows: tuple[tuple[tuple[Run, ...], ...], ...]
    aligned: tuple[str, ...]
    headed: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A picture: what it shows in words, nothing for an ornament, and what stands below it."""

    picture: Picture
    alt: str
    caption: str = ""


Piece = Line | Grid | Shown


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """Where in a list or a quotation the words stand."""

    lists: int = 0
    mark: str = ""
    first: int = 1
    manner: str = "plain"

    @property
    def level(self) -> int:
        return max(0, self.lists - 1)


def pieces(
    blocks: Iterable[Block], figure: str, picture: Callable[[str], Picture | None]
) -> tuple[Piece, ...]:
    """
    Return what blocks put on a slide.

    Args:
        blocks: The blocks.
        figure: What a picture is called in the language of the site, where it stands as words.
        picture: Finds the picture at an address, if it can be shown.

    """
    writer = _Pieces(figure, picture)
    return tuple(one for block in blocks for one in writer.of(tree(block), _Place()))


class _Pieces:
    """Turns elements into lines, tables and pictures."""

    def __init__(self, figure: str, picture: Callable[[str], Picture | None]) -> None:
        self._figure = figure[:1].upper() + figure[1:]
        self._find = picture

    def of(self, nodes: Iterable[Element | str], place: _Place) -> Iterator[Piece]:
        """Yield what nodes hold; words between elements are paragraphs."""
        words: list[Element | str] = []
        for node in [*nodes, Element(tag="hr")]:
            if isinstance(node, str) or node.tag not in _HELD:
                words.append(node)
                continue
            for line in self._lines(words, place):
                yield line
                place = replace(place, mark="")  # only the first line of an item has its mark
            words = []
            for piece in self._element(node, place):
                yield piece
                if node.tag == "p":
                    place = replace(place, mark="")

    def _element(self, node: Element, place: _Place) -> Iterator[Piece]:
        match node.tag:
            case "ul" | "ol":
                yield from self._list(node, place)
            case "blockquote":
                yield from self.of(node.children, replace(place, manner="quote"))
            case "pre":
                yield from _code(node, place)
            case "table":
                yield self._table(node)
            case "figure":
                yield from self._pictures(node, place)
            case "div":
                manner = "source" if "footnote" in node.classes() else place.manner
                yield from self.of(node.children, replace(place, manner=manner))
            case "hr":
                pass
            case _:
                manner = "heading" if node.tag in _HEADINGS else place.manner
                yield from self._lines(node.children, replace(place, manner=manner))

    def _list(self, node: Element, place: _Place) -> Iterator[Piece]:
        mark = "bullet" if node.tag == "ul" else "number"
        first = int(node.attributes.get("start", "1"))
        inside = replace(place, lists=place.lists + 1, mark=mark, first=first)
        for item in node.children:
            if isinstance(item, Element):
                yield from self.of(item.children, inside)

    def _pictures(self, node: Element, place: _Place) -> Iterator[Piece]:
        """Yield the pictures of a figure; one alone keeps the words below it with it."""
        images = node.all("img")
        caption = " ".join(one.text for one in node.all("figcaption"))
        for image in images:
            shown = self._shown(image)
            if shown is None:
                yield Line(runs=(self._named(image),), level=place.level, manner=place.manner)
            elif len(images) == 1:
                shown, caption = replace(shown, caption=caption), ""
            if shown is not None:
                yield shown
        if caption:
            yield Line(runs=(Run(text=caption),), level=place.level, manner="source")

    def _shown(self, node: Element) -> Shown | None:
        """Return a picture that can be shown."""
        picture = self._find(node.attributes.get("src", ""))
        return None if picture is None else Shown(picture=picture, alt=alt_of(node))

    def _named(self, node: Element) -> Run:
        """Return the words for a picture that cannot be shown, and the way to one on the web."""
        alt = alt_of(node)
        words = f"[{self._figure}: {alt}]" if alt else f"[{self._figure}]"
        return Run(text=words, emphasis=True, link=web_of(node))

    def _lines(self, nodes: Iterable[Element | str], place: _Place) -> Iterator[Line | Shown]:
        """Yield a paragraph as lines, then its pictures; a lone link names a source."""
        held = without_settings(nodes)
        said = in_sentences(held, self._stands_apart)
        for runs in _parted(tuple(self._runs(said, Run(text=""), apart=True))):
            linked = len({one.link for one in runs}) == 1 and bool(runs[0].link)
            manner = "source" if linked and not place.mark else place.manner
            if manner == "quote" and runs[0].text.startswith(("—", "–")):
                manner = "speaker"
            yield Line(
                runs=runs, level=place.level, mark=place.mark, first=place.first, manner=manner
            )
            place = replace(place, mark="")
        images = Element(tag="p", children=held).all("img")
        yield from (shown for one in images if (shown := self._shown(one)))

    def _runs(
        self, nodes: Iterable[Element | str], like: Run, *, apart: bool = False
    ) -> Iterator[Run]:
        """Yield words; where pictures stand apart from them, only those that cannot be shown."""
        gone = False  # whether what stood right before now stands apart
        for node in nodes:
            after, gone = gone, apart and not isinstance(node, str) and self._stands_apart(node)
            if isinstance(node, str):
                words = node.lstrip() if after else node
                yield replace(like, text=words.replace("\n", " "))
            elif node.tag == "br":
                yield replace(like, text="\n")
            elif node.tag == "img":
                if not gone:
                    yield self._named(node)
            else:
                yield from self._runs(node.children, _styled(node, like), apart=apart)

    def _stands_apart(self, node: Element) -> bool:
        return node.tag == "img" and self._shown(node) is not None

    def _table(self, node: Element) -> Grid:
        rows = tuple(
            tuple(
                _trimmed(tuple(self._runs(cell.children, Run(text=""))))
                for cell in row.children
                if isinstance(cell, Element)
            )
            for row in node.all("tr")
        )
        heads = node.all("th")
        headed = any(rows[0]) or len(rows) == 1  # in Markdown a table without heads has empty ones
        return Grid(
            rows=rows if headed else rows[1:],
            aligned=tuple("".join(head.classes()[:1]) for head in heads),
            headed=headed,
        )


def _code(node: Element, place: _Place) -> Iterator[Line]:
    """Yield the lines of code; the last one has a gap below it."""
    *lines, last = node.text.removesuffix("\n").split("\n")
    for line in lines:
        yield Line(runs=(Run(text=line, code=True),), level=place.level, manner="code")
    yield Line(runs=(Run(text=last, code=True),), level=place.level, manner="end of code")


def _styled(node: Element, like: Run) -> Run:
    match node.tag:
        case "strong" | "th":
            return replace(like, strong=True)
        case "em":
            return replace(like, emphasis=True)
        case "code":
            return replace(like, code=True)
        case "a":
            url = node.attributes.get("href", "")
            return replace(like, link=url if url.startswith(_WEB) else "")
        case _:
            return like


def _parted(runs: tuple[Run, ...]) -> Iterator[tuple[Run, ...]]:
    """Yield the runs line by line, without blanks around them and without empty lines."""
    line: list[Run] = []
    for run in [*runs, Run(text="\n")]:
        if run.text != "\n":
            line.append(run)
            continue
        trimmed = _trimmed(tuple(line))
        if trimmed:
            yield trimmed
        line = []


def _trimmed(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    full = [one for one in runs if one.text]
    if full:
        full[0] = replace(full[0], text=full[0].text.lstrip(" \t\n"))
        full[-1] = replace(full[-1], text=full[-1].text.rstrip(" \t\n"))
    return tuple(one for one in full if one.text)
