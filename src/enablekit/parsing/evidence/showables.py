"""Tables and figures worth showing to somebody."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from enablekit.model.evidence import Showable
from enablekit.parsing.evidence.passages import may_stand_beside
from enablekit.parsing.evidence.terms import content_words, forms, word_set, words

if TYPE_CHECKING:
    from enablekit.model.audience import Audience
    from enablekit.parsing.evidence.passages import Passage

_FEWEST_ROWS = 3  # with the row of column names
_FEWEST_WORDS = 2
_FILE_NAME = re.compile(r"\.(?:png|jpe?g|gif|svg|webp|avif|mp4)$", re.IGNORECASE)
_ORNAMENT = word_set(
    "logo logos icon icons avatar badge banner headshot portrait spacer divider placeholder"
    " thumbnail cover"
)
_UNTITLED = re.compile(
    r"(?:image|img|picture|photo|screenshot|screen shot|figure|untitled)[\s\d_-]*$"
)
_CAPTION = re.compile(r"(?:Table|Tabelle|Tableau|Tabla)\s\d{1,3}[.:]\s")


def draw(passages: list[Passage], *, title: str) -> tuple[Showable, ...]:
    """
    Return the tables of two rows or more and the figures that are described, in reading order.

    A figure is named by its alternative text, a table by its caption, its heading or the title.
    Logos, portraits, pictures named after their file or only after the title, and a second picture
    of the same name are left out.
    """
    found: list[Showable] = []
    named: set[tuple[str, Audience | None]] = set()
    titled = forms(title)
    for number, passage in enumerate(passages):
        block = passage.block
        if block.kind == "figure" and _describes(block.text, titled):
            alt = " ".join(block.text.split())
            if (alt.casefold(), block.audience) not in named:
                named.add((alt.casefold(), block.audience))
                found.append(_showable(passage, alt, "figure"))
        elif block.kind == "table" and len(block.items) >= _FEWEST_ROWS:
            text = _caption(passages, number) or passage.heading or title
            found.append(_showable(passage, text, "table"))
    return tuple(found)


def _describes(alt: str, titled: frozenset[str]) -> bool:
    """Tell whether an alternative text says what can be seen."""
    found = words(alt)
    if len(found) < _FEWEST_WORDS or not _ORNAMENT.isdisjoint(found):
        return False
    if content_words(found) <= titled:
        return False
    return not (_FILE_NAME.search(alt.strip()) or _UNTITLED.match(alt.strip().lower()))


def _caption(passages: list[Passage], number: int) -> str:
    """Return the paragraph beside a table that calls itself its caption, or nothing."""
    for other in passages[max(0, number - 1) : number] + passages[number + 1 : number + 2]:
        if not may_stand_beside(other.block, passages[number].block):
            continue
        if other.block.kind == "paragraph" and _CAPTION.match(other.block.text):
            return " ".join(other.block.text.split())
    return ""


def _showable(passage: Passage, text: str, kind: str) -> Showable:
    return Showable(
        text=text,
        span=passage.block.span,
        anchor=passage.anchor,
        audience=passage.block.audience,
        kind=kind,
    )
