from __future__ import annotations

import pytest

from enablekit.cli import _quiz_text
from enablekit.errors import UsageError
from enablekit.extend.grading import Response, is_right
from enablekit.model.audience import Audience
from enablekit.model.item import Check, Item, Number, Option
from enablekit.model.span import Span
from enablekit.usecases.answer_line import how, read_answer
from enablekit.usecases.quiz import Taking
from enablekit.usecases.quiz_state import Given, Wish
from enablekit.usecases.quiz_state import asked as asked_in


def item(form: str, **values: object) -> Item:
    options = tuple(
        Option(text=text, correct=place in {1, 3})
        for place, text in enumerate(("P", "Q", "R", "S"))
    )
    parts: dict[str, object] = {
        "id": "0" * 12, "kind": "written", "form": form, "stem": "Which?", "options": options,
        "rationale": "It says so.", "objective": "", "bloom": "recall",
        "source": Span(path="a.md", line=3, column=1, end_line=4, end_column=1),
    }  # fmt: skip
    return Item(**{**parts, **values})  # type: ignore[arg-type] # the values are those of an item


SINGLE = item("single")
MULTIPLE = item("multiple")
SORTING = item("sorting", groups=("Use it", "Leave it"))
ORDERING = item("ordering", order=(2, 0, 3, 1))
MATCHING = item("matching", prompts=("one", "two"), matches=(3, 0))
NUMERIC = item("numeric", options=(), number=Number(value="14", unit="days"))
SHORT = item("short", options=(Option(text="Thirty days", correct=True),))
ALL = (SINGLE, MULTIPLE, SORTING, ORDERING, MATCHING, NUMERIC, SHORT)


@pytest.mark.parametrize(
    ("asked", "typed", "chosen"),
    [
        (SINGLE, "2", (2,)),
        (SINGLE, " b \n", (2,)),
        (SINGLE, "B.", (2,)),
        (SINGLE, "(2)", (2,)),
        (SINGLE, "\uff12", (2,)),
        (SINGLE, "٢", (2,)),
        (MULTIPLE, "2 4", (2, 4)),
        (MULTIPLE, "4,2,2", (2, 4)),
        (MULTIPLE, "bd", (2, 4)),
        (MULTIPLE, "24", (2, 4)),
        (SORTING, "2 4", (2, 1, 2, 1)),
        (SORTING, "0", (2, 2, 2, 2)),
        (ORDERING, "3 1 4 2", (2, 4, 1, 3)),
        (ORDERING, "3 > 1 > 4 > 2", (2, 4, 1, 3)),
        (ORDERING, "3142", (2, 4, 1, 3)),
        (ORDERING, "c a d b", (2, 4, 1, 3)),
        (MATCHING, "d a", (4, 1)),
        (MATCHING, "da", (4, 1)),
        (MATCHING, "4 1", (4, 1)),
        (MATCHING, "1=d, 2=a", (4, 1)),
    ],
)
def test_numbers_and_letters_become_what_was_chosen(
    asked: Item, typed: str, chosen: tuple[int, ...]
) -> None:
    assert read_answer(asked, typed) == (Response(chosen=chosen), False)
    assert read_answer(asked, f"{typed.strip()}!") == (Response(chosen=chosen), True)


@pytest.mark.parametrize(
    ("asked", "right"),
    [
        (MULTIPLE, "4 2"), (SORTING, "2 4"), (ORDERING, "3 1 4 2"), (MATCHING, "d a"),
        (NUMERIC, "14 days!"), (NUMERIC, "14.0"), (SHORT, "“thirty days”!"),
    ],
)  # fmt: skip
def test_the_right_answer_can_be_typed_for_every_form(asked: Item, right: str) -> None:
    assert is_right(asked, read_answer(asked, right)[0])


@pytest.mark.parametrize("asked", ALL, ids=lambda one: one.form)
@pytest.mark.parametrize("typed", ["", " \n", "!", "\uff01", "\t!!"])
def test_nothing_is_no_answer_and_says_what_one_is(asked: Item, typed: str) -> None:
    with pytest.raises(UsageError, match="no answer yet") as stopped:
        read_answer(asked, typed)
    assert how(asked) in stopped.value.message


@pytest.mark.parametrize(
    ("asked", "typed", "why"),
    [
        (SINGLE, "5", "1 to 4"), (SINGLE, "0", "1 to 4"), (SINGLE, "-1", "1 to 4"),
        (SINGLE, "maybe", "1 to 4"), (SINGLE, "e", "1 to 4"), (SINGLE, "1 2", "Only one"),
        (SINGLE, "\x1b[A", "1 to 4"), (SINGLE, "9" * 5000, "1 to 4"), (SINGLE, "½", "1 to 4"),
        (MULTIPLE, "1 5", "1 to 4"), (SORTING, "0 1", "1 to 4"),
        (ORDERING, "1 2 3", "needed once"), (ORDERING, "1 2 3 3", "needed once"),
        (MATCHING, "a", "2 to match"), (MATCHING, "a b c", "2 to match"),
        (MATCHING, "a e", "a to d"), (NUMERIC, "many", "no number"), (NUMERIC, "12k", "no number"),
    ],
)  # fmt: skip
def test_nonsense_is_asked_again_with_a_reason(asked: Item, typed: str, why: str) -> None:
    with pytest.raises(UsageError, match=why):
        read_answer(asked, typed)


@pytest.mark.parametrize("asked", ALL, ids=lambda one: one.form)
def test_a_wrong_answer_shows_what_is_right_and_where(asked: Item) -> None:
    given = Given(response=Response(chosen=(1,), typed="1"), sure=True, right=False)
    taking = Taking(
        wish=Wish(start=None), asset="a", title="A", version="v", items=(asked,), to_pass=1,  # type: ignore[arg-type] # nothing is kept
        attempt=0, statements={}, audience=Audience.CUSTOMER, given={asked.id: given},
    )  # fmt: skip
    shown = "\n".join(_quiz_text.verdict(asked, given, taking))
    right = {
        "single": ["2. Q", "4. S"], "multiple": ["2. Q", "4. S"],
        "sorting": ["Use it:", "2. Q", "4. S", "Leave it:", "1. P", "3. R"],
        "ordering": ["3. R", "1. P", "4. S", "2. Q"], "matching": ["one", "d. S", "two", "a. P"],
        "numeric": ["14 days"], "short": ["Thirty days"],
    }[asked.form]  # fmt: skip
    at = [shown.index(one) for one in right]
    assert at == sorted(at)
    assert "lines 3 to 4" in shown
    assert "a.md" not in shown
    assert "It says so." in shown


def test_each_attempt_asks_its_own_draw() -> None:
    one, two, three = (item("single", id=letter * 12) for letter in "abc")
    check = Check(
        asset="a", items=(one, two), more=(three,), draws=((one.id, two.id), (three.id, one.id))
    )

    asks = [[each.id[0] for each in asked_in(check, attempt)] for attempt in range(3)]

    assert asks == [["a", "b"], ["c", "a"], ["a", "b"]]
