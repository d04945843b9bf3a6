"""Makes the imprint of a text: its telling words by passage, its figures with what they count."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from enablekit.extend.answers import canonical, long_words, roots_of_words
from enablekit.extend.item_making import content_words_of_all
from enablekit.model.imprint import Imprint

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from enablekit.model.asset import Asset

_UNIT = 5  # letters of what is counted: invoice, invoices
_DIGIT = re.compile(r"\d")
_NUMBER_WORDS = ("teen", "ty", "hundred", "thousand", "million", "billion")  # and how some end
_FIGURE = re.compile(
    r"(?P<sign>[€$£])? ?(?P<number>\d+(?:\.\d+)?)(?: ?(?P<percent>%)|[- ](?P<noun>[^\W\d_]+))?"
)
NUMBER = re.compile(r"\d+(?:\.\d+)?")


def imprint(texts: Iterable[str]) -> Imprint:
    """Return what a reader would know again of some texts, each long enough to be understood."""
    passages = [text for text in texts if text]
    lines, with_numbers = [], []
    for text in passages:
        words = long_words(text)
        lines.append(" ".join(sorted(roots_of_words(words))))
        if _DIGIT.search(text) or any(word.endswith(_NUMBER_WORDS) for word in words):
            with_numbers.append(text)
    # At once and without the rest: a piece has hundreds of passages.
    plain = canonical("\n".join(with_numbers))
    return Imprint(
        passages=tuple(filter(None, lines)),
        words=" ".join(sorted(content_words_of_all(passages))),
        figures=tuple(sorted(set(figures_of(plain)))),
        numbers=tuple(sorted(set(NUMBER.findall(plain)))),
    )


def of_table(data: bytes) -> Imprint:
    """Return the imprint of a table of comma-separated values, row by row; empty without bytes."""
    rows = data.decode("utf-8-sig", "replace").splitlines()
    return imprint(rows) if rows else Imprint()


def of_body(asset: Asset) -> Imprint:
    """
    Return what whoever may read an asset finds in its text.

    What is marked for a narrower circle is left out: others must not be able to tell it is there.
    """
    if asset.imprint != Imprint() or not (asset.body.blocks or asset.body.slides):
        return asset.imprint
    return imprint((
        *(one.text for one in asset.body.blocks if one.audience is None),
        *(f"{one.title}\n{one.text}" for one in asset.body.slides if one.audience is None),
    ))  # fmt: skip


def figures_of(plain: str) -> Iterator[str]:
    """Yield each number of a canonical text with what it counts: a share, money or a noun."""
    for hit in _FIGURE.finditer(plain):
        unit = "%" if hit["percent"] else hit["sign"] or (hit["noun"] or "")[:_UNIT].rstrip("s")
        yield f"{hit['number']}{unit}"
