"""What the text asks its reader to do next, with a link to do it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from enablekit.model.evidence import Drawn
from enablekit.parsing.evidence.worthiness import is_clean

if TYPE_CHECKING:
    from enablekit.model.body import Link
    from enablekit.parsing.evidence.passages import Passage, Sentence

_LONGEST = 25  # words of a call
_CALL = re.compile(
    r"(?:book|request|schedule|arrange) (?:a|an|your|my|some|time)\b|get (?:a|an|your|my)? ?(?:free"
    r"|demo|quote|trial|started|in touch|access|pricing|copy|offer|template|account|early access)"
    r"|try (?:it|out|us|our|the|budibase|for free|free|now|today|a|[a-z]+ (?:for free|free|now"
    r"|today|yourself|out))|start (?:a|an|your|my|for free|free|building|now|today|using|trial)"
    r"|sign up|create (?:a|an|your) (?:free )?account|contact (?:us|sales|our|the|me|your)|talk (?:to|with)"
    r"|speak (?:to|with)|reach out|get in touch|download|join (?:us|our|the)|register\b|apply (?:now"
    r"|today|for)|buy (?:now|it|a|your)|order (?:now|a|your)|upgrade (?:now|today|to|your)|watch (?:the|a|our) (?:demo|video|webinar)|see (?:a|the) demo"
    r"|claim (?:your|a)|take (?:a|the|our)"
    r" (?:tour|quiz|assessment)|enquire|inquire|email us|call us|chat (?:to|with)|let's talk"
)
"""What a call to action starts with; matched in lower case."""

_NOT_A_CALL = re.compile(r"cookie|newsletter|subscribe|unsubscribe|privacy|log in|login")


def calls_to_action(passages: list[Passage]) -> tuple[Drawn, ...]:
    """
    Return the short English sentences and links that ask the reader to act, in reading order.

    Each holds a link and starts, or its link text starts, with a word such as `Book`. What only
    leads to more reading is none. The same words are returned once.
    """
    found: list[Drawn] = []
    called: set[str] = set()
    for passage in passages:
        block = passage.block
        if not block.links or block.kind not in ("paragraph", "list") or block.ordered:
            continue
        for sentence in passage.sentences:
            if _calls(passage, sentence) and sentence.text.casefold() not in called:
                called.add(sentence.text.casefold())
                found.append(passage.drawn(sentence))
    return tuple(found)


def _calls(passage: Passage, sentence: Sentence) -> bool:
    """Tell whether a sentence holds a link and asks for something."""
    if not 1 < len(sentence.words) <= _LONGEST or not is_clean(sentence.text):
        return False
    text = sentence.text.lower()
    if text.endswith("?") or ":" in text or _NOT_A_CALL.search(text):
        return False
    links = _links_in(passage, sentence)
    if not links:
        return False
    return _CALL.match(text) is not None or any(_CALL.match(link.text.lower()) for link in links)


def _links_in(passage: Passage, sentence: Sentence) -> list[Link]:
    span = passage.span(sentence.start, sentence.end)
    first = (span.line, max(1, span.column - len("[**")))
    last = (span.end_line, span.end_column)
    return [
        link
        for link in passage.block.links
        if first <= (link.span.line, link.span.column) <= last and _leads_out(link.url)
    ]


def _leads_out(url: str) -> bool:
    """Tell whether an address is a page to act on, not a source file or a place on this page."""
    if url.startswith("#"):
        return False
    return "://" in url or url.startswith(("/", "mailto:", "tel:")) or not url.endswith(".md")
