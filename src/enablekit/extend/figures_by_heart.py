"""Whether a guide wants figures looked up, so that nobody is asked for them from memory."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from enablekit.extend.guidance_texts import texts

if TYPE_CHECKING:
    from enablekit.model.asset import Asset

_BY_HEART = re.compile(
    r"\b(?:from memory|by heart|off the top of|auswendig|aus dem (?:Kopf|Gedächtnis|Stegreif))\b",
    re.IGNORECASE,
)
_REFUSAL = re.compile(
    r"\b(?:not|never|no|nobody|nothing|none|don['’]t|doesn['’]t|cannot|can['’]t|avoid|instead of"
    r"|nicht|nie|niemals|keine?|statt)\b",
    re.IGNORECASE,
)
# One of these is in every such saying; most texts have none, and are done with at once.
_HINTS = ("memory", "heart", "top of", "auswendig", "kopf", "gedächtnis", "stegreif")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s")


def are_looked_up(asset: Asset) -> bool:
    """
    Tell whether the guidance says that something is not told from memory.

    Which figures it means is not for a program to tell, so it goes for all of the piece.
    English and German are what is known here.
    """
    return any(
        _BY_HEART.search(sentence) and _REFUSAL.search(sentence)
        for one in texts(asset)
        if any(hint in one.text.lower() for hint in _HINTS)
        for sentence in _SENTENCE_END.split(one.text)
    )
