"""
A sentence compares a named competitor and its paragraph gives no source with a date.

Competitors are those of the project file and those an asset names under `competitors:`. In a
battlecard it is an error, because that is what a rep repeats.

Why reps care: What a rival cannot do today, it may do next month. A buyer who has just seen it
work stops believing the rest of the card.

Wrong:
    Match is faster than Ledgerline.

Right:
    Match is faster than Ledgerline ([their price page](https://example.com), 2 October 2026).
"""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from enablekit.extend.claims_of_guidance import claims
from enablekit.extend.rule import described
from enablekit.extend.stated_sentences import is_linked, sentences, stated
from enablekit.extend.where_written import stretch_in_entry
from enablekit.model.asset import Status
from enablekit.model.finding import Severity
from enablekit.model.vocabulary import name_from_id

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.surroundings import Surroundings
    from enablekit.model.asset import Asset
    from enablekit.model.finding import Finding
    from enablekit.model.guidance_entries import GuidanceEntry
    from enablekit.model.span import Span

    _Place = tuple[Span, str, str]

RULE = described(__doc__, code="EK704", name="competitor-claim", severity=Severity.WARNING)

_MORE = (
    r"(?:more|less|fewer|better|worse|faster|slower|cheaper|easier|safer|harder|simpler|higher"
    r"|lower|greater|stronger|weaker)"
)
_FALLS_SHORT = (
    r"(?:lacks?|fails? to|falls? short|cannot|can['’]t|is unable to|ha(?:s|ve) no"
    r"|do(?:es)?(?: not|n['’]t) (?:support|offer|have|provide|include|allow|scale|work|read|check"
    r"|integrate|handle)"
    r"|(?:is|are|was) (?:much |far |significantly )?(?:slower|worse|weaker|superior|inferior"
    r"|cheaper|more (?:expensive|limited|complex|difficult)|less [\w-]+))"
)
_SUPPOSED = re.compile(r"\b(?:if|whether|perhaps|maybe|might)\b", re.IGNORECASE)
_DATED = re.compile(
    r"\b(?:(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sep(?:t(?:ember)?)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.? (?:\d{1,2},? )?20\d\d"
    r"|Q[1-4] 20\d\d|20\d\d-\d\d(?:-\d\d)?|as of 20\d\d|in 20\d\d)\b"
)


def check(asset: Asset, around: Surroundings) -> Iterator[Finding]:
    """Report each comparison with a competitor that nobody could look up."""
    if asset.status is not Status.PUBLISHED or not asset.language.lower().startswith("en"):
        return
    rivals = _names(asset, around)
    if not rivals:
        return
    severity = Severity.ERROR if asset.type == "battlecard" else Severity.WARNING
    found = (*_in_the_text(asset, around, rivals), *_in_the_guidance(asset, around, rivals))
    for where, name, place in found:
        yield RULE.at(
            where,
            f"“{name}” is compared without a dated source",
            place=place,
            fix="Link where it stands and say when you looked, or name a proof point that does",
            severity=severity,
        )


def _in_the_text(asset: Asset, around: Surroundings, rivals: re.Pattern[str]) -> Iterator[_Place]:
    for sentence in stated(asset):
        found, block = _compared(sentence.text, rivals), sentence.block
        if found and not (_DATED.search(block.text) and is_linked(block, around)):
            yield sentence.place(*found), sentence.text[slice(*found)], ""


def _in_the_guidance(
    asset: Asset, around: Surroundings, rivals: re.Pattern[str]
) -> Iterator[_Place]:
    proved = {point.id for point in asset.guidance.proof_points if point.source and point.scope}
    for text, span, place, entry in claims(asset.guidance):
        if _rests_on_a_proof(entry, proved) or _DATED.search(text):
            continue
        for start, end in sentences(text):
            if found := _compared(text[start:end], rivals):
                first, last = start + found[0], start + found[1]
                yield stretch_in_entry(around, span, text, first, last), text[first:last], place


def _compared(sentence: str, rivals: re.Pattern[str]) -> tuple[int, int] | None:
    """Return where the competitor stands that a sentence compares; questions compare nothing."""
    if sentence.rstrip().endswith("?") or _SUPPOSED.search(sentence):
        return None
    found = rivals.search(sentence)
    return found.span(found.lastindex or 0) if found else None


def _rests_on_a_proof(entry: GuidanceEntry, proved: set[str]) -> bool:
    if getattr(entry, "source", "") and getattr(entry, "scope", "."):
        return True
    return getattr(entry, "proof", "") in proved


def _names(asset: Asset, around: Surroundings) -> re.Pattern[str] | None:
    known = around.config.vocabulary.competitors
    names = {one.name or name_from_id(one.id) for one in known}
    ids = {one.id for one in known}
    names |= {name_from_id(one) for one in asset.competitors if one not in ids}
    return _pattern(tuple(sorted(names))) if names else None


@functools.lru_cache(maxsize=64)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    """Match a comparison of which one of the names is a part; the last group is the name."""
    longest_first = sorted(names, key=len, reverse=True)
    name = rf"(?<![\w-])({'|'.join(map(re.escape, longest_first))})(?![\w-])"
    not_its_rivals = r"(?! (?:alternatives?|competitors?|rivals?|users?|customers?)\b)"
    return re.compile(
        rf"{name}(?:['’]s? (?:\w+ )?\w+)? (?:currently |simply |also |still )?{_FALLS_SHORT}\b"
        rf"|\b{_MORE} (?:[\w-]+ ){{0,3}}?than (?:\w+ ){{0,2}}?{name}{not_its_rivals}"
        rf"|\b(?:(?:outperform|beat)(?:s|ed)?|superior to|inferior to|[Uu]nlike) "
        rf"{name}{not_its_rivals}"
    )
