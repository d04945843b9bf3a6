"""What the text asks its reader to do next, with a link to do it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from enablekit.parsing.evidence.worthiness import is_clean

if TYPE_CHECKING:
    from enablekit.model.audience import Audience
    from enablekit.model.evidence import Drawn
    from enablekit.parsing.evidence.passages import Passage, Sentence

_LONGEST = 25  # words of a call
_CALLS = (
    "(?:book|request|schedule|arrange) (?:a|an|your|my|some|time)",
    "get (?:a |an |your |my )?(?:free|demo|quote|trial|started|access|pricing|copy|offer|template)",
    "try (?:it|out|us|our|the|for free|free|now|today|a|[a-z]+ (?:for free|free|now|today|out))",
    "start (?:a|an|your|my|for free|free|building|now|today|using|trial)",
    "(?:sign up|register|enquire|inquire)",
    "create (?:a|an|your) (?:free )?account",
    "contact (?:us|sales|our|the|me|your)",
    "(?:talk|speak|chat|reach out) (?:to|with)",
    "(?:get|keep) in touch",
    "download",
    "join (?:us|our|the)",
    "apply (?:now|today|for)",
    "(?:buy|order|upgrade|claim) (?:it|now|today|to|a|your)",
    "watch (?:the|a|our) (?:demo|video|webinar)",
    "see (?:a|the) demo",
    "take (?:a|the|our) (?:tour|quiz|assessment)",
    "(?:e-?mail|call) us",
)
_CALL = re.compile(rf"(?:please )?(?:{'|'.join(_CALLS)})\b")
"""What a call to action starts with; matched in lower case."""

_NOT_A_CALL = re.compile(r"cookie|newsletter|subscribe|unsubscribe|privacy|log in|login")


def draw(passages: list[Passage]) -> tuple[Drawn, ...]:
    """
    Return the short English sentences and links that ask the reader to act, in reading order.

    Each holds a link and starts, or its link text starts, with a word such as `Book`. What only
    leads to more reading is none. The same words are returned once.
    """
    found: dict[tuple[str, Audience | None], Drawn] = {}
    for passage in passages:
        block = passage.block
        if not block.links or block.kind not in ("paragraph", "list") or block.ordered:
            continue
        in_link = any(_CALL.match(link.text.lower()) for link in block.links)
        for sentence in passage.sentences():
            text = sentence.text.lower()
            key = (text, block.audience)
            if (in_link or _CALL.match(text)) and key not in found and _calls(sentence, text):
                found[key] = sentence.drawn()
    return tuple(found.values())


def _calls(sentence: Sentence, text: str) -> bool:
    """Tell whether a sentence, also given in lower case, asks for something that it links to."""
    if not 0 < text.count(" ") < _LONGEST or text[-1] == "?" or ":" in text:
        return False
    if _NOT_A_CALL.search(text) or not is_clean(text):
        return False
    asks = _CALL.match(text) is not None
    return any(
        _leads_out(link.url) and (asks or _CALL.match(link.text.lower()))
        for link in sentence.passage.links(sentence.start, sentence.end)
    )


def _leads_out(url: str) -> bool:
    """Tell whether an address is a page to act on, not a source file or a place on this page."""
    if url.startswith("#"):
        return False
    return "://" in url or url.startswith(("/", "mailto:", "tel:")) or not url.endswith(".md")
