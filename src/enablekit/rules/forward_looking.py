"""
A promise about the roadmap stands without a disclaimer.

Why reps care: A feature promised in a piece and sold with it may hold up the revenue of the whole
deal until it ships, and the trust of the buyer when it does not.

Wrong:
    Single sign-on will ship in Q3.

Right:
    Single sign-on will ship in Q3. Plans may change; buy for what is there today.

Options:
    `disclaimers`: your own wording of a disclaimer, besides the usual ones.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from enablekit.extend.claims_of_guidance import claims
from enablekit.extend.rule import described
from enablekit.extend.stated_sentences import sentences, stated
from enablekit.extend.where_written import stretch_in_entry
from enablekit.model.asset import Status
from enablekit.model.diagnosis import Profile
from enablekit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.surroundings import Surroundings
    from enablekit.model.asset import Asset
    from enablekit.model.finding import Finding
    from enablekit.model.span import Span

RULE = described(
    __doc__,
    code="EK705",
    name="forward-looking",
    severity=Severity.WARNING,
    profile=Profile.STRICT,
)

_SOON = (
    r"(?:soon|shortly|later this year|next (?:month|quarter|year|release)"
    r"|(?:in|by|during) (?:early |late |mid-?|the \w+ (?:half|quarter) of )?(?:Q[1-4]|20\d\d"
    r"|spring|summer|autumn|fall|winter)(?: 20\d\d)?)"
)
_PROMISE = re.compile(
    rf"\bwill (?:also |soon |then )?(?:be )?(?:ship(?:ped)?|launch(?:ed)?|releas(?:e|ed|ing)"
    rf"|roll(?:ed|ing)? out|available|generally available)\b[^.!?]{{0,60}}?\b{_SOON}\b"
    r"|\b(?:is|are|support|features?|integrations?|connectors?|release) (?:also )?coming soon\b"
    r"|\bon (?:our|the) (?:product )?roadmap\b"
    rf"|\b(?:is|are) (?:planned|scheduled|slated) (?:for release )?(?:for )?{_SOON[:-1]}"
    r"|for (?:Q[1-4]|20\d\d|spring|summer|autumn|winter)(?: 20\d\d)?)\b",
    re.IGNORECASE,
)
_DISCLAIMER = re.compile(
    r"subject to change|may change|might change|no commitment|not a commitment|not a promise"
    r"|forward[ -]looking|safe[ -]harbou?r|without notice|no guarantee|not guaranteed"
    r"|not a contract|do(?:es)? not promise|don['’]t promise|not binding|may be delayed",
    re.IGNORECASE,
)
_NOT_OURS = re.compile(
    r"\b(?:if|whether|not|no|none|never|nothing|isn['’]t|aren['’]t|won['’]t|webinar|event|session"
    r"|episode|ebook|blog|report|article)\b",
    re.IGNORECASE,
)


def check(asset: Asset, around: Surroundings) -> Iterator[Finding]:
    """Report each promise, unless the piece disclaims its promises anywhere."""
    if asset.status is not Status.PUBLISHED or not asset.language.lower().startswith("en"):
        return
    more = [word.casefold() for word in around.words(RULE.name, "disclaimers")]
    texts = [block.text for block in asset.body.blocks]
    if any(_disclaims(text, more) for text in texts):
        return
    if asset.type != "case-study":  # which tells what a customer plans
        for sentence in stated(asset):
            if found := _promise(sentence.text):
                yield _finding(sentence.place(*found.span()), found.group())
    yield from _promised_aloud(asset, around, more)


def _promised_aloud(asset: Asset, around: Surroundings, more: list[str]) -> Iterator[Finding]:
    for text, span, place, _ in claims(asset.guidance):
        if _disclaims(text, more):
            continue
        for start, end in sentences(text):
            if found := _promise(text[start:end]):
                first, last = start + found.start(), start + found.end()
                yield _finding(
                    stretch_in_entry(around, span, text, first, last), found.group(), place
                )


def _disclaims(text: str, more: list[str]) -> bool:
    folded = text.casefold()
    return _DISCLAIMER.search(text) is not None or any(words in folded for words in more)


def _promise(sentence: str) -> re.Match[str] | None:
    if sentence.rstrip().endswith("?") or _NOT_OURS.search(sentence):
        return None
    return _PROMISE.search(sentence)


def _finding(where: Span, words: str, place: str = "") -> Finding:
    shown = " ".join(words.split())
    return RULE.at(
        where,
        f"“{shown}” is promised without a disclaimer",
        place=place,
        fix="Say beside it that plans may change, or take the promise out",
    )
