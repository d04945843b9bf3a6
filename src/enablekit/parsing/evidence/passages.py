"""A body as it is read: its blocks in their sections, cut into sentences that know their place."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from enablekit.model.evidence import Drawn
from enablekit.model.span import Span
from enablekit.parsing.evidence.quotation_marks import has_marks, quoted_stretches
from enablekit.parsing.evidence.sentences import split
from enablekit.parsing.evidence.terms import forms, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.model.body import Block, Body, Link

_MARKUP = len("**[")  # what may stand before the first word of a sentence that opens with a link
_LINKED_SHARE = 0.6  # of a block's characters, beyond which it is a list of links


# A named tuple, not a dataclass: a body makes dozens, and a frozen dataclass costs three times as
# much to make.
class Passage(NamedTuple):
    """
    A block in its section.

    Attributes:
        path: The file.
        block: The block.
        section: The number of the section, 0 before the first heading.
        anchor: The id of the section's heading; empty before the first, and where the heading is
            for fewer readers than the block.
        heading: The words of the section's heading; empty under the same conditions.
        subject: Words of the heading above, when the section's own heading occurs more than once
            in the body (`Pricing` under each product): a statement that names none of them
            could be about any of several things.
        is_links: Whether the block is mostly link texts, such as a table of contents.
        stretches: Where the sentences of a paragraph or a list start and end in its text.
        order: How many sentences stand before the first of these in the section.
        quoted: Where its text stands in quotation marks, perhaps since an earlier block.

    """

    path: str
    block: Block
    section: int
    anchor: str
    heading: str
    subject: frozenset[str]
    is_links: bool
    stretches: list[tuple[int, int]]
    order: int
    quoted: list[tuple[int, int]]

    def sentences(self) -> Iterator[Sentence]:
        """Yield the sentences of the block."""
        text = self.block.text
        order = self.order
        for start, end in self.stretches:
            yield Sentence(self, text[start:end], start, end, order)
            order += 1

    def span(self, start: int, end: int) -> Span:
        """Return where the characters from `start` to `end` of the block's text stand."""
        line, column = place(self.block, start)
        end_line, end_column = place(self.block, max(start, end - 1))
        return Span(
            path=self.path,
            line=line,
            column=column,
            end_line=end_line,
            end_column=end_column + 1,
        )

    def links(self, start: int, end: int) -> tuple[Link, ...]:
        """Return the links that start between two characters of the block's text."""
        if not self.block.links:
            return ()
        span = self.span(start, end)
        first = (span.line, max(1, span.column - _MARKUP))
        last = (span.end_line, span.end_column)
        found = self.block.links
        return found[bisect_left(found, first, key=_where) : bisect_left(found, last, key=_where)]

    def drawn(self, start: int, end: int) -> Drawn:
        """Return the characters from `start` to `end` as evidence."""
        return Drawn(
            text=" ".join(self.block.text[start:end].split()),
            span=self.span(start, end),
            anchor=self.anchor,
            audience=self.block.audience,
        )


class Sentence:
    """
    A sentence in its block.

    Attributes:
        passage: The block.
        text: Its characters, white space folded.
        start: Where it starts in the block's text.
        end: Where it ends in the block's text.
        order: How many sentences stand before it in its section.

    """

    __slots__ = ("_words", "end", "order", "passage", "start", "text")

    def __init__(self, passage: Passage, text: str, start: int, end: int, order: int) -> None:
        self.passage = passage
        self.text = " ".join(text.split()) if "\n" in text or "  " in text else text
        self.start = start
        self.end = end
        self.order = order
        self._words: list[str] | None = None

    @property
    def is_quoted(self) -> bool:
        """Whether it stands inside quotation marks, so that it is not the author who says it."""
        quoted = self.passage.quoted
        if not quoted:
            return False
        before = bisect_left(quoted, (self.start + 1,)) - 1
        return before >= 0 and self.start < quoted[before][1]

    @property
    def words(self) -> list[str]:
        """Its words in lower case; most sentences are turned down before anybody asks."""
        if self._words is None:
            self._words = words(self.text)
        return self._words

    def drawn(self) -> Drawn:
        """Return the sentence as evidence."""
        return Drawn(
            text=self.text,
            span=self.passage.span(self.start, self.end),
            anchor=self.passage.anchor,
            audience=self.passage.block.audience,
        )


def place(block: Block, offset: int) -> tuple[int, int]:
    """Return the line and column of the file where a character of the block's text stands."""
    # No entry starts behind (offset + 1,), and each that starts at the offset comes before it.
    run = bisect_left(block.offsets, (offset + 1,)) - 1
    if run < 0:
        return block.span.line, block.span.column
    start, line, column = block.offsets[run]
    return line, column + offset - start


def _where(link: Link) -> tuple[int, int]:
    return (link.span.line, link.span.column)


def read(path: str, body: Body, *, title: str) -> list[Passage]:
    """Return the blocks of a body in reading order, each with its section and its sentences."""
    passages: list[Passage] = []
    subjects = _subjects(body, forms(title))
    heading: Block | None = None
    section, order, inside = 0, 0, False
    for block in body.blocks:
        if block.kind == "heading":
            heading, section, order, inside = block, section + 1, 0, False
        stretches = _sentences(block)
        quoted: list[tuple[int, int]] = []
        if stretches and (inside or has_marks(block.text)):
            quoted, inside = quoted_stretches(block.text, inside=inside)
        named = heading is not None and may_stand_beside(heading, block)
        passages.append(
            Passage(
                path,
                block,
                section,
                heading.anchor if heading and named else "",
                heading.text if heading and named else "",
                subjects[section],
                bool(block.links) and _is_links(block),
                stretches,
                order,
                quoted,
            )
        )
        order += len(stretches)
    return passages


def may_stand_beside(lent: Block, block: Block) -> bool:
    """Tell whether everyone who may read a block may also read words lent from another."""
    if lent.audience is None:
        return True
    return block.audience is not None and block.audience <= lent.audience


def _sentences(block: Block) -> list[tuple[int, int]]:
    """Return where the sentences of a paragraph or a list start and end."""
    if block.kind == "paragraph":
        return split(block.text)
    if block.kind != "list":
        return []
    return [
        (begin + start, begin + end)
        for begin, line in lines(block.text)
        for start, end in split(line)
    ]


def lines(text: str) -> list[tuple[int, str]]:
    """Return the lines of a text with where each starts."""
    found: list[tuple[int, str]] = []
    start = 0
    for line in text.split("\n"):
        found.append((start, line))
        start += len(line) + 1
    return found


def _subjects(body: Body, titled: frozenset[str]) -> list[frozenset[str]]:
    """Return for each section, starting before the first heading, the subject it relies on."""
    headings = [block for block in body.blocks if block.kind == "heading"]
    times = Counter(block.text.casefold() for block in headings)
    subjects: list[frozenset[str]] = [frozenset()]
    above: list[Block] = []
    for block in headings:
        while above and above[-1].level >= block.level:
            above.pop()
        relies = bool(above) and times[block.text.casefold()] > 1
        subjects.append(forms(above[-1].text) - titled if relies else frozenset())
        above.append(block)
    return subjects


def _is_links(block: Block) -> bool:
    """Tell whether a block is mostly link texts, such as a table of contents."""
    return sum([len(link.text) for link in block.links]) > _LINKED_SHARE * len(block.text)
