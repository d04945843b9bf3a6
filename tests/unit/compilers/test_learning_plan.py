from __future__ import annotations

import datetime as dt

import pytest

from enablekit.compilers.learning_plan import LearningDay, learning_plan
from enablekit.model.program import Program, ProgramPlan
from enablekit.model.span import Span

MONDAY = dt.date(2026, 11, 2)
HERE = Span(path="enablekit.yaml", line=1, column=1, end_line=1, end_column=2)


def program(*assets: str, **plan: object) -> Program:
    return Program(plan=ProgramPlan(id="p", name="P", span=HERE, **plan), assets=assets)  # type: ignore[arg-type]  # any field of a plan


def days(plan: tuple[LearningDay, ...]) -> list[str]:
    return [f"{one.day:%a %d} {one.asset}{f' +{one.again}' if one.again else ''}" for one in plan]


def test_without_an_end_there_is_one_asset_a_working_day() -> None:
    friday = MONDAY + dt.timedelta(days=4)
    assert days(learning_plan(program("a", "b", "c"), friday)) == [
        "Fri 06 a", "Mon 09 b", "Tue 10 c",
    ]  # fmt: skip


def test_with_an_end_assets_are_spread_over_the_working_days_between() -> None:
    plan = learning_plan(program("a", "b", start=MONDAY, end=dt.date(2026, 11, 13)), MONDAY)
    assert days(plan) == ["Mon 02 a", "Mon 09 b"]


def test_more_assets_than_days_share_a_day() -> None:
    plan = learning_plan(program("a", "b", "c", start=MONDAY, end=dt.date(2026, 11, 3)), MONDAY)
    assert days(plan) == ["Mon 02 a", "Mon 02 b", "Tue 03 c"]


def test_asking_again_moves_from_a_weekend_to_monday_and_keeps_the_order_of_days() -> None:
    plan = learning_plan(program("a", "b", spacing=(1, 5)), MONDAY)
    assert days(plan) == ["Mon 02 a", "Tue 03 b", "Tue 03 a +1", "Wed 04 b +1", "Mon 09 a +5",
                          "Mon 09 b +5"]  # fmt: skip


@pytest.mark.parametrize("count", [1, 7, 40])
def test_every_asset_is_learned_once_on_a_working_day_before_the_end(count: int) -> None:
    end = dt.date(2026, 11, 15)
    assets = tuple(f"a{number}" for number in range(count))
    plan = learning_plan(program(*assets, start=dt.date(2026, 11, 1), end=end), MONDAY)
    assert [one.asset for one in plan] == list(assets)
    assert all(one.day.weekday() < 5 and one.day <= end for one in plan)


def test_a_program_that_fits_into_a_weekend_is_learned_on_the_monday_after_it() -> None:
    saturday = dt.date(2026, 11, 7)
    plan = learning_plan(program("a", start=saturday, end=saturday), MONDAY)
    assert days(plan) == ["Mon 09 a"]
