"""Items of lists that state a figure without being sentences: `Partner margin = 30%`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from enablekit.parsing.evidence.boilerplate import is_boilerplate
from enablekit.parsing.evidence.leaning import opens_leaning
from enablekit.parsing.evidence.worthiness import is_clean

if TYPE_CHECKING:
    from enablekit.parsing.evidence.passages import Passage, Sentence

_ITEM = re.compile(
    r"(?:[A-Z][a-z]+(?:[ -][\w'-]++){1,5} = ~?[$€£]?"
    r"|[A-Z][a-z]+(?:[ -][\w'-]++){1,5}(?:: ~?| of (?=[$€£]))(?:[$€£](?=\d)|(?=\d[\d.,]*+ ?%))"
    r"|(?:Minimum|Maximum|Average|Median|Mean)(?: of)? [$€£]?)\d[^=?]{1,80}$"
)
"""What is named in two words or more, a sign or `of` and a number; or the least, the most."""

_LABELLED = re.compile(r"(?:: ~?| of )(?:[$€£]|\d[\d.,]*+ ?%)")


def terse_items(lists: list[Passage]) -> list[Sentence]:
    """Return the items of English lists that say what a figure is of, in reading order."""
    return [
        sentence
        for passage in lists
        if not passage.is_links and _may_hold(passage.block.text)
        for sentence in passage.sentences()
        if _ITEM.match(sentence.text) is not None
        and is_clean(sentence.text.replace(" = ", " "))
        and not opens_leaning(sentence.text)
        and not is_boilerplate(sentence.words)
        and not sentence.is_quoted
    ]


def _may_hold(text: str) -> bool:
    """Tell at a glance whether a list may hold such an item; few do."""
    if " = " in text or "imum" in text or "Average" in text or "Me" in text:
        return True
    return (": " in text or " of " in text) and _LABELLED.search(text) is not None
