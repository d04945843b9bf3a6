from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from enablekit.model.asset import Status
from enablekit.usecases.explain_items import explain_items

if TYPE_CHECKING:
    from enablekit.model.item import Item
    from enablekit.usecases.explain_items import ItemsOfAsset

EXAMPLE = Path(__file__).parents[3] / "examples" / "meridian"
# Without any guidance, on purpose: it shows what is drawn from a text alone.
WITHOUT_GUIDANCE = "blog-three-checks"


@lru_cache
def in_use() -> tuple[ItemsOfAsset, ...]:
    found = explain_items(EXAMPLE, now="2026-11-01")
    return tuple(
        one
        for one in found
        if one.asset.status is Status.PUBLISHED and one.asset.id != WITHOUT_GUIDANCE
    )


def drawn(one: ItemsOfAsset) -> list[list[Item]]:
    items = {item.id: item for item in one.making.check.pool}
    return [[items[name] for name in draw] for draw in one.making.check.draws]


def test_every_attempt_asks_four_to_six_questions() -> None:
    sizes = {one.asset.id: [len(draw) for draw in drawn(one)] for one in in_use()}

    assert len(sizes) == 19
    assert {name: found for name, found in sizes.items()
            if not found or not all(4 <= size <= 6 for size in found)} == {}  # fmt: skip


def test_every_must_know_is_asked_for_in_some_attempt() -> None:
    unasked = {
        (one.asset.id, known.id)
        for one in in_use()
        for known in one.asset.guidance.must_know
        if not any(item.tests == known.id for draw in drawn(one) for item in draw)
    }

    assert unasked == set()


def test_every_question_that_people_wrote_is_asked_in_some_attempt() -> None:
    unasked = [
        item.stem
        for one in in_use()
        for item in one.making.check.pool
        if item.written and all(item not in draw for draw in drawn(one))
    ]

    assert unasked == []


def test_an_attempt_has_a_scenario_and_a_case_to_leave_alone_where_the_pool_has_them() -> None:
    lacking = {
        one.asset.id
        for one in in_use()
        for kinds in ({"scenario-asset", "objection-response"}, {"do-dont"})
        if any(item.kind in kinds for item in one.making.check.pool)
        and not all(any(item.kind in kinds for item in draw) for draw in drawn(one))
    }

    assert lacking == set()
