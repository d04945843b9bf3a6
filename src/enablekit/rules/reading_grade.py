"""
The guidance, or what a rep is to say aloud, is hard to read.

Guidance is reported above grade 12 and spoken lines above grade 9 of Flesch and Kincaid: years of
school a reader needs. Only English is graded, from 150 words on; the hardest text is named.

Why reps care: Guidance is read in the two minutes before a call, and a line that is hard to read
cannot be said. The rep improvises, and the buyer hears something else.

Wrong:
    tldr: Utilisation of the aforementioned documentation facilitates prioritisation of remediation.

Right:
    tldr: Use the paper to decide what to mend first.

Options:
    guidance: the highest grade of guidance (12). spoken: the highest grade of spoken lines (9).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from enablekit.extend.guidance_texts import texts
from enablekit.extend.reading_grade import grade, sentences_of
from enablekit.extend.rule import described
from enablekit.extend.short_quote import short
from enablekit.extend.spoken_lines import lines
from enablekit.extend.where_written import in_entry
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
    code="EK801",
    name="reading-grade",
    severity=Severity.WARNING,
    profile=Profile.STRICT,
)

_FEWEST_WORDS = 150  # the formula says nothing about less
_FEWEST_IN_HARDEST = 8  # words of a sentence worth naming
# Buyers' words, and questions that rules of their own look at.
_THEIRS = frozenset({"pains", "check", "they_say", "they_ask"})


class _Part(NamedTuple):
    """A text, the entry and the key it stands under, and its place in words."""

    text: str
    entry: Span
    key: str
    place: str


def check(asset: Asset, around: Surroundings) -> Iterator[Finding]:
    """Report guidance and spoken lines that ask for too much school."""
    if asset.status is not Status.PUBLISHED or not asset.language.startswith("en"):
        return
    spoken = [_Part(one.text, one.entry, one.key, one.place) for one in lines(asset)]
    said = {(part.entry, part.key) for part in spoken}
    read = [
        _Part(one.text, one.entry, one.key, one.place)
        for one in texts(asset)
        if (one.entry, one.key) not in said and one.part not in _THEIRS and one.key not in _THEIRS
    ]
    highest = around.number("reading-grade", "guidance", 12)
    yield from _too_hard("the guidance", read, highest, around)
    highest = around.number("reading-grade", "spoken", 9)
    yield from _too_hard("what is said aloud", spoken, highest, around)


def _too_hard(
    what: str, parts: list[_Part], highest: int, around: Surroundings
) -> Iterator[Finding]:
    result = grade([part.text for part in parts])
    if result.words < _FEWEST_WORDS or result.years <= highest:
        return
    part, sentence = max(
        ((part, sentence) for part in parts for sentence in sentences_of(part.text)),
        key=lambda one: _hardness(one[1]),
    )
    yield RULE.at(
        in_entry(part.entry, sentence, around, key=part.key),
        f"{what} reads at grade {result.years:.1f}, above {highest}; hardest: “{short(sentence)}”",
        place=part.place,
        fix="Cut long sentences in two and say it in shorter words, the hardest first",
    )


def _hardness(sentence: str) -> float:
    result = grade([sentence])
    return result.years if result.words >= _FEWEST_IN_HARDEST else 0.0
