"""The text of an asset, cut into blocks and sections that know their lines."""

from __future__ import annotations

from dataclasses import dataclass

from enablekit.model.audience import Audience
from enablekit.model.span import Span
from enablekit.model.travelling import Travelling


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link or an image in running text."""

    text: str
    url: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """
    One block of a body: a heading, a paragraph, a list, a quotation, a table, a figure, code.

    Attributes:
        kind: `heading`, `paragraph`, `list`, `quote`, `table`, `figure`, `code`, `html` or `rule`.
        text: Its words without markup; list items and table cells are separated by line ends.
        html: The block made safe for a page.
        span: Its lines in the file.
        audience: Who may read it; None means whoever may read the asset.
        level: 1 to 6 for a heading, else 0.
        anchor: The id of a heading, else empty.
        ordered: Whether a list is numbered.
        items: The items of a list, or the cells of a table row by row joined with tabs.
        links: The links in it.
        offsets: For each run of `text`, where the run starts in `text` and where that stands in
            the file: (offset, line, column). Ascending; the last entry before an offset places it.

    """

    kind: str
    text: str
    html: str
    span: Span
    audience: Audience | None = None
    level: int = 0
    anchor: str = ""
    ordered: bool = False
    items: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    offsets: tuple[tuple[int, int, int], ...] = ()

    @property
    def is_marked(self) -> bool:
        """Whether it is marked for an audience of its own."""
        return self.audience is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """
    A heading and what follows it up to the next heading.

    Attributes:
        title: The heading's words; empty for text before the first heading.
        anchor: The heading's id, unique in the asset; empty for text before the first heading.
        level: 1 to 6; 0 for text before the first heading.
        span: From the heading to the last line before the next.
        words: How many words it has; characters of a script without blanks between words.
        audience: Who may read it, when the whole section is marked.

    """

    title: str
    anchor: str
    level: int
    span: Span
    words: int
    audience: Audience | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenNote:
    """
    Presenter notes found in the body, in any of the dialects people already have.

    Attributes:
        text: The words, as Markdown source with line ends.
        span: Where they stand.
        slide: The 0-based number of the slide or, without slides, of the section they belong to.

    """

    text: str
    span: Span
    slide: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Slide:
    """
    One slide of a deck.

    Attributes:
        title: Its first heading, else its first words; empty when it has none.
        anchor: The id of that heading, else one made from the slide's number.
        text: Its words below the title; on a slide that is not marked as a whole, without what is.
        span: Its lines.
        audience: Who may read it, when everything on it is marked.

    """

    title: str
    anchor: str
    text: str
    span: Span
    audience: Audience | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Body(Travelling):
    """
    The whole text of an asset.

    Attributes:
        blocks: Every block in order, quiz and notes left out.
        sections: The sections in order.
        slides: The slides, when the asset is a deck; else empty.
        notes: Presenter notes written in the body.
        words: Words a reader reads; characters of a script that has no blanks between words.
        minutes: Reading time in minutes at the pace of its language, at least 1 if any.

    """

    blocks: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()
    slides: tuple[Slide, ...] = ()
    notes: tuple[SpokenNote, ...] = ()
    words: int = 0
    minutes: int = 0
