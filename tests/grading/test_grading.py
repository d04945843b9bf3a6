from __future__ import annotations

import pytest
from grading_cases import NUMERIC, SHORT
from growth import assert_in_proportion

from enablekit.extend.grading import (
    Response,
    is_number_right,
    is_right,
    is_short_right,
    readings,
)
from enablekit.model.item import Item, Number, Option
from enablekit.model.span import Span


def item(form: str, **values: object) -> Item:
    options = tuple(Option(text=text, correct=text in {"b", "d"}) for text in ("a", "b", "c", "d"))
    parts: dict[str, object] = {
        "id": "0" * 12, "kind": "written", "form": form, "stem": "?", "options": options,
        "rationale": "", "objective": "", "bloom": "recall",
        "source": Span(path="a.md", line=1, column=1, end_line=1, end_column=1),
    }  # fmt: skip
    return Item(**{**parts, **values})  # type: ignore[arg-type] # the values are those of an item


def test_the_table_has_enough_cases() -> None:
    assert len(NUMERIC) + len(SHORT) >= 250


@pytest.mark.parametrize(("typed", "number", "right"), NUMERIC)
def test_a_typed_number_is_graded_as_the_table_says(
    typed: str, number: dict[str, str], *, right: bool
) -> None:
    assert is_number_right(typed, Number(**number)) is right


@pytest.mark.parametrize(("typed", "accepted", "right"), SHORT)
def test_a_short_answer_is_graded_as_the_table_says(
    typed: str, accepted: list[str], *, right: bool
) -> None:
    assert is_short_right(typed, accepted) is right


@pytest.mark.parametrize(
    ("asked", "right", "wrong"),
    [
        (
            item(
                "single", options=(Option(text="a", correct=False), Option(text="b", correct=True))
            ),
            [(2,)],
            [(1,), (1, 2), ()],
        ),
        (item("multiple"), [(2, 4), (4, 2)], [(2,), (2, 3, 4), (1, 3), ()]),
        (item("sorting", groups=("x", "y")), [(2, 1, 2, 1)], [(1, 2, 1, 2), (2, 1, 2), ()]),
        (item("ordering", order=(2, 0, 1)), [(2, 3, 1)], [(1, 2, 3), (2, 3), (2, 1, 3)]),
        (item("matching", prompts=("p", "q"), matches=(3, 0)), [(4, 1)], [(1, 4), (4,), (4, 1, 2)]),
    ],
)
def test_what_was_chosen_is_right_when_it_is_the_whole_answer_and_nothing_else(
    asked: Item, right: list[tuple[int, ...]], wrong: list[tuple[int, ...]]
) -> None:
    assert [is_right(asked, Response(chosen=one)) for one in right] == [True] * len(right)
    assert [is_right(asked, Response(chosen=one)) for one in wrong] == [False] * len(wrong)


def test_typed_forms_look_at_what_was_typed() -> None:
    number = item("numeric", options=(), number=Number(value="14", unit="days"))
    words = item("short", options=(Option(text="Thirty days", correct=True),))

    assert is_right(number, Response(typed="14 days"))
    assert not is_right(number, Response(chosen=(14,)))
    assert is_right(words, Response(typed="“thirty days”"))
    assert not is_right(words, Response(typed=""))


def test_a_point_before_three_digits_is_read_in_both_ways_and_a_comma_in_one() -> None:
    assert readings("1.200") == ("1200", "1.200")
    assert readings("1,200") == ("1200",)
    assert readings("nothing") == ()


@pytest.mark.alone
@pytest.mark.parametrize(("piece", "end"), [("$ ", "x"), ("1,", ""), ("9", ""), ("“", "")])
def test_a_long_nonsense_is_wrong_in_little_time(piece: str, end: str) -> None:
    def judge(typed: str) -> None:
        assert not is_number_right(typed, Number(value="1"))
        assert not is_short_right(typed, ["x"])

    assert_in_proportion(lambda length: piece * (length // len(piece)) + end, 100_000, judge)
