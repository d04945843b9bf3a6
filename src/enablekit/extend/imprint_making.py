"""Makes the imprint of a text: its telling words by passage, its figures with what they count."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from enablekit.extend.answers import canonical, content_stems
from enablekit.extend.item_making import content_words_of_all
from enablekit.model.imprint import Imprint

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from enablekit.model.asset import Asset

_ROOT = 5  # letters that the forms of a word share: propose, proposal
_QUOTES_A_NUMBER = re.compile(r"\d|(?:teen|ty|hundred|thousand|million|billion)\b")
_FIGURE = re.compile(
    r"(?P<sign>[€$£])? ?(?P<number>\d+(?:\.\d+)?)(?: ?(?P<percent>%)|[- ](?P<noun>[^\W\d_]+))?"
)
NUMBER = re.compile(r"\d+(?:\.\d+)?")


def imprint(texts: Iterable[str]) -> Imprint:
    """Return what a reader would know again of some texts, each long enough to be understood."""
    passages = [text for text in texts if text]
    # At once and without the rest: a piece has hundreds of passages.
    plain = canonical("\n".join(text for text in passages if _QUOTES_A_NUMBER.search(text)))
    return Imprint(
        passages=tuple(line for text in passages if (line := " ".join(sorted(roots_of(text))))),
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
    if not asset.body.blocks and not asset.body.slides:
        return asset.imprint
    return imprint((
        *(one.text for one in asset.body.blocks if one.audience is None),
        *(f"{one.title}\n{one.text}" for one in asset.body.slides if one.audience is None),
    ))  # fmt: skip


def figures_of(plain: str) -> Iterator[str]:
    """Yield each number of a canonical text with what it counts: a share, money or a noun."""
    for hit in _FIGURE.finditer(plain):
        unit = "%" if hit["percent"] else hit["sign"] or (hit["noun"] or "")[:_ROOT].rstrip("s")
        yield f"{hit['number']}{unit}"


def roots_of(text: str) -> frozenset[str]:
    """Return what the forms of the telling words of a text have in common."""
    return frozenset(word[:_ROOT] for word in content_stems(text).values())
