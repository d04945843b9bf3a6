"""A rule of the gate becomes findings about the items people wrote, at their words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enablekit.extend.item_rule import About
from enablekit.extend.siblings import Siblings
from enablekit.extend.written_items import asked, item_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enablekit.extend.item_rule import CheckRule, Flaw, ItemRule
    from enablekit.extend.surroundings import Surroundings
    from enablekit.extend.written_items import Asked
    from enablekit.model.asset import Asset
    from enablekit.model.diagnosis import Diagnosis
    from enablekit.model.finding import Finding
    from enablekit.model.item import Item
    from enablekit.model.span import Span


def findings(
    rule: ItemRule,
    diagnosis: Diagnosis,
    asset: Asset,
    around: Surroundings,
    *,
    every_form: bool = False,
) -> Iterator[Finding]:
    """
    Report what a rule finds in each written item, never as more than the diagnosis weighs.

    Of every form only where the rule does not look at right and wrong options.
    """
    items = asked(asset, around, every_form=every_form)
    if not items:
        return
    about = about_written(asset, around)
    for one in items:
        for flaw in rule.flaws(item_of(one.item, asset), about):
            yield finding(flaw, diagnosis, one)


def findings_together(
    rule: CheckRule, diagnosis: Diagnosis, asset: Asset, around: Surroundings
) -> Iterator[Finding]:
    """Report what a rule finds in single ones of the items that are asked together."""
    items = asked(asset, around, every_form=True)
    if not items:
        return
    about = about_written(asset, around)
    for place, flaw in rule.flaws(items_of(items, asset), about):
        if place >= 0:
            yield finding(flaw, diagnosis, items[place])


def finding(flaw: Flaw, diagnosis: Diagnosis, one: Asked) -> Finding:
    """Report one flaw of a written item where its words stand."""
    return diagnosis.at(
        _span(flaw, one),
        flaw.message,
        place=one.place,
        fix=flaw.fix,
        severity=min(flaw.severity, diagnosis.severity),
    )


def about_written(asset: Asset, around: Surroundings) -> About:
    """Return what the rules of the gate may know about the items of an asset."""
    return About(asset=asset, near=around.once(_siblings).near(asset))


def items_of(items: tuple[Asked, ...], asset: Asset) -> tuple[Item, ...]:
    """Return written items as ones that can be asked."""
    return tuple(item_of(one.item, asset) for one in items)


def _siblings(around: Surroundings) -> Siblings:
    return Siblings(around.library)


def _span(flaw: Flaw, one: Asked) -> Span:
    if flaw.option is not None:
        if flaw.words:
            return one.in_option(flaw.option, flaw.words)
        return one.option_span(flaw.option)
    places = one.in_stem(flaw.words) if flaw.words else ()
    return places[-1] if places else one.stem_span()
