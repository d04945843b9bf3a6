"""A body as it is read: its blocks in their sections, cut into sentences that know their place."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from enablekit.model.evidence import Drawn
from enablekit.model.span import Span
from enablekit.parsing.evidence.sentences import split
from enablekit.parsing.evidence.terms import forms, words_of_each

if TYPE_CHECKING:
    from enablekit.model.audience import Audience
    from enablekit.model.body import Block, Body

_LINKED_SHARE = 0.6  # of a block's characters, beyond which it is a list of links
_SPOKEN = ("paragraph", "list", "quote")


# Named tuples, not dataclasses: a body makes dozens, and a frozen dataclass costs three times
# as much to make.
class Passage(NamedTuple):
    """
    A block in its section.

    Attributes:
        path: The file.
        block: The block.
        section: The number of the section, 0 before the first heading.
        anchor: The id of the section's heading; empty before the first.
        heading: The words of the section's heading; empty before the first.
        subject: Words of the heading above, when the section's own heading occurs more than once
            in the body (`Pricing` under each product): a statement that names none of them
            could be about any of several things.
        is_links: Whether the block is mostly link texts, such as a table of contents.
        sentences: Its sentences, for paragraphs, lists and quotations.

    """

    path: str
    block: Block
    section: int
    anchor: str
    heading: str
    subject: frozenset[str]
    is_links: bool
    sentences: list[Sentence]

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

    def stretch(self, start: int, end: int) -> Drawn:
        """Return the characters from `start` to `end` as evidence."""
        return Drawn(
            text=" ".join(self.block.text[start:end].split()),
            span=self.span(start, end),
            anchor=self.anchor,
            audience=self.block.audience,
        )

    def drawn(self, sentence: Sentence) -> Drawn:
        """Return a sentence of this block as evidence."""
        return self.stretch(sentence.start, sentence.end)

    @property
    def audience(self) -> Audience | None:
        """Who may read the block."""
        return self.block.audience


class Sentence(NamedTuple):
    """
    A sentence in its block.

    Attributes:
        text: Its characters, white space folded.
        words: Its words in lower case.
        start: Where it starts in the block's text.
        end: Where it ends in the block's text.
        order: How many sentences stand before it in its section.

    """

    text: str
    words: list[str]
    start: int
    end: int
    order: int


def place(block: Block, offset: int) -> tuple[int, int]:
    """Return the line and column of the file where a character of the block's text stands."""
    run = bisect_right(block.offsets, offset, key=_first) - 1
    if run < 0:
        return block.span.line, block.span.column
    start, line, column = block.offsets[run]
    return line, column + offset - start


def _first(run: tuple[int, int, int]) -> int:
    return run[0]


def read(path: str, body: Body, *, title: str) -> list[Passage]:
    """Return the blocks of a body in reading order, each with its section and its sentences."""
    passages: list[Passage] = []
    subjects = _subjects(body, forms(title))
    stretches = [_stretches(block) if block.kind in _SPOKEN else [] for block in body.blocks]
    words = iter(words_of_each([text for found in stretches for text, _, _ in found]))
    section, anchor, heading, order = 0, "", "", 0
    for block, found in zip(body.blocks, stretches, strict=True):
        if block.kind == "heading":
            section, anchor, heading, order = section + 1, block.anchor, block.text, 0
        sentences: list[Sentence] = []
        for text, start, end in found:
            sentences.append(Sentence(text, next(words), start, end, order))
            order += 1
        subject = subjects[section]
        links = bool(block.links) and _is_links(block)
        passages.append(Passage(path, block, section, anchor, heading, subject, links, sentences))
    return passages


def _subjects(body: Body, titled: set[str]) -> list[frozenset[str]]:
    """Return for each section, starting before the first heading, the subject it relies on."""
    headings = [block for block in body.blocks if block.kind == "heading"]
    times = Counter(block.text.casefold() for block in headings)
    subjects: list[frozenset[str]] = [frozenset()]
    above: list[Block] = []
    for block in headings:
        while above and above[-1].level >= block.level:
            above.pop()
        relies = bool(above) and times[block.text.casefold()] > 1
        subjects.append(frozenset(forms(above[-1].text) - titled if relies else ()))
        above.append(block)
    return subjects


def _stretches(block: Block) -> list[tuple[str, int, int]]:
    """Return the sentences of a block with where they start and end in its text."""
    found: list[tuple[str, int, int]] = []
    for begin, line in _lines(block):
        for start, end in split(line):
            text = line[start:end]
            if "\n" in text or "  " in text:
                text = " ".join(text.split())
            found.append((text, begin + start, begin + end))
    return found


def _lines(block: Block) -> list[tuple[int, str]]:
    """Return the stretches of a block that are read by themselves, with where they start."""
    if block.kind == "paragraph":
        return [(0, block.text)]
    found: list[tuple[int, str]] = []
    start = 0
    for line in block.text.split("\n"):
        found.append((start, line))
        start += len(line) + 1
    return found


def _is_links(block: Block) -> bool:
    """Tell whether a block is mostly link texts, such as a table of contents."""
    return sum([len(link.text) for link in block.links]) > _LINKED_SHARE * len(block.text)
