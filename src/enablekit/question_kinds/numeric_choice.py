"""A limit in the text loses its figure, and the learner picks it among figures of its unit."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from enablekit.extend.confirmed import confirming
from enablekit.extend.figures_by_heart import are_looked_up
from enablekit.extend.item_making import (
    content_words,
    drawn_from_text,
    item_id,
    normalised,
    quotation,
)
from enablekit.extend.limits import is_limit, limits
from enablekit.extend.standing_alone import has_verb, stands_alone
from enablekit.model.phrase import phrase

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from enablekit.extend.siblings import Siblings
    from enablekit.model.asset import Asset
    from enablekit.model.evidence import Statistic
    from enablekit.model.item import Item
    from enablekit.model.library import Library
    from enablekit.model.phrase import Phrase

NAME = "numeric-choice"
BLOOM = "recall"

_DISTRACTORS = 2
_LONGEST = 26  # words of a stem's quotation
_APART = 1.15  # times; 68% beside 71% asks for nothing but memory
_PLAUSIBLE = 10  # times more or less than the right figure; anything else is ruled out unread
_DIGITS = re.compile(r"\d")
_NUMBER = re.compile(r"\d[\d.,]*")
_FEWEST_TELLING = 3  # words; fewer do not pin a figure down
_LEVEL_WITHIN = 3  # such a heading says little without the one above it
_MOST = 2  # of an asset: what it is about matters more than its figures


def candidates(asset: Asset, library: Library, siblings: Siblings) -> Iterator[Item]:  # noqa: ARG001 - a kind's contract
    """
    Make up to two items of figures that others of their unit can stand in for.

    Only promises, limits and thresholds are asked for that a must-know confirms, each once: reps
    say those as they are. A page without guidance makes nothing.
    """
    known = list(limits(asset))
    own = asset.evidence.statistics
    pieces = (asset, *siblings.near(asset))
    whose = {one: piece for piece in reversed(pieces) for one in piece.evidence.statistics}
    elsewhere = [one for other in pieces[1:] for one in other.evidence.statistics]
    headings = _headings(asset)
    made = 0
    for statistic in own:
        confirmed = confirming(statistic.text, known) if known else None
        if confirmed is None or not is_limit(statistic.text) or not _can_be_asked(statistic):
            continue
        identity = item_id(NAME, asset.path or asset.id, statistic.text)
        wrong = _wrong_figures(statistic, [*own, *elsewhere])
        chosen = _around(statistic, wrong, int(identity, 16) % (_DISTRACTORS + 1))
        if len(chosen) < _DISTRACTORS:
            continue
        if not made and are_looked_up(asset):
            return
        gap = statistic.text.replace(statistic.figure, "____", 1)
        known.remove(confirmed)
        item = drawn_from_text(
            kind=NAME,
            bloom=BLOOM,
            asset=asset,
            fact=statistic.text,
            stem=_stem(asset, headings.get(statistic.anchor, ""), gap),
            key=statistic.figure,
            distractors=[one.figure for one in chosen],
            in_order=[one.figure for one in sorted((statistic, *chosen), key=_value)],
            objective=phrase("Recall a figure of the piece with what it measures."),
            quoted=statistic,
            feedback={one.figure: quotation(whose[one], one.text) for one in chosen},
        )
        yield replace(item, tests=confirmed.tests)
        made += 1
        if made == _MOST:
            return


def _headings(asset: Asset) -> dict[str, str]:
    """Return for each section its heading, below the third level with the one above it."""
    found: dict[str, str] = {}
    above = ""
    for one in asset.body.sections:
        own = one.title.rstrip(" :")
        if one.level < _LEVEL_WITHIN:
            above = own
        found[one.anchor] = f"{above}: {own}" if one.level >= _LEVEL_WITHIN and above else own
    return found


def _stem(asset: Asset, heading: str, gap: str) -> Phrase:
    """Quote the sentence with its heading, which may say for whom it holds."""
    if heading and normalised(heading) != normalised(asset.title):
        return phrase(
            "According to “{title}”, under “{heading}”, which figure is missing here? “{gap}”",
            title=asset.title,
            heading=heading,
            gap=gap,
        )
    return phrase(
        "According to “{title}”, which figure is missing here? “{gap}”", title=asset.title, gap=gap
    )


def _can_be_asked(statistic: Statistic) -> bool:
    """Tell whether the figure stands once in its sentence, which is short enough to read."""
    return bool(
        statistic.value
        and statistic.unit
        and _DIGITS.search(statistic.figure)
        and statistic.text.count(statistic.figure) == 1
        and len(_NUMBER.findall(statistic.text)) == len(_NUMBER.findall(statistic.figure))
        and len(statistic.text.split()) <= _LONGEST
        and stands_alone(statistic.text)
        and has_verb(statistic.text)
        and not statistic.text.endswith(("?", ":"))
        and len(content_words(statistic.text)) >= _FEWEST_TELLING
    )


def _wrong_figures(right: Statistic, others: Iterable[Statistic]) -> list[Statistic]:
    """
    Return other figures that could stand there, each value once, those of the same text first.

    They are written in the same way. All or nothing of a whole is never in doubt, and a share of
    more than a hundred is none.
    """
    found: dict[float, Statistic] = {}
    for other in others:
        if (
            other.value
            and other.unit == right.unit
            and _form(other.figure) == _form(right.figure)
            and 1 / _PLAUSIBLE <= _value(other) / _value(right) <= _PLAUSIBLE
            and all(_is_apart(other, one) for one in (right, *found.values()))
            and not (right.unit == "%" and _value(right) < 100 <= _value(other))  # noqa: PLR2004 - a whole
        ):
            found[_value(other)] = other
    return list(found.values())


def _is_apart(one: Statistic, other: Statistic) -> bool:
    """Tell whether two figures differ by more than one would remember."""
    low, high = sorted((_value(one), _value(other)))
    return high >= _APART * low


def _around(right: Statistic, wrong: list[Statistic], below: int) -> list[Statistic]:
    """Choose two figures, as many of them below the right one as asked if that can be."""
    lower = [one for one in wrong if _value(one) < _value(right)]
    higher = [one for one in wrong if _value(one) > _value(right)]
    take = max(min(below, len(lower)), _DISTRACTORS - len(higher))
    return [*lower[:take], *higher[: _DISTRACTORS - take]]


def _form(figure: str) -> str:
    """Return how a figure is written: its sign and unit, without the number."""
    return _NUMBER.sub("0", figure).casefold()


def _value(statistic: Statistic) -> float:
    return float(statistic.value)
