"""
A superlative that nobody can prove: `industry-leading`, `best-in-class`, `unrivalled`.

Why reps care: Every vendor says it, so a buyer hears nothing. Some say it to a lawyer, who asks
for the proof.

Wrong:
    The industry-leading matching engine.

Right:
    The matching engine that held 6.4% of invoices in the first month.

Options:
    `words`: more words to report. `allow`: words not to report.
"""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from enablekit.extend.claims_of_guidance import claims
from enablekit.extend.rule import described
from enablekit.extend.stated_sentences import stated
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
    code="EK703",
    name="superlative",
    severity=Severity.INFO,
    profile=Profile.STRICT,
)

_WORDS = (
    "best-in-class",
    "best-of-breed",
    "industry-leading",
    "market-leading",
    "world-leading",
    "class-leading",
    "world-class",
    "world's leading",
    "unrivalled",
    "unrivaled",
    "unparalleled",
    "unmatched",
    "second to none",
    "bar none",
    "guaranteed results",
    "game-changing",
)
_TAKEN_BACK = re.compile(
    r"\b(?:one of the|not(?: a| an| the)?|no|unlikely to be(?: a)?|isn['’]t)\s$"
)


def check(asset: Asset, around: Surroundings) -> Iterator[Finding]:
    """Report each superlative of the text and of what reps say."""
    if asset.status is not Status.PUBLISHED or not asset.language.lower().startswith("en"):
        return
    allowed = {word.casefold() for word in around.words(RULE.name, "allow")}
    wanted = (*_WORDS, *around.words(RULE.name, "words"))
    pattern = _pattern(tuple(word for word in wanted if word.casefold() not in allowed))
    for sentence in stated(asset):
        for found in _meant(pattern, sentence.text):
            yield _finding(sentence.place(*found.span()), found.group())
    for text, span, place, _ in claims(asset.guidance):
        for found in _meant(pattern, text):
            yield _finding(
                stretch_in_entry(around, span, text, *found.span()), found.group(), place
            )


def _meant(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Yield the words but where they are denied, or shared as in `one of the`."""
    for found in pattern.finditer(text):
        if not _TAKEN_BACK.search(text, max(0, found.start() - 24), found.start()):
            yield found


def _finding(where: Span, words: str, place: str = "") -> Finding:
    return RULE.at(
        where,
        f"“{words}” is nothing a buyer can check",
        place=place,
        fix="Say what was measured instead, with its source",
    )


@functools.lru_cache(maxsize=8)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """Match any of the words, with a blank or a hyphen between their parts."""
    parts = (
        "[ -]".join(re.escape(part) for part in re.split("[ -]", word)).replace("'", "['’]")
        for word in words
    )
    return re.compile(rf"(?<![\w-])(?:{'|'.join(parts) or '(?!)'})(?![\w-])", re.IGNORECASE)
