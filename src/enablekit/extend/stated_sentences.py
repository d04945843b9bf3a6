"""The sentences of an asset's running text, each with its paragraph and its sources."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, NamedTuple

from enablekit.extend.where_written import in_block

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.surroundings import Surroundings
    from enablekit.model.asset import Asset
    from enablekit.model.body import Block
    from enablekit.model.span import Span

_END = re.compile(r"[.!?…][\"'”’)\]]*\s+(?=[\"'“‘(\[]?[A-Z0-9€$£])|\n+")
_ABBREVIATED = re.compile(
    r"\b(?:e\.g|i\.e|vs|etc|Inc|Ltd|Co|Corp|Dr|Mr|Ms|Mrs|St|No|approx|U\.S)\.$"
)
_NOT_PROSE = re.compile(
    r"\{\{.{0,300}?\}\}|\{%.{0,300}?%\}"
    r"|“[^“”]{0,600}”|(?<!\w)\"(?=\S)[^\"]{0,600}\"(?!\w)"
    r"|https?://\S+"
)
_CODE = re.compile(r"<code>(.*?)</code>")
_TAG = re.compile(r"<[^<>]*>")
_FOOTNOTE = re.compile(r"\[\^[^\[\]\s]{1,80}\]")
_ATTRIBUTED = re.compile(
    r"\b(?:according to|sources?:|survey(?:ed|s)?|stud(?:y|ies)|research(?:ers)?"
    r"|report(?:s|ed|ing)?"
    r"|estimat(?:es|ed)|projects that|found that|finds that|shows? that|benchmark(?:s|ed)?"
    r"|analysts?|measured|n ?= ?\d|ledger)\b",
    re.IGNORECASE,
)


class Stated(NamedTuple):
    """
    A sentence.

    Attributes:
        text: The words; what stands in quotation marks, code and shortcodes is
            blank.
        block: The paragraph or list.
        start: Where the sentence starts in the block's text.

    """

    text: str
    block: Block
    start: int

    def place(self, start: int, end: int) -> Span:
        """Return where characters of the sentence stand in the file."""
        return in_block(self.block, self.start + start, self.start + end)


def stated(asset: Asset) -> Iterator[Stated]:
    """Yield the sentences of paragraphs and lists, in order."""
    for block in asset.body.blocks:
        if block.kind in ("paragraph", "list"):
            text = _NOT_PROSE.sub(lambda found: " " * len(found.group()), _without_code(block))
            for start, end in sentences(text):
                yield Stated(text[start:end], block, start)


def _without_code(block: Block) -> str:
    """Return a block's text with blanks in place of code."""
    text, start = block.text, 0
    for code in _CODE.finditer(block.html):
        # What stands right before it tells code from the same words as words.
        before = unescape(_TAG.sub("\n", block.html[max(0, code.start() - 80) : code.start()]))
        before, words = before.rpartition("\n")[2][-20:], unescape(code[1])
        at = text.find(before + words, start)
        if at >= 0:
            at += len(before)
            start = at + len(words)
            text = f"{text[:at]}{' ' * len(words)}{text[start:]}"
    return text


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each sentence of an English text starts and ends, blanks behind it included."""
    start = 0
    for found in _END.finditer(text):
        if not _ABBREVIATED.search(text, max(0, found.start() - 8), found.start() + 1):
            yield start, found.end()
            start = found.end()
    if start < len(text):
        yield start, len(text)


def names_a_source(block: Block, around: Surroundings) -> bool:
    """Tell whether a paragraph links, has a footnote, or says who found what it states."""
    return is_linked(block, around) or _ATTRIBUTED.search(block.text) is not None


def is_linked(block: Block, around: Surroundings) -> bool:
    """Tell whether a paragraph has a link or a footnote."""
    if any(link.url for link in block.links):
        return True
    span = block.span
    lines = around.sources.get(span.path, "").split("\n")[span.line - 1 : span.end_line]
    return any(_FOOTNOTE.search(line) for line in lines)


def block_at(asset: Asset, line: int) -> Block | None:
    """Return the block in which a line stands."""
    return next(
        (one for one in asset.body.blocks if one.span.line <= line <= one.span.end_line), None
    )
