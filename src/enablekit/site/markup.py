"""The only places where the site makes HTML outside a template: links, badges, languages, text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from markupsafe import Markup

from enablekit.encoding.html import escape
from enablekit.encoding.wording import direction

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from enablekit.model.asset import Asset
    from enablekit.model.body import Block

_HEADING = re.compile(r"<(/?)h[1-6](?=[\s>])")
_EMPTY_HEAD = re.compile(r'<th scope="col"((?: class="\w+")?)></th>')
_DEEPEST = 6


@dataclass(frozen=True, slots=True)
class Linked:
    """Words that lead somewhere, or plain words when there is nowhere to go."""

    words: str
    href: str = ""
    # The language of the words as attributes, where it is not the site's.
    lang: Markup = field(default_factory=Markup)

    def __html__(self) -> str:
        """Return the words, escaped, as a link if there is an address."""
        words = escape(self.words)
        if self.href:
            return f'<a href="{escape(self.href)}"{self.lang}>{words}</a>'
        return f"<span{self.lang}>{words}</span>" if self.lang else words

    def __str__(self) -> str:
        """Return the bare words."""
        return self.words


@dataclass(frozen=True, slots=True, kw_only=True)
class Trust:
    """
    A trust badge as lists and pages show it.

    Attributes:
        state: The state, for the style sheet.
        mark: A sign, so that colour is never the only difference.
        word: The state as people read it; empty where readers are not told.
        due: The day from which it is due for review (ISO 8601), if that is still to come.
        late: The day after which it is overdue (ISO 8601), if that is still to come.

    """

    state: str
    mark: str
    word: str
    due: str = ""
    late: str = ""

    def __html__(self) -> str:
        """Return the badge; its days let a script say so when they have passed since the build."""
        if not self.word:
            return ""
        days = f' data-late="{self.late}"' if self.late else ""
        days += f' data-due="{self.due}"' if self.due else ""
        mark = f'<span aria-hidden="true">{escape(self.mark)}</span>'
        return f'<span class="badge {escape(self.state)}"{days}>{mark} {escape(self.word)}</span>'


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """
    One block of an asset on the page that holds its text.

    Attributes:
        id: The id that line links lead to; empty when an earlier block has the same line.
        kind: The kind of block.
        line: Its first line.
        html: The block, already safe.

    """

    id: str
    kind: str
    line: int
    html: Markup


def language_attributes(language: str, site_language: str) -> Markup:
    """Return ` lang="…" dir="…"` for text in another language than the site's, else nothing."""
    if not language or language.lower() == site_language.lower():
        return Markup()
    return Markup(' lang="{}" dir="{}"').format(language, direction(language))


def passages(asset: Asset, *, relinked: Callable[[str], str]) -> Iterator[Passage]:
    """
    Yield an asset's blocks for a page whose only h1 is the asset's title.

    Args:
        asset: The asset.
        relinked: Turns the addresses in a block's HTML into addresses that work on the page.

    A first heading that repeats the title is left out. The rest is moved so that the levels start
    at 2 and never skip one, whatever the author did: the outline stays valid, the order stays.
    """
    above: list[int] = []
    lines: set[int] = set()
    for block in asset.body.blocks:
        if block.kind == "heading":
            if repeats_title(block, asset):
                continue
            above = [level for level in above if level < block.level] + [block.level]
        line = block.span.line
        yield Passage(
            id="" if line in lines else f"L{line}",
            kind=block.kind,
            line=line,
            html=_marked_up(relinked(_moved(block, min(len(above) + 1, _DEEPEST)))),
        )
        lines.add(line)


def repeats_title(block: Block, asset: Asset) -> bool:
    """Tell whether a block is the heading at the top that says the title again."""
    return (
        block is asset.body.blocks[0]
        and block.kind == "heading"
        and block.text.split() == asset.title.split()
    )


def _moved(block: Block, level: int) -> str:
    """Return a block's HTML with its headings moved, and no head in a table that heads nothing."""
    if block.kind == "table":
        return _EMPTY_HEAD.sub(r"<td\1></td>", block.html)
    if "<h" not in block.html:
        return block.html
    # A heading inside a list or a quotation goes one below the section it stands in.
    depth = level if block.kind == "heading" else min(level + 1, _DEEPEST)
    return _HEADING.sub(rf"<\1h{depth}", block.html)


def _marked_up(html: str) -> Markup:
    return Markup(html)  # noqa: S704 - made safe where the body was read; nothing else comes here
