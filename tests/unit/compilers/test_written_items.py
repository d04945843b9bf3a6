from __future__ import annotations

import pytest

from enablekit.compilers.written_items import written_item
from enablekit.extend.item_key import key_of
from enablekit.model.asset import Asset
from enablekit.model.item import Number, Option, WrittenItem
from enablekit.model.span import Span

HERE = Span(path="a.md")
ASSET = Asset(id="a", path="a.md", title="A", span=HERE, topics=("t",))


def options(*texts: str, wrong: tuple[str, ...] = ()) -> tuple[Option, ...]:
    return (
        *(Option(text=text, correct=True) for text in texts),
        *(Option(text=text, correct=False) for text in wrong),
    )


@pytest.mark.parametrize("steps", [("b", "a"), ("a", "b", "c"), tuple("gfedcba")])
def test_steps_are_mixed_and_their_right_order_is_known(steps: tuple[str, ...]) -> None:
    one = WrittenItem(stem="q?", options=options(*steps), span=HERE, form="ordering")
    item = written_item(one, ASSET)

    assert item.options != one.options
    assert tuple(item.options[place].text for place in item.order) == steps
    assert sorted(key_of(item)) == list(range(1, len(steps) + 1))


def test_what_is_matched_stays_matched_when_the_options_are_mixed() -> None:
    one = WrittenItem(
        stem="q?",
        options=options("Paper", "Brief", wrong=("Decoy",)),
        span=HERE,
        form="matching",
        prompts=("CFO", "CTO", "COO"),
        matches=(0, 1, 0),
    )
    item = written_item(one, ASSET)

    assert item.options != one.options
    assert [item.options[place].text for place in item.matches] == ["Paper", "Brief", "Paper"]
    assert item.prompts == one.prompts


def test_what_is_typed_is_passed_on() -> None:
    number = Number(value="14", tolerance="1", unit="days")
    numeric = written_item(
        WrittenItem(stem="q?", options=(), span=HERE, form="numeric", number=number), ASSET
    )
    short = written_item(
        WrittenItem(stem="r?", options=options("b", "a"), span=HERE, form="short"), ASSET
    )

    assert (numeric.number, numeric.options, key_of(numeric)) == (number, (), ())
    assert ([one.text for one in short.options], key_of(short)) == (["b", "a"], ())


@pytest.mark.parametrize(
    ("form", "keys", "wanted", "bloom"),
    [
        ("", 1, "single", "recall"),
        ("", 2, "multiple", "recall"),
        ("ordering", 2, "ordering", "understand"),
        ("matching", 2, "matching", "understand"),
        ("short", 2, "short", "recall"),
    ],
)
def test_the_form_decides_what_is_learned(form: str, keys: int, wanted: str, bloom: str) -> None:
    one = WrittenItem(
        stem="q?",
        options=options(*"ab"[:keys], wrong=("c",)),
        span=HERE,
        form=form,
        prompts=("x", "y") if form == "matching" else (),
        matches=(0, 1) if form == "matching" else (),
    )
    item = written_item(one, ASSET)

    assert (item.form, item.bloom, item.written, item.topics) == (wanted, bloom, True, ("t",))
    assert item.objective.endswith(".")
