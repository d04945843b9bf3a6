"""Questions the text asks that a buyer could ask."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from enablekit.parsing.evidence.passages import lines
from enablekit.parsing.evidence.terms import word_set, words
from enablekit.parsing.evidence.worthiness import is_clean

if TYPE_CHECKING:
    from enablekit.model.audience import Audience
    from enablekit.model.evidence import Drawn
    from enablekit.parsing.evidence.passages import Passage

_MARKS = ("?", "\uff1f", "\u061f")
_BREAKS = (*_MARKS, ". ", "! ", "\u2026", "...")
_FEWEST, _MOST = 3, 25  # words
_NUMBERED = re.compile(r"(?:Q(?:uestion)?\s?)?\d{1,3}\s?[.:)]\s+|Q\s?[.:)]\s+")
_ASKS = word_set(
    "what what's which who who's whose when where why how how's can could do does did is are am"
    " was were should shall will would has have had may must isn't aren't don't doesn't can't"
    " won't wouldn't shouldn't at in on to for from under with by if"
)
"""First words of a real question."""

_RHETORICAL = re.compile(
    r"what's next|why wait|why not|why bother|who knew|who cares|who are we|what gives|guess what"
    r"|did you know|do you want|(?:do you )?have (?:a |any |more )?questions?"
    r"|are you (?:ready|looking|interested|still|sure)|would you like|what are (?:you waiting|we)"
    r"|what do (?:you think|we mean)|how (?:can|may) we help|where do we (?:go|start)|how about"
    r"|what (?:about|if|could)|how hard can|in other words|(?:does|is|was|what (?:does|is|was))"
    r" (?:it|this|that)\b(?! (?:mean|take|cost|like) )"
)
"""Openings that sell, greet or lead on rather than ask; matched in lower case."""

_ELSEWHERE = word_set("here this these those they them he she")
"""Words that ask about something said elsewhere."""

_LEADING_ON = word_set("that it we i i'm we'll let's")
"""Words with which a writer leads on to his own answer, outside headings."""

_CHECKING = word_set("has have had")
"""First words of a checklist item rather than a buyer's question, outside headings."""


def draw(passages: list[Passage], *, english: bool) -> tuple[Drawn, ...]:
    """
    Return the questions in headings, and those that make up a paragraph or a list item.

    A question inside a paragraph is mostly the writer leading on to an answer, so only a paragraph
    that is nothing but a question counts. Each question is returned once
    for the same readers.
    """
    found: list[Drawn] = []
    asked: set[tuple[str, Audience | None]] = set()
    for passage in passages:
        text = passage.block.text
        if "?" not in text and (text.isascii() or not _holds_a_foreign_mark(text)):
            continue
        for start, end in _stretches(passage):
            question = _bare(text, start, end)
            if question is None or not _could_be_asked(passage, *question, english=english):
                continue
            drawn = passage.drawn(*question)
            if (drawn.text.casefold(), drawn.audience) not in asked:
                asked.add((drawn.text.casefold(), drawn.audience))
                found.append(drawn)
    return tuple(found)


def _holds_a_foreign_mark(text: str) -> bool:
    return _MARKS[1] in text or _MARKS[2] in text


def _stretches(passage: Passage) -> list[tuple[int, int]]:
    """Return the parts of a block that could each be one question."""
    block = passage.block
    if block.kind == "heading" or (block.kind == "paragraph" and len(passage.stretches) == 1):
        return [(0, len(block.text))]
    if block.kind != "list" or passage.is_links:
        return []
    return [(start, start + len(line)) for start, line in lines(block.text)]


def _bare(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return where a question stands without its number, or None if it is not one."""
    stretch = text[start:end]
    if not stretch.rstrip().endswith(_MARKS):
        return None
    start += len(stretch) - len(stretch.lstrip())
    number = _NUMBERED.match(text, start, end)
    return (number.end() if number else start), start + len(stretch.strip())


def _could_be_asked(passage: Passage, start: int, end: int, *, english: bool) -> bool:
    text = passage.block.text[start:end]
    if not is_clean(text) or any(mark in text[:-1] for mark in _BREAKS):
        return False
    return not english or _could_be_a_buyers(passage.block.kind, text)


def _could_be_a_buyers(kind: str, text: str) -> bool:
    """Tell whether an English question can be answered, and not only within its own text."""
    asked = words(text)
    if not _FEWEST <= len(asked) <= _MOST or asked[0] not in _ASKS:
        return False
    if _RHETORICAL.match(" ".join(asked)) or not _ELSEWHERE.isdisjoint(asked):
        return False
    if kind == "paragraph":
        return _LEADING_ON.isdisjoint(asked)
    is_checked = kind == "list" and asked[0] in _CHECKING
    return not is_checked and (kind == "heading" or "it" not in asked or "mean" in asked)
