"""Whether a sentence may stand by itself as evidence: the one gate for everything drawn."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from enablekit.parsing.evidence.boilerplate import is_boilerplate
from enablekit.parsing.evidence.imperatives import is_an_order
from enablekit.parsing.evidence.leaning import leans_on_what_came_before, opens_leaning
from enablekit.parsing.evidence.passages import Sentence, lines
from enablekit.parsing.evidence.quotation_marks import has_marks
from enablekit.parsing.evidence.sentences import split
from enablekit.parsing.evidence.verbs import is_a_phrase

if TYPE_CHECKING:
    from collections.abc import Iterable

    from enablekit.model.evidence import Quotation
    from enablekit.parsing.evidence.passages import Passage

_SHORTEST, _LONGEST = 6, 40
"""Words a sentence may have that is quoted for what it says."""

_FEWEST = 4  # words of a sentence worth looking at
_MOST_GAPS = 44  # spaces of one
_MOST_CHARACTERS = 600  # the same, where a text has no spaces
_RESIDUE = re.compile(r"[{}<>|\\^`\[\]=*_#]")
"""Characters that markup, code, templates and placeholders leave behind."""

_DIGIT = re.compile("[0-9]")
_OPENERS = (
    "Previously, ",
    "Today, ",
    "Overall, ",
    "Additionally, ",
    "Moreover, ",
    "Furthermore, ",
    "However, ",
    "Currently, ",
)
"""What ties a sentence to the one before it, though all that follows the comma stands alone."""

_CLAUSE = re.compile(r"(?>\d+(?:\.\d+)+)\.?\s[A-Z]")  # `11.2 Both sides agree …`
_CLOSERS = "\"')\u201d\u2019"
_CURRENCIES = "$€£¥"
_NOT_ENDS = "?:;,-\uff1f\uff1a"


def is_clean(text: str) -> bool:
    """Tell whether a text is whole prose: no address, code or template, all brackets closed."""
    if _RESIDUE.search(text) is not None or "://" in text or "www." in text:
        return False
    if text.count("(") != text.count(")") or text.count('"') % 2:
        return False
    if text.isascii():
        return True
    if "→" in text or "·" in text or "•" in text:
        return False
    return text.count("\u201c") == text.count("\u201d") and text.count("\u00ab") == text.count(
        "\u00bb"
    )


class Worthy(NamedTuple):
    """
    The sentences that may be evidence, in reading order.

    Attributes:
        alone: Those that can be understood by themselves.
        tied: English ones with a digit that can but for a word such as `However,`: whole
            statements of a figure, which say less than others of what a text is about.

    """

    alone: list[Sentence]
    tied: list[Sentence]


def worthy(passages: list[Passage], *, english: bool) -> Worthy:
    """
    Return the sentences of paragraphs and lists that may be evidence.

    No worthy sentence stands in quotation marks: those are for the quotations to tell, with their
    speakers. In English a worthy sentence can be understood by itself. In other languages, where
    its words are not looked at, it is a whole statement.
    """
    found = Worthy([], [])
    for passage in passages:
        if passage.stretches and not passage.is_links:
            ours = _worthy_of(passage, passage.stretches, found.tied, english=english)
            if ours:
                found.alone.extend(
                    [one for one in ours if not one.is_quoted] if passage.quoted else ours
                )
    return found


def worthy_in_frames(passages: list[Passage], quotations: Iterable[Quotation]) -> list[Sentence]:
    """
    Return the English sentences of block quotations that may be evidence, in reading order.

    Many a text frames its own words so, such as an answer to give. Left out are the frames that
    hold quotation marks or one of the `quotations`: there somebody else speaks.
    """
    taken = {line for one in quotations for line in range(one.span.line, one.span.end_line + 1)}
    found: list[Sentence] = []
    for passage in passages:
        block = passage.block
        if block.kind != "quote" or passage.is_links or has_marks(block.text):
            continue
        if taken.isdisjoint(range(block.span.line, block.span.end_line + 1)):
            stretches = [
                (begin + start, begin + end)
                for begin, line in lines(block.text)
                for start, end in split(line)
            ]
            found += _worthy_of(passage, stretches, [], english=True)
    return found


def _worthy_of(
    passage: Passage,
    stretches: list[tuple[int, int]],
    tied: list[Sentence],
    *,
    english: bool,
) -> list[Sentence]:
    """
    Return the sentences of a block that may be evidence, be they in quotation marks or not.

    Those with a figure that stand alone but for their first word are put into `tied`.
    """
    found: list[Sentence] = []
    text = passage.block.text
    order = passage.order - 1
    for start, end in stretches:
        order += 1
        # The first and the last character turn most of them down, before anything is copied.
        if text[end - 1] in _NOT_ENDS or text[start].islower():
            continue
        said = text[start:end]
        if not _may_be_worthy(said):
            continue
        leans = english and opens_leaning(said)
        if leans and not said.startswith(_OPENERS):
            continue
        sentence = Sentence(passage, said, start, end, order)
        if leans:
            if _stands_behind_opener(sentence):
                tied.append(sentence)
        elif _is_a_statement(sentence) and (not english or _stands_alone(sentence)):
            found.append(sentence)
    return found


def _stands_behind_opener(sentence: Sentence) -> bool:
    """Tell whether what follows `However,` and the like is a statement of a figure by itself."""
    if _DIGIT.search(sentence.text) is None or sentence.is_quoted:
        return False
    said = sentence.text.partition(", ")[2]
    if not said or opens_leaning(said):
        return False
    rest = Sentence(sentence.passage, said, sentence.end - len(said), sentence.end, sentence.order)
    return _is_a_statement(rest) and _stands_alone(rest)


def _may_be_worthy(text: str) -> bool:
    """Tell whether a sentence is short enough, long enough and closed, at a first glance."""
    length = len(text)
    if length > _MOST_CHARACTERS:
        return False
    # A short one cannot hold that many, and need not be counted.
    if length > 2 * _MOST_GAPS and text.count(" ") > _MOST_GAPS:
        return False
    # What is not closed, such as an item of a list, may still state a figure.
    return not text[-1].isalnum() or _DIGIT.search(text) is not None


def _stands_alone(sentence: Sentence) -> bool:
    """
    Tell whether an English statement can be understood by itself.

    Left out: what leans on the sentence before (a pronoun, a connective) or on a heading above,
    tells the reader to do something or leads him around the page, and what is legal or filler.
    """
    words = sentence.words
    return (
        len(words) >= _FEWEST
        and not is_an_order(words)  # quick, and so before what looks at every word
        and _names_its_subject(sentence)
        and not leans_on_what_came_before(sentence)
        and not is_boilerplate(words)
        and not is_a_phrase(words, sentence.text)
    )


def _is_a_statement(sentence: Sentence) -> bool:
    """Tell whether a sentence of any language is whole prose that starts like a sentence."""
    text = sentence.text
    first = text[0]
    if first.isdigit():
        return _CLAUSE.match(text) is None and is_clean(text)
    return (first.isalpha() or first in _CURRENCIES) and is_clean(text)


def _names_its_subject(sentence: Sentence) -> bool:
    """Tell whether it is clear what a sentence is about, even away from the heading above it."""
    subject = sentence.passage.subject
    return not subject or not subject.isdisjoint(sentence.words)


def is_closed(sentence: Sentence) -> bool:
    """Tell whether a sentence ends as one."""
    return sentence.text.rstrip(_CLOSERS)[-1:] in (".", "!", "…", "\u3002", "\uff01")


def is_complete(sentence: Sentence) -> bool:
    """Tell whether a sentence is closed and neither too short nor too long to quote."""
    return _SHORTEST <= sentence.text.count(" ") + 1 <= _LONGEST and is_closed(sentence)
