from __future__ import annotations

from dataclasses import replace

from enablekit.compilers.draws import draws, without_runs
from enablekit.extend.item_rule import About
from enablekit.model.asset import Asset
from enablekit.model.guidance import Guidance
from enablekit.model.guidance_entries import MustKnow
from enablekit.model.item import Item, Number, Option
from enablekit.model.span import Span

KNOWN = tuple(MustKnow(id=f"mk-{n}", statement=f"{n}.", span=Span(path="a.md")) for n in range(3))
ABOUT = About(
    asset=Asset(id="a", path="a.md", title="Paper", span=Span(path="a.md"),
                guidance=Guidance(must_know=KNOWN)),
)  # fmt: skip


def item(name: str, kind: str = "test", **more: object) -> Item:
    made = Item(
        id=name,
        kind=kind,
        form="single",
        stem=f"Which of these is {name}?",
        options=tuple(Option(text=f"{name} {n}", correct=n == 0) for n in range(3)),
        rationale="It says so.",
        source=Span(path="a.md", line=1 + sum(map(ord, name))),
        objective="Know it.",
        bloom="recall",
    )
    return replace(made, **more)  # type: ignore[arg-type] # as each test says


def ids(pool: list[Item]) -> list[list[str]]:
    return [[one.id for one in draw] for draw in draws(pool, ABOUT)]


def test_an_empty_pool_has_no_draws() -> None:
    assert ids([]) == []


def test_a_small_pool_is_asked_whole_and_once() -> None:
    assert ids([item("b"), item("a")]) == [["b", "a"]]


def test_a_larger_pool_is_asked_by_turns_and_at_most_four_times() -> None:
    found = ids([item(f"i{n:02}") for n in range(40)])

    assert [len(draw) for draw in found] == [6, 6, 6, 6]
    assert len({name for draw in found for name in draw}) == 24


def test_what_people_wrote_is_in_every_draw() -> None:
    pool = [item("w1", written=True), item("w2", written=True), *(item(f"i{n}") for n in range(9))]

    found = ids(pool)

    assert len(found) > 1
    assert all({"w1", "w2"} <= set(draw) for draw in found)


def test_more_than_six_written_items_take_turns_alone() -> None:
    written = [item(f"w{n}", written=True) for n in range(9)]

    found = ids([*written, item("i")])

    assert all(len(draw) == 6 and "i" not in draw for draw in found)
    assert {name for draw in found for name in draw} == {one.id for one in written}


def test_every_draw_has_a_scenario_a_case_to_leave_alone_and_every_must_know() -> None:
    pool = [item(f"i{n}") for n in range(9)]
    pool += [item(f"t{n}", tests=f"mk-{n % 3}") for n in range(6)]
    pool += [item(f"s{n}", "scenario-asset") for n in range(2)] + [item("d", "do-dont")]

    found = draws(pool, ABOUT)

    assert len(found) == 4
    for draw in found:
        assert {"scenario-asset", "do-dont"} <= {one.kind for one in draw}
        assert {"mk-0", "mk-1", "mk-2"} <= {one.tests for one in draw}


def test_what_finds_no_room_takes_turns() -> None:
    written = [item(f"w{n}", written=True) for n in range(5)]
    pool = [*written, *(item(f"t{n}", tests=f"mk-{n}") for n in range(3))]

    found = draws(pool, ABOUT)

    assert {one.tests for draw in found for one in draw} >= {"mk-0", "mk-1", "mk-2"}


def test_two_items_about_one_place_are_not_asked_together() -> None:
    here = Span(path="a.md", line=3)

    assert ids([item("a", source=here), item("b", source=here)]) == [["a"], ["b"]]


def test_an_item_that_tells_the_answer_of_another_is_asked_apart() -> None:
    telling = item("b", stem="Who reads alpha 0 at night?")

    assert ids([item("alpha"), telling]) == [["alpha"], ["b"]]


def test_what_nobody_has_confirmed_only_fills_up_to_four() -> None:
    pool = [item("a"), item("b"), *(item(f"d{n}", drawn=True) for n in range(4))]

    found = ids(pool)

    assert [len(draw) for draw in found] == [4, 4]
    assert all({"a", "b"} <= set(draw) for draw in found)


def test_the_same_pool_gives_the_same_draws() -> None:
    pool = [item(f"i{n}", "do-dont" if n % 5 == 0 else "test") for n in range(14)]

    assert draws(pool, ABOUT) == draws(list(pool), ABOUT)


def test_four_keys_on_end_at_one_place_are_put_apart() -> None:
    same = [item(f"a{n}") for n in range(5)]
    other = item("z", options=tuple(reversed(item("z").options)))

    ordered = without_runs([*same, other])

    assert [one.id for one in ordered] == ["a0", "a1", "a2", "z", "a3", "a4"]


def test_people_s_items_leave_room_for_a_scenario_and_a_case_to_leave_alone() -> None:
    written = [item(f"w{n}", written=True) for n in range(8)]
    pool = [*written, item("s", "scenario-asset"), item("d", "do-dont")]

    found = draws(pool, ABOUT)

    assert all({"s", "d"} <= {one.id for one in draw} for draw in found)
    assert {one.id for draw in found for one in draw if one.written} == {one.id for one in written}


def test_what_people_wrote_covers_each_must_know_before_it_asks_anything_else() -> None:
    others = [item(f"o{n}", written=True) for n in range(2)]
    tested = [item(f"w{n}", written=True, tests=f"mk-{n}") for n in range(3)]
    pool = [*others, *tested, item("s", "scenario-asset"), item("d", "do-dont")]

    found = draws(pool, ABOUT)

    assert all({"mk-0", "mk-1", "mk-2"} <= {one.tests for one in draw} for draw in found)
    assert {one.id for draw in found for one in draw} >= {"o0", "o1"}


def test_a_must_know_is_not_asked_twice_in_one_draw() -> None:
    pool = [item("w", written=True, tests="mk-0"), item("i", tests="mk-0"), item("j")]

    assert ids(pool) == [["w", "j"]]


def test_a_figure_is_not_typed_beside_a_question_that_it_answers() -> None:
    chosen = item("w", written=True, options=(
        Option(text="0.6 days", correct=True), Option(text="9 days", correct=False)
    ))  # fmt: skip
    typed = item("n", form="numeric", options=(), number=Number(value="0.6", unit="days"))

    assert ids([chosen, typed]) == [["w"]]
    assert ids([replace(chosen, written=False), typed]) == [["w"], ["n"]]
