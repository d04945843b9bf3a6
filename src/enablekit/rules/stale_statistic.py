"""
A figure rests on a source that is older than the project allows.

It looks at the years that a sentence with a figure gives for its survey, study, report or link,
and at the years in the scope and source of proof points. What a text tells about the past is not
meant.

Why reps care: Buyers look at the year of a survey before they look at the number. A figure from
before their last system change does not count any more.

Wrong:
    A 2019 survey found that 57% of disputes come to light late.

Right:
    A 2026 survey found that 57% of disputes come to light late.

Options:
    `years`: how old the source of a figure may be; 4 if not set.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from enablekit.extend.claimed_figures import claimed
from enablekit.extend.rule import described
from enablekit.extend.stated_sentences import block_at
from enablekit.extend.where_written import stretch_in_entry
from enablekit.model.asset import Status
from enablekit.model.diagnosis import Profile
from enablekit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.surroundings import Surroundings
    from enablekit.model.asset import Asset
    from enablekit.model.evidence import Statistic
    from enablekit.model.finding import Finding
    from enablekit.model.span import Span

RULE = described(
    __doc__,
    code="EK702",
    name="stale-statistic",
    severity=Severity.WARNING,
    profile=Profile.STRICT,
    timed=True,
)

_YEARS = 4
_YEAR = re.compile(r"(?<![\d.,$€£/-])(?:19|20)\d\d(?![\d,%-])(?!\.\d)")
_DATED = re.compile(
    r"\b(?:survey|study|report|research|poll|benchmark|analysis|index|census|white ?paper"
    r"|according to)\b",
    re.IGNORECASE,
)
_SINCE = re.compile(
    r"\b(?:since|founded|established|launched|until|by|from|before|after)\s$", re.IGNORECASE
)


def check(asset: Asset, around: Surroundings) -> Iterator[Finding]:
    """Report each figure whose source is too old."""
    if asset.status is not Status.PUBLISHED or asset.superseded_by:
        return
    oldest = around.today.year - around.number(RULE.name, "years", _YEARS)
    if asset.language.lower().startswith("en"):
        for one in asset.evidence.statistics:
            year = _newest(one.text) if _names_its_source(one, asset) else None
            if year is not None and int(year.group()) < oldest:
                place = stretch_in_entry(around, one.span, one.text, *year.span())
                yield _finding(place, one.figure, year.group())
    for number, point in enumerate(asset.guidance.proof_points, 1):
        figure = next(claimed(point.claim), None)
        year = _newest(point.scope)
        if figure is not None and year is not None and int(year.group()) < oldest:
            place = stretch_in_entry(around, point.span, point.scope, *year.span())
            words = point.claim[figure.start : figure.end].strip()
            yield _finding(place, words, year.group(), f"proof point {number}")


def _finding(where: Span, figure: str, year: str, place: str = "") -> Finding:
    return RULE.at(
        where,
        f"“{figure}” rests on a source from {year}",
        place=place,
        fix="Find a newer source, or say in the text why the old one still holds",
    )


def _names_its_source(statistic: Statistic, asset: Asset) -> bool:
    """Tell whether a sentence names the work its figure is from."""
    block = block_at(asset, statistic.span.line)
    if block is None or block.kind == "quote":
        return False
    return _DATED.search(statistic.text) is not None


def _newest(text: str) -> re.Match[str] | None:
    """Return the newest year of a text; years that only begin or end a period are none."""
    years = [
        found
        for found in _YEAR.finditer(text)
        if not _SINCE.search(text, max(0, found.start() - 12), found.start())
    ]
    return max(years, key=lambda found: int(found.group()), default=None)
