"""Sentences that say what a term means."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from enablekit.parsing.evidence.leaning import opens_leaning
from enablekit.parsing.evidence.terms import COMMON, forms, word_set, words
from enablekit.parsing.evidence.worthiness import is_clean, is_complete

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.model.audience import Audience
    from enablekit.model.evidence import Drawn
    from enablekit.parsing.evidence.passages import Passage, Sentence

_EARLY = 3  # sentences of a section
_LONGEST_TERM = 5  # words
_SHORTEST = 8  # words of a definition

_DEFINES = re.compile(
    r"(?:An?\s|The\s)?(?P<term>[^.,;:!?()]{2,60}?)(?:\s\((?P<short>[A-Z][\w-]{1,9})\))?\s"
    r"(?:(?P<verb>means|refers\sto|stands\sfor|(?:is|are)\sdefined\sas"
    r"|(?:is|are)\sused\s(?:to|for))\s|(?P<is>is|are)\s)"
)
_COPULAS = word_set("is are means refers stands")
_LATEST_COPULA = 10  # words into the sentence
_KIND = re.compile(
    r"(?P<article>(?:an?|the|any)\s)?(?P<kind>[^.;:!?()]{3,120}?)"
    r"(?=[,.]|\s(?:that|which|who|for|of|in|to|used|where|designed|on|with|from|by|when|whose|built"
    r"|made|between|at|aimed|intended|held|headquartered|capable|able|consisting)\b)"
)
_NOT_A_KIND = word_set(
    "two three four five six some both slightly different departure proposition take backbone"
    " foundation foundations heart cornerstone building meat testament core prominent player"
    " players powerful efficient robust broader bigger friend future home king leader leaders name"
    " names great good better novel somewhat relatively fairly pretty rather option choice choices"
    " options bet candidate contender pick best ideal perfect very highly key critical crucial"
    " popular leading big strong huge major important prime fantastic excellent must no-brainer"
    " game-changer common typical bit lot number couple few result reason case way matter example"
    " difference problem challenge question goal aim idea first second next last only most same"
    " other another more one top main biggest largest significant essential vital fundamental"
    " natural part member fan firm clear real true false big-hitter well-known widely perfectly"
    " obvious solid smart safe fast simple easy hard quick cheap useful helpful viable valid"
    " decent must-have particularly especially hugely really quite just not no also often usually"
    " essentially always never now still about in on at to for by with up all available based able"
    " likely possible responsible designed used known made built given going being comprised"
    " composed worth like as because when where what how why who whether our your my their his her"
    " its this that these those undoubtedly probably perhaps arguably subsidiary spectrum"
)
"""What praises, ranks or relates a term instead of saying what it is."""

_ROLES = word_set(
    "administrator advisor analyst architect ce ceo cfo chief clerk coach colleague consultant cto"
    " customer designer developer director engineer executive expert founder head journalist lead"
    " manager marketer member nurse officer owner person president professional rep"
    " representative researcher seller specialist student teacher user writer"
)
"""What a person is by his work: `Ana is a nurse.` defines nothing."""

_GLOSSARY = re.compile(r"\b(?:[Dd]efinitions?|[Gg]lossary|[Tt]erminology|[Vv]ocabulary)\b")
_ENTRY = re.compile(r"(?P<term>[A-Z][^.,;:!?()]{2,60}?)(?: [-–—] |: )(?P<gloss>[A-Za-z].*)")

_NOT_A_TERM = word_set(
    "one another each every some many most all none both part our my your we you they it this"
    " that these those there here what which who how why when where if result results goal aim"
    " idea reason problem challenge question answer point key main biggest first second third last"
    " next best worst good bad only other others thing things way ways since while although"
    " because as with for by at in on of to from like unlike whether though so and but"
)
"""Words no term starts with."""


def draw(worthy: list[Sentence], lists: list[Passage], *, title: str) -> tuple[Drawn, ...]:
    """
    Return the English sentences that define a term, in reading order, one for each term.

    The term stands in the heading or the title or is a name, the sentence comes early in its
    section, and it says what kind of thing the term is, not how good it is. The items of a list
    under a heading such as `Glossary` define their terms, too: `Dispute - An invoice held back`.
    """
    titled = forms(title)
    found: dict[tuple[str, Audience | None], Drawn] = {}
    for sentence in worthy:
        if sentence.order < _EARLY and sentence.passage.block.kind == "paragraph":
            term = _defined_term(sentence, titled)
            key = (term, sentence.passage.block.audience)
            if term and key not in found:
                found[key] = sentence.drawn()
    for sentence in _entries(lists):
        key = (sentence.text.lower(), sentence.passage.block.audience)
        found[key] = sentence.drawn()
    return tuple(sorted(found.values(), key=_place))


def _entries(lists: list[Passage]) -> Iterator[Sentence]:
    """Yield the first sentence of each entry of the glossaries of a text."""
    for passage in lists:
        if _GLOSSARY.search(passage.heading) is None:
            continue
        for sentence in passage.sentences():
            entry = _ENTRY.match(sentence.text)
            if entry is None or opens_leaning(entry["gloss"]) or not is_clean(sentence.text):
                continue
            if len(words(entry["term"])) <= _LONGEST_TERM and len(words(entry["gloss"])) > 1:
                yield sentence


def _defined_term(sentence: Sentence, titled: frozenset[str]) -> str:
    """Return the term a sentence defines, or nothing."""
    said = sentence.words
    if len(said) < _SHORTEST or _COPULAS.isdisjoint(said[:_LATEST_COPULA]):
        return ""
    match = _DEFINES.match(sentence.text)
    if match is None or not (match["verb"] or _is_a_kind(sentence, match)):
        return ""
    term = words(match["term"])
    if not term or len(term) > _LONGEST_TERM or term[0] in _NOT_A_TERM:
        return ""
    content = [word for word in term if word not in COMMON]
    if not content or not _is_named(match, content, titled, sentence.passage.heading):
        return ""
    return " ".join(term) if is_complete(sentence) else ""


def _is_a_kind(sentence: Sentence, match: re.Match[str]) -> bool:
    """Tell whether what follows `is` or `are` is a kind of thing, without praise or rank."""
    kind = _KIND.match(sentence.text, match.end())
    if kind is None or not (kind["article"] or match["is"] == "are"):
        return False
    said = words(kind["kind"])
    if not kind["article"] and not said[-1].endswith("s"):
        return False
    return _NOT_A_KIND.isdisjoint(said)


def _is_named(
    match: re.Match[str], content: list[str], titled: frozenset[str], heading: str
) -> bool:
    """Tell whether a term is in the title or the heading, has an abbreviation, or is a name."""
    known = titled | forms(heading)
    if match["short"] or all(word in known for word in content):
        return True
    written = match["term"].split()
    if len(written) > 1:
        return all(word[0].isupper() for word in written)
    return _is_a_thing_by_name(match)


def _is_a_thing_by_name(match: re.Match[str]) -> bool:
    """Tell whether a sentence says of a single name that it is a thing of a kind, not a person."""
    if match.start("term") or not match["term"][0].isupper() or match["is"] != "is":
        return False
    if match["term"].endswith("ing"):
        return False  # an activity: `Waiting is a habit that …`
    kind = _KIND.match(match.string, match.end())
    if kind is None or kind["article"] not in ("a ", "an "):
        return False
    return _ROLES.isdisjoint(words(kind["kind"]))


def _place(definition: Drawn) -> tuple[int, int]:
    return (definition.span.line, definition.span.column)
