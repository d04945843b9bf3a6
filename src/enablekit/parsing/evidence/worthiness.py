"""Whether a sentence may stand by itself as evidence: the one gate for everything drawn."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from enablekit.parsing.evidence.boilerplate import is_boilerplate
from enablekit.parsing.evidence.imperatives import is_an_order
from enablekit.parsing.evidence.leaning import leans_on_what_came_before, opens_leaning

if TYPE_CHECKING:
    from enablekit.parsing.evidence.passages import Passage, Sentence

SHORTEST, LONGEST = 6, 40
"""Words a sentence may have that is quoted for what it says."""

_FEWEST_GAPS, _MOST_GAPS = 3, 44  # spaces, beyond which a sentence is not looked at
_MOST_CHARACTERS = 600  # the same, where a text has no spaces
_RESIDUE = re.compile(r"[{}<>|\\^`\[\]=*_#→]")
"""Characters that markup, code, templates and placeholders leave behind."""

_CLAUSE = re.compile(r"\d+(?:\.\d+)++\.?\s[A-Z]")  # `11.2 Both sides agree …`
_CLOSERS = "\"')\u201d\u2019"
_CURRENCIES = "$€£¥"
_NOT_ENDS = "?:;,-\uff1f\uff1a"


def is_clean(text: str) -> bool:
    """Tell whether a text is whole prose: no address, code or template, all brackets closed."""
    return (
        _RESIDUE.search(text) is None
        and "://" not in text
        and "www." not in text
        and text.count("(") == text.count(")")
        and text.count("\u201c") == text.count("\u201d")
        and text.count('"') % 2 == 0
        and text.count("\u00ab") == text.count("\u00bb")
    )


def worthy(passages: list[Passage], *, english: bool) -> list[Sentence]:
    """
    Return the sentences of paragraphs and lists that may be evidence, in reading order.

    No worthy sentence stands in quotation marks: those are for the quotations to tell, with their
    speakers. In English a worthy sentence can be understood by itself. In other languages, where
    its words are not looked at, it is a whole statement.
    """
    stands = _stands_alone if english else is_a_statement
    return [
        sentence
        for passage in passages
        if passage.stretches and not passage.is_links
        for sentence in passage.sentences()
        if len(sentence.text) <= _MOST_CHARACTERS
        and stands(sentence)
        and not (passage.quoted and sentence.is_quoted)
    ]


def _stands_alone(sentence: Sentence) -> bool:
    """
    Tell whether an English sentence is a statement that can be understood by itself.

    Left out: what leans on the sentence before (a pronoun, a connective) or on a heading above,
    tells the reader to do something or leads him around the page, is legal or boilerplate, asks,
    introduces a list, or is broken.
    """
    text = sentence.text
    if not _FEWEST_GAPS <= text.count(" ") <= _MOST_GAPS or opens_leaning(text):
        return False
    return (
        is_a_statement(sentence)
        and bool(sentence.words)
        and not leans_on_what_came_before(sentence)
        and not is_an_order(sentence.words)
        and not is_boilerplate(sentence.words)
        and _names_its_subject(sentence)
    )


def is_a_statement(sentence: Sentence) -> bool:
    """Tell whether a sentence of any language is whole prose that neither asks nor introduces."""
    text = sentence.text
    first = text[0]
    if first.islower() or not (first.isalnum() or first in _CURRENCIES):
        return False
    if text[-1] in _NOT_ENDS or (first.isdigit() and _CLAUSE.match(text)):
        return False
    return is_clean(text)


def _names_its_subject(sentence: Sentence) -> bool:
    """Tell whether it is clear what a sentence is about, even away from the heading above it."""
    subject = sentence.passage.subject
    return not subject or not subject.isdisjoint(sentence.words)


def is_closed(sentence: Sentence) -> bool:
    """Tell whether a sentence ends as one."""
    return sentence.text.rstrip(_CLOSERS)[-1:] in (".", "!", "…", "\u3002", "\uff01")


def is_complete(sentence: Sentence) -> bool:
    """Tell whether a sentence is closed and neither too short nor too long to quote."""
    return SHORTEST <= sentence.text.count(" ") + 1 <= LONGEST and is_closed(sentence)
