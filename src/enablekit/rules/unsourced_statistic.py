"""
A figure that promises an outcome names no source: no link, no footnote, no survey or study.

In the text these are sentences such as `cuts review time by 40%` whose paragraph does not say
where the figure is from; a figure that one of the asset's own proof points carries is fine. In
the guidance it is a proof point with a number and without a `source`. A case study is itself the
source of what it tells.

Why reps care: The first question to a good number is who says so. A rep who has no answer has lost
the number and the room.

Wrong:
    Teams cut review time by 40%.

Right:
    Teams cut review time by 40% ([2026 survey](https://example.com/survey), n = 212).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from enablekit.extend.claimed_figures import claimed
from enablekit.extend.rule import described
from enablekit.extend.stated_figures import Figures, figures
from enablekit.extend.stated_sentences import block_at, names_a_source
from enablekit.extend.where_written import stretch_in_entry
from enablekit.model.asset import Status
from enablekit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.surroundings import Surroundings
    from enablekit.model.asset import Asset
    from enablekit.model.evidence import Statistic
    from enablekit.model.finding import Finding

RULE = described(__doc__, code="EK701", name="unsourced-statistic", severity=Severity.WARNING)

_OUTCOME = re.compile(
    r"\b(?:reduc(?:e[sd]?|ing|tion)|cut(?:s|ting)?|sav(?:e[sd]?|ing|ings)|increas(?:e[sd]?|ing)"
    r"|improv(?:e[sd]?|ing|ement)|boost(?:s|ed|ing)?|gain(?:s|ed)?|grew|grow(?:s|n|th)?"
    r"|decreas(?:e[sd]?|ing)|lower(?:s|ed|ing)?|fell|drop(?:s|ped)?|rose|doubl(?:e[sd]?|ing)"
    r"|faster|quicker|cheaper|fewer|shorter|less time|more (?:likely|productive|accurate|efficient)"
    r"|speed(?:s|ed)? up|eliminat(?:e[sd]?|ing)|accelerat(?:e[sd]?|ing)|slash(?:es|ed)?)\b",
    re.IGNORECASE,
)
_SAVES = re.compile(r"\bsav(?:e[sd]?|ing|ings)\b", re.IGNORECASE)
_TIME_OR_MONEY = re.compile(r"(?:minute|hour|day|week|month)s?|[$€£¥]")
_POLICY = re.compile(
    r"\b(?:discounts?|fees?|margin|price[sd]?|pricing|tax|quota|should|must|shall|no more than"
    r"|at most|maximum|minimum|goal|target|aim|objective|key result)\b|\bper (?:user|seat)\b",
    re.IGNORECASE,
)


def check(asset: Asset, around: Surroundings) -> Iterator[Finding]:
    """Report each figure of the text and each proof point that nobody stands behind."""
    if asset.status is not Status.PUBLISHED or not asset.language.lower().startswith("en"):
        return
    if asset.type != "case-study":
        proved = Figures(*(one.claim for one in asset.guidance.proof_points if one.source))
        for one in asset.evidence.statistics:
            if _promises_an_outcome(one) and not _is_sourced(one, asset, around, proved):
                start = one.text.find(one.figure)
                yield RULE.at(
                    stretch_in_entry(around, one.span, one.text, start, start + len(one.figure)),
                    f"nothing says where “{one.figure}” is from",
                    fix="Link the source in the same paragraph, or give a proof point its source",
                )
    for number, point in enumerate(asset.guidance.proof_points, 1):
        figure = next(claimed(point.claim), None)
        if figure is not None and not point.source:
            words = point.claim[figure.start : figure.end].strip()
            yield RULE.at(
                stretch_in_entry(around, point.span, point.claim, figure.start, figure.end),
                f"nothing says where “{words}” is from",
                place=f"proof point {number}",
                fix="Add `source:` with the anchor or the address that proves it",
            )


def _promises_an_outcome(statistic: Statistic) -> bool:
    if _POLICY.search(statistic.text):
        return False
    is_measure = statistic.unit in ("%", "x") or bool(statistic.direction)
    if is_measure and _OUTCOME.search(statistic.text) is not None:
        return True
    is_time_or_money = _TIME_OR_MONEY.fullmatch(statistic.unit) is not None
    return is_time_or_money and _SAVES.search(statistic.text) is not None


def _is_sourced(statistic: Statistic, asset: Asset, around: Surroundings, proved: Figures) -> bool:
    block = block_at(asset, statistic.span.line)
    if statistic.source or block is None or block.kind == "quote":
        return True
    return names_a_source(block, around) or any(
        proved.hold(figure) for figure in figures(statistic.figure)
    )
