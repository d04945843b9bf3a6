"""Sentences that say what a term means."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from enablekit.parsing.evidence.terms import COMMON, forms, word_set, words
from enablekit.parsing.evidence.worthiness import is_complete

if TYPE_CHECKING:
    from enablekit.model.audience import Audience
    from enablekit.model.evidence import Drawn
    from enablekit.parsing.evidence.passages import Sentence

_EARLY = 3  # sentences of a section
_LONGEST_TERM = 5  # words
_SHORTEST = 8  # words of a definition

_DEFINES = re.compile(
    r"(?:An?\s|The\s)?(?P<term>[^.,;:!?()]{2,60}?)(?:\s\((?P<short>[A-Z][\w-]{1,9})\))?\s"
    r"(?:(?P<verb>means|refers\sto|stands\sfor|(?:is|are)\sdefined\sas)\s|(?P<is>is|are)\s)"
)
_COPULAS = word_set("is are means refers stands")
_LATEST_COPULA = 10  # words into the sentence
_KIND = re.compile(
    r"(?P<article>(?:an?|the|any)\s)?(?P<kind>[^.;:!?()]{3,120}?)"
    r"(?=[,.]|\s(?:that|which|who|for|of|in|to|used|where|designed|on|with|from|by|when|whose|built"
    r"|made|between|at|aimed|intended|held|headquartered)\b)"
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
    " its this that these those undoubtedly probably perhaps arguably"
)
"""What praises, ranks or relates a term instead of saying what it is."""

_NOT_A_TERM = word_set(
    "one another each every some many most all none both part our my your we you they it this"
    " that these those there here what which who how why when where if result results goal aim"
    " idea reason problem challenge question answer point key main biggest first second third last"
    " next best worst good bad only other others thing things way ways since while although"
    " because as with for by at in on of to from like unlike whether though so and but"
)
"""Words no term starts with."""


def draw(worthy: list[Sentence], *, title: str) -> tuple[Drawn, ...]:
    """
    Return the English sentences that define a term, in reading order, one for each term.

    The term stands in the heading or the title or is a name, the sentence comes early in its
    section, and it says what kind of thing the term is, not how good it is.
    """
    titled = forms(title)
    found: dict[tuple[str, Audience | None], Drawn] = {}
    for sentence in worthy:
        if sentence.order < _EARLY and sentence.passage.block.kind == "paragraph":
            term = _defined_term(sentence, titled)
            key = (term, sentence.passage.block.audience)
            if term and key not in found:
                found[key] = sentence.drawn()
    return tuple(found.values())


def _defined_term(sentence: Sentence, titled: set[str]) -> str:
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


def _is_named(match: re.Match[str], content: list[str], titled: set[str], heading: str) -> bool:
    """Tell whether a term is in the title or the heading, has an abbreviation, or is a name."""
    known = titled | forms(heading)
    if match["short"] or all(word in known for word in content):
        return True
    written = match["term"].split()
    return len(written) > 1 and all(word[0].isupper() for word in written)
