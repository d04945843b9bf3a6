"""
A question asks for the exception, with a “not”, “never” or “except” that nothing makes stand out.

Why reps care: Under time pressure the little word is overlooked. The rep knows the answer, ticks
the opposite, and the check reports a gap that is none.

Wrong:
    stem: Which of these causes can not be seen before sending?

Right:
    stem: Which of these causes can NOT be seen before sending?
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from enablekit.extend.item_findings import finding
from enablekit.extend.item_rule import About
from enablekit.extend.rule import described
from enablekit.extend.written_items import asked, item_of
from enablekit.item_rules import negative_stem as gate
from enablekit.model.diagnosis import Profile
from enablekit.model.finding import Severity
from enablekit.model.repair import Edit, Repair

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.surroundings import Surroundings
    from enablekit.extend.written_items import Asked
    from enablekit.model.asset import Asset
    from enablekit.model.finding import Finding
    from enablekit.model.span import Span

RULE = described(
    __doc__,
    code="EK407",
    name="negative-stem",
    severity=Severity.INFO,
    profile=Profile.STRICT,
)

_PLAIN = ("not", "never", "least", "except")


def check(asset: Asset, around: Surroundings) -> Iterator[Finding]:
    """Report each question that is negated by the way."""
    items = asked(asset, around, every_form=True)
    about = About(asset=asset)
    for one in items:
        for flaw in gate.flaws(item_of(one.item, asset), about):
            places = one.in_stem(flaw.words)
            if places and _stands_out(one, places[-1]):
                continue
            certain = len(places) == 1 and flaw.words in _PLAIN
            repair = _emphasis(flaw.words, places[0]) if certain else None
            yield replace(finding(flaw, RULE, one), repair=repair)


def _emphasis(word: str, span: Span) -> Repair:
    edit = Edit(span=span, text=word.upper())
    return Repair(what=f"Write “{word}” in capitals", edits=(edit,))


def _stands_out(one: Asked, span: Span) -> bool:
    """Tell whether a word is marked as emphasised in the file."""
    lines = one.source.split("\n")
    line = lines[span.line - 1] if span.line <= len(lines) else ""
    return line[max(0, span.column - 2) : span.column - 1] in {"*", "_"}
