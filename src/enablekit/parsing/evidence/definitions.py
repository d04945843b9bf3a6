"""Sentences that say what a term means."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from enablekit.model.evidence import Definition
from enablekit.parsing.evidence.leaning import opens_leaning
from enablekit.parsing.evidence.terms import COMMON, forms, word_set, words
from enablekit.parsing.evidence.verbs import has_a_personal_form
from enablekit.parsing.evidence.worthiness import is_clean, is_complete

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.model.audience import Audience
    from enablekit.parsing.evidence.passages import Passage, Sentence

_EARLY = 3  # sentences of a section
_LONGEST_TERM = 5  # words
_SHORTEST = 6  # words of a definition

_DEFINES = re.compile(
    r"(?:(?:In|Within|Unlike|Based on|Part of|Formerly|Founded|Created|Developed|Built)\s"
    r"[^,.;:!?()]{2,50},\s)?(?:[Aa]n?\s|[Tt]he\s)?(?P<term>[^.,;:!?()]{2,60}?)(?:\s\((?P<short>[A-Z][\w-]{1,9})\))?\s"
    r"(?:(?P<verb>means|refers\sto|stands\sfor|(?:is|are)\sdefined\sas"
    r"|bills\sitself\sas|(?:is|are)\s(?P<use>used\s(?:to|for)))\s|(?P<is>is|are)\s)"
)
_COPULAS = word_set("is are means refers stands bills")
_LATEST_COPULA = 10  # words into the sentence
_LATEST_BEHIND_A_CLAUSE = 16
_CLAUSES = word_set("in within unlike based part formerly founded created developed built")
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
    " options bet candidate contender pick best ideal perfect key critical crucial"
    " leading big strong huge major important prime fantastic excellent must no-brainer"
    " game-changer common typical bit lot number couple few result reason case way matter example"
    " difference problem challenge question goal aim idea first second next last only most same"
    " other another more one top main biggest largest significant essential vital fundamental"
    " natural part member fan firm clear real true false big-hitter well-known widely perfectly"
    " obvious solid smart safe fast simple easy hard quick cheap useful helpful viable valid"
    " decent must-have particularly especially really quite just not no also often usually"
    " essentially always never now still about in on at to for by with up all available based able"
    " likely possible responsible designed used known made built given going being comprised"
    " composed worth like as because when where what how why who whether our your my their his her"
    " its this that these those undoubtedly probably perhaps arguably subsidiary spectrum"
)
"""What praises, ranks or relates a term instead of saying what it is."""

_PRAISE = word_set("popular hugely highly very widely-used impressive")
_BARE_KIND = 3  # words of a kind that is praised, so that little of it is left

_ROLES = word_set(
    "administrator advisor analyst architect ce ceo cfo chief clerk coach colleague consultant cto"
    " customer designer developer director engineer executive expert founder head journalist lead"
    " manager marketer member nurse officer owner person president professional rep"
    " representative researcher seller specialist student teacher user writer"
)
"""What a person is by his work: `Ana is a nurse.` defines nothing."""

_GLOSSARY = re.compile(r"\b(?:[Dd]efinitions?|[Gg]lossary|[Tt]erminology|[Vv]ocabulary)\b")
_ENTRY = re.compile(r"(?P<term>[A-Z][^.,;:!?()]{2,60}?)(?P<joint> [-–—] |: )(?P<gloss>[A-Za-z].*)")
_FEWEST_ENTRIES = 3  # of a list that nobody calls a glossary
_MOST_OTHERS = 1 / 3  # of its items, which are no entries
_SHORTEST_GLOSS = 4  # words, outside a glossary
_ARTICLES = word_set("a an the any")
_RELATIVES = word_set("that which who whose where")
_NOT_A_GLOSS = word_set(
    "link links see for in on at to by from with if when while how why what where who whether does"
    " do is are can you we our your it this these those no not yes include includes including"
    " ability extent way best great good same full"
)
"""First words of an item that goes on about its label instead of saying what it is."""

_JOINED = word_set("and or vs your our how")
"""Words in a label that is no single term."""

_NOT_A_TERM = word_set(
    "one another each every some many most all none both part our my your we you they it this"
    " that these those there here what which who how why when where if result results goal aim"
    " idea reason problem challenge question answer point key main biggest first second third last"
    " next best worst good bad only other others thing things way ways since while although"
    " because as with for by at in on of to from like unlike whether though so and but"
)
"""Words no term starts with."""


def draw(worthy: list[Sentence], lists: list[Passage], *, title: str) -> tuple[Definition, ...]:
    """
    Return the English sentences that define a term, in reading order, one for each term.

    The term stands in the heading or the title or is a name, the sentence comes early in its
    section, and it says what kind of thing the term is, not how good it is. The items of a list
    under a heading such as `Glossary` define their terms, too: `Dispute - An invoice held back`;
    those of other lists do when most of them name a kind of thing behind their label.
    """
    titled = forms(title)
    found: dict[tuple[str, Audience | None], Definition] = {}
    for sentence in worthy:
        if sentence.order < _EARLY and sentence.passage.block.kind == "paragraph":
            match = _defining(sentence, titled)
            if match is None:
                continue
            key = (" ".join(words(match["term"])), sentence.passage.block.audience)
            if key not in found:
                start = match.start("use") if match["use"] else match.end()
                found[key] = _definition(sentence, match["term"], sentence.text[start:])
    for sentence, entry in _entries(lists):
        key = (sentence.text.lower(), sentence.passage.block.audience)
        found[key] = _definition(sentence, entry["term"], entry["gloss"])
    return tuple(sorted(found.values(), key=_place))


def _definition(sentence: Sentence, term: str, gloss: str) -> Definition:
    drawn = sentence.drawn()
    return Definition(
        text=drawn.text,
        span=drawn.span,
        anchor=drawn.anchor,
        audience=drawn.audience,
        term=term,
        gloss=gloss.rstrip("."),
    )


def _entries(lists: list[Passage]) -> Iterator[tuple[Sentence, re.Match[str]]]:
    """Yield the first sentence of each entry of the glossaries of a text, and how it is cut."""
    for passage in lists:
        text = passage.block.text
        is_glossary = _GLOSSARY.search(passage.heading) is not None
        least = max(_FEWEST_ENTRIES, (1 - _MOST_OTHERS) * (text.count("\n") + 1))
        if passage.is_links or not (is_glossary or _joints(text) >= least):
            continue
        found = [
            (sentence, entry)
            for sentence in passage.sentences()
            if (entry := _ENTRY.match(sentence.text))
            and (is_glossary or _says_a_kind(entry))
            and _may_be_entry(sentence, entry)
        ]
        if not is_glossary and len(found) < least:
            continue
        yield from found


def _joints(text: str) -> int:
    """Count what may stand between a term and its gloss."""
    return text.count(": ") + text.count(" - ") + text.count(" – ") + text.count(" — ")


def _may_be_entry(sentence: Sentence, entry: re.Match[str]) -> bool:
    """Tell whether a line is whole, with a term that is not too long and a gloss."""
    if opens_leaning(entry["gloss"]) or not is_clean(sentence.text):
        return False
    return len(words(entry["term"])) <= _LONGEST_TERM and len(words(entry["gloss"])) > 1


def _says_a_kind(entry: re.Match[str]) -> bool:
    """Tell whether a gloss is a noun with what tells it from its kind, and its term is one term."""
    gloss = entry["gloss"]
    if gloss[-1] in "?:" or "&" in entry["term"]:
        return False
    first = gloss.partition(" ")[0].lower()
    if first in _NOT_A_GLOSS or (
        first not in _ARTICLES and " wh" not in gloss and " that " not in gloss
    ):
        return False
    said = words(gloss)
    if len(said) < _SHORTEST_GLOSS or not _JOINED.isdisjoint(words(entry["term"])):
        return False
    start = 1 if said[0] in _ARTICLES else 0
    if said[start] in _NOT_A_GLOSS:
        return False
    place = next((at for at, word in enumerate(said) if word in _RELATIVES), len(said))
    if place == len(said) and not start:
        return False
    return not has_a_personal_form(said[:place])


def _defining(sentence: Sentence, titled: frozenset[str]) -> re.Match[str] | None:
    """Return how a sentence defines a term, or nothing."""
    said = sentence.words
    latest = _LATEST_BEHIND_A_CLAUSE if said[0] in _CLAUSES else _LATEST_COPULA
    if len(said) < _SHORTEST or _COPULAS.isdisjoint(said[:latest]):
        return None
    match = _DEFINES.match(sentence.text)
    if match is None or not (match["verb"] or _is_a_kind(sentence, match)):
        return None
    term = words(match["term"])
    if not term or len(term) > _LONGEST_TERM or term[0] in _NOT_A_TERM:
        return None
    content = [word for word in term if word not in COMMON]
    if not content or not is_complete(sentence):
        return None
    is_use = bool(match["use"]) and not sentence.order and len(content) > 1
    named = is_use or _is_named(match, content, titled, sentence.passage.heading)
    return match if named else None


def _is_a_kind(sentence: Sentence, match: re.Match[str]) -> bool:
    """Tell whether what follows `is` or `are` is a kind of thing, without praise or rank."""
    kind = _KIND.match(sentence.text, match.end())
    if kind is None or not (kind["article"] or match["is"] == "are"):
        return False
    said = words(kind["kind"])
    if not kind["article"] and not said[-1].endswith("s"):
        return False
    if not _NOT_A_KIND.isdisjoint(said):
        return False
    # `a very popular platform, thanks to …` praises; `a popular platform for …` says what for.
    is_bare = sentence.text[kind.end() : kind.end() + 1] in (",", ".") and len(said) <= _BARE_KIND
    return not (is_bare and not _PRAISE.isdisjoint(said))


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
    if not match["term"][0].isupper() or not (
        match["is"] == "is" or match["verb"] == "bills itself as"
    ):
        return False
    if match["term"].endswith("ing"):
        return False  # an activity: `Waiting is a habit that …`
    kind = _KIND.match(match.string, match.end())
    if kind is None or kind["article"] not in ("a ", "an "):
        return False
    return _ROLES.isdisjoint(words(kind["kind"]))


def _place(definition: Definition) -> tuple[int, int]:
    return (definition.span.line, definition.span.column)
