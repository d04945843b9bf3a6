"""Whether a sentence leans on what stands before it, so that it says less by itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from enablekit.parsing.evidence.terms import word_set

if TYPE_CHECKING:
    from enablekit.parsing.evidence.passages import Sentence

_POINTERS = word_set(
    "it it's it'll its this that that's these those they they're they'll they've he he's she"
    " she's his her hers their theirs them him ours mine yours such here here's there there's"
)
"""Words that mean something only beside what was said before."""

_CONNECTIVES = word_set(
    "however but and so also moreover additionally furthermore instead therefore thus hence"
    " consequently then finally lastly next first firstly second secondly third thirdly fourth"
    " again similarly likewise conversely alternatively otherwise meanwhile nevertheless"
    " nonetheless still yet plus or nor below above another other others both neither specifically"
    " notably importantly crucially essentially basically overall ultimately subsequently"
    " accordingly besides rather though although too well yes ok okay great sure hi hello hey"
    " welcome thanks thank congratulations please note tip warning important caution imagine"
    " suppose say remember now today let's update disclaimer spoiler ps p.s same luckily"
    " fortunately unfortunately sadly interestingly obviously clearly indeed equally perhaps maybe"
    " novelly simply incidentally afterwards afterward later earlier previously regardless rest"
)
"""First words that tie a sentence to the one before it or to the page around it."""

_SUBJECTLESS = word_set(
    "adds allows applies asks automates becomes been belongs brings builds comes connects consists"
    " contains covers creates delivers describes displays enables ensures explains gets gives"
    " goes happens helps includes integrates keeps lets makes means provides puts reads replaces"
    " requires sends sits stays takes tells turns uses"
)
"""First words of a sentence whose subject was left to the heading."""

_CONNECTIVE_PAIRS = {
    "in": word_set(
        "addition contrast conclusion summary short fact particular turn other this that these"
        " those our my such doing both any each simple general"
    ),
    "on": word_set("top this that these those its their"),
    "for": word_set(
        "example instance one more this that these those now starters further additional our"
    ),
    "as": word_set(
        "such well we we've we'll you you'll mentioned noted above before with for i another"
    ),
    "at": word_set("this that these those first least"),
    "to": word_set(
        "that some this these summarise summarize conclude recap start begin illustrate"
    ),
    "of": word_set("course these those this all"),
    "with": word_set("that this these those all"),
    "by": word_set("contrast this that doing"),
    "from": word_set("here there this that these"),
    "after": word_set("that this these all"),
    "like": word_set("this that most other any many"),
    "because": word_set("of"),
    "along": word_set("with"),
    "even": word_set("so then if"),
    "not": word_set("only to that"),
    "the": word_set(
        "following above below same former latter first second third next last other others rest"
        " remaining final fourth fifth two three most"
    ),
    "one": word_set("more is was such"),
    "all": word_set("had have are were"),
    "some": word_set("other others are remain come came have do say"),
    "many": word_set("of are have do say"),
    "each": word_set("of one"),
    "most": word_set("importantly"),
    "once": word_set("again you've we've done that this it's"),
    "aside": word_set("from"),
    "currently": word_set("available in limited not only supported used"),
    "apart": word_set("from"),
}
"""First two words that do the same."""

_SUMMARIES = word_set(
    "result consequence rule reminder refresher bonus whole final last first next starting matter"
    " general quick side"
)
"""What follows `As a` when it takes up what was said before."""

_OPENERS = word_set(
    "at in on for with despite when if while as after before by since because given to from under"
    " without unlike beyond whether during among part some many most each all none once unless"
    " until due where what how why whereas"
)
"""First words after which no noun has come yet for a pronoun to stand for."""

_INNER_POINTERS = _POINTERS - word_set("that such there here here's there's that's")
_DEMONSTRATIVES = word_set("this these those here else")
_ASIDES = word_set("though however therefore meanwhile nonetheless nevertheless")
_REACH = 6  # words within which a pronoun points out of its sentence
_EARLY = 4  # words among which an aside such as `however` ties a sentence to the one before
_AFTER_A_CLAUSE = 2  # words after the first comma within which a pronoun does, too

_POINTING_CLAUSE = re.compile(r", that (?:is|was|means|makes|gives)\b|of that ")
_COMMENTS = re.compile(
    r"the (?:[a-z-]+ )?(?:difference|problem|issue|idea|reason|downside|upside|benefit|advantage"
    r"|catch|goal|aim|point|answer|result|drawback|exception|challenge|trick|key|upshot|expectation)"
    r" (?:is|was|being)\b"
)
"""Openings that comment on what was said before; matched in lower case."""

_POINTERS_AND_CONNECTIVES = _POINTERS | _CONNECTIVES
_LEANING_FIRST = _POINTERS_AND_CONNECTIVES | _SUBJECTLESS
_AS_WRITTEN = frozenset(
    form + mark
    for word in _LEANING_FIRST
    for spelled in {word, word.replace("'", "\u2019")}
    for form in (spelled, spelled.capitalize(), spelled.upper())
    for mark in ("", ",", ".", ":")
    if form != "IT"
)
"""Their spellings, so that a first word is looked up as it stands."""


def opens_leaning(text: str) -> bool:
    """Tell whether the first word of an English sentence alone ties it to what stands above."""
    return text[: text.find(" ")] in _AS_WRITTEN


def _opens_connected(words: list[str]) -> bool:
    """Tell whether the first two words, or three after `As a`, tie a sentence to another."""
    if words[1:2] == ["a"] and words[0] == "as":
        return not _SUMMARIES.isdisjoint(words[2:_EARLY])
    return len(words) > 1 and words[1] in _CONNECTIVE_PAIRS[words[0]]


def leans_on_what_came_before(sentence: Sentence) -> bool:
    """
    Tell whether an English sentence points at something outside itself.

    It does when it opens with a pronoun, a connective or a comment, holds a demonstrative, or uses
    a pronoun before any noun the pronoun could stand for.
    """
    words = sentence.words
    first = words[0]
    if first in _POINTERS_AND_CONNECTIVES:
        return True
    if first in _CONNECTIVE_PAIRS and _opens_connected(words):
        return True
    if not _DEMONSTRATIVES.isdisjoint(words) or not _ASIDES.isdisjoint(words[1:_EARLY]):
        return True
    if "that" in words and _POINTING_CLAUSE.search(sentence.text) is not None:
        return True
    if first in _OPENERS or first.endswith(("ly", "ing")):
        clause, comma, _ = sentence.text.partition(",")
        reach = clause.count(" ") + 1 + _AFTER_A_CLAUSE if comma else _REACH
        return not _INNER_POINTERS.isdisjoint(words[:reach])
    return first == "the" and _COMMENTS.match(sentence.text.lower()) is not None
