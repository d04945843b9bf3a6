from __future__ import annotations

from dataclasses import replace

from enablekit.compilers.gate import sift
from enablekit.extend.item_rule import About
from enablekit.model.asset import Asset
from enablekit.model.item import Item, Option
from enablekit.model.span import Span

ASSET = Asset(id="a", path="a.md", title="Paper", span=Span(path="a.md"))
ABOUT = About(asset=ASSET)


def item(name: str, *options: str, line: int = 1, stem: str = "") -> Item:
    return Item(
        id=name,
        kind="test",
        form="single",
        stem=stem or f"Which of these is number {name} in the paper?",
        options=tuple(Option(text=one.lstrip("*"), correct=one.startswith("*")) for one in options),
        rationale="It says so.",
        source=Span(path="a.md", line=line),
        objective="Know it.",
        bloom="recall",
    )


GOOD = item("1", "*The order", "The note", "The price")


def test_an_item_without_flaws_is_kept() -> None:
    sifted = sift([GOOD], (), ABOUT)

    assert sifted.kept == (GOOD,)
    assert sifted.dropped == ()


def test_an_error_drops_an_item_and_is_named() -> None:
    twice = item("1", "*The order", "The order", "The price")

    (dropped,) = sift([twice], (), ABOUT).dropped

    assert dropped.item is twice
    assert [(one.rule, one.name) for one in dropped.reasons] == [("Q03", "options-distinct")]


def test_one_warning_is_let_pass_and_two_are_not() -> None:
    vague = item("1", "*The order", "Rarely the note", "The price")
    both = item("2", "*The order", "Rarely the note", "Never the price", line=2)

    sifted = sift([vague, both], (), ABOUT)

    assert sifted.kept == (vague,)
    (dropped,) = sifted.dropped
    assert [one.rule for one in dropped.reasons] == ["Q16", "Q17"]


def test_a_third_question_about_one_place_is_dropped() -> None:
    items = [
        item(name, f"*The {name}", "The east", "The west") for name in ("north", "south", "sky")
    ]
    items = [replace(one, stem=f"Which of these is number {n}?") for n, one in enumerate(items)]

    sifted = sift(items, (), ABOUT)

    assert sifted.kept == tuple(items[:2])
    assert [one.rule for one in sifted.dropped[0].reasons] == ["Q25"]


def test_what_a_person_wrote_is_never_dropped_and_its_repetition_is() -> None:
    written = replace(GOOD, id="w", written=True)

    sifted = sift([replace(GOOD, source=Span(path="a.md", line=9))], [written], ABOUT)

    assert sifted.kept == ()
    assert [one.reasons[0].rule for one in sifted.dropped] == ["Q11"]
