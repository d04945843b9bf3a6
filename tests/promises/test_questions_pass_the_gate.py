"""What a check asks has passed every rule, whichever way it was compiled."""

from __future__ import annotations

import functools
from pathlib import Path

import pytest

from enablekit.extend.item_rule import About
from enablekit.item_rules import ITEM_RULES, hinge, key_position, unique_stem
from enablekit.model.asset import Asset
from enablekit.model.finding import Severity
from enablekit.model.item import Check, Item
from enablekit.model.publication import Compiled
from enablekit.usecases.load import load

EXAMPLE = Path(__file__).parents[2] / "examples" / "meridian"
MOST, DRAWS = 6, 4
SCENARIO = {"scenario-asset", "situation-matching", "objection-response"}
LEAVE_ALONE = {"do-dont"}


@functools.cache
def compiled() -> tuple[Compiled, ...]:
    return load(EXAMPLE, now="2026-11-01").compiled


def about(one: Compiled) -> About:
    asset = one.guide.asset
    near = tuple(
        other.guide.asset
        for other in compiled()
        if other.guide.asset.language == asset.language and other.guide.asset.id != asset.id
    )
    return About(asset=asset, near=near, names=NAMES)


@functools.cache
def names() -> frozenset[str]:
    words = load(EXAMPLE, now="2026-11-01").vocabulary
    lists = (words.personas, words.stages, words.pains, words.topics, words.products)
    return frozenset(term.name for terms in lists for term in terms)


NAMES = names()
CHECKS = [one for one in compiled() if one.check.pool]


def draws(check: Check) -> list[list[Item]]:
    by_id = {item.id: item for item in check.pool}
    return [[by_id[name] for name in draw] for draw in check.draws]


def excluded(item: Item, draw: list[Item], known: About) -> bool:
    """Tell whether an item cannot be asked beside others, because one tells the other's answer."""
    told = hinge.told_by
    answer = " ".join(option.text for option in item.options if option.correct)
    return any(
        told(item, other, known)
        or told(other, item, known)
        or (other.number is not None and other.number.value in answer)
        for other in draw
    )


def named(one: Compiled) -> str:
    return one.guide.asset.id


def test_there_are_checks_to_look_at() -> None:
    assert len(CHECKS) > 15
    assert (
        sum(not item.written for one in CHECKS for item in one.check.pool) > 10
    )  # made questions: fewer since readers sent three more away


@pytest.mark.parametrize("one", CHECKS, ids=named)
def test_no_made_item_has_an_error_or_more_than_one_warning(one: Compiled) -> None:
    known = about(one)
    for item in one.check.pool:
        if item.written:
            continue
        flaws = [flaw for rule in ITEM_RULES for flaw in rule.flaws(item, known)]
        assert [flaw for flaw in flaws if flaw.severity is Severity.ERROR] == [], item.stem
        assert len(flaws) <= 1, item.stem


@pytest.mark.parametrize("one", CHECKS, ids=named)
def test_what_is_asked_together_gives_nothing_away(one: Compiled) -> None:
    known = about(one)
    for draw in draws(one.check):
        for rule in (unique_stem, key_position, hinge):
            found = [flaw for _, flaw in rule.flaws(draw, known)]
            assert found == [], rule.NUMBER
        places = [(item.source.line, item.source.column) for item in draw if not item.written]
        assert len(places) == len(set(places))


@pytest.mark.parametrize("one", CHECKS, ids=named)
def test_a_check_is_drawn_anew_a_few_times_and_begins_with_what_the_page_shows(
    one: Compiled,
) -> None:
    check = one.check
    assert check.draws[0] == tuple(item.id for item in check.items)
    assert 1 <= len(check.draws) <= DRAWS
    assert all(0 < len(draw) <= MOST for draw in check.draws)
    assert len({frozenset(draw) for draw in check.draws}) == len(check.draws)


@pytest.mark.parametrize("one", CHECKS, ids=named)
def test_every_attempt_has_a_scenario_and_a_case_to_leave_alone(one: Compiled) -> None:
    for draw in draws(one.check):
        for kinds in SCENARIO, LEAVE_ALONE:
            able = [item for item in one.check.pool if item.kind in kinds]
            assert not able or any(
                item in draw or excluded(item, draw, about(one)) for item in able
            )


@pytest.mark.parametrize("one", CHECKS, ids=named)
def test_what_people_wrote_is_asked_in_some_attempt(one: Compiled) -> None:
    written = {item.id for item in one.check.pool if item.written}
    assert written <= {item.id for draw in draws(one.check) for item in draw}


@pytest.mark.parametrize("one", CHECKS, ids=named)
def test_every_must_know_that_can_be_tested_is_asked_for_in_some_attempt(one: Compiled) -> None:
    asset: Asset = one.guide.asset
    can = {known.id for known in asset.guidance.must_know if known.id}
    can &= {item.tests for item in one.check.pool}
    assert can <= {item.tests for draw in draws(one.check) for item in draw}
