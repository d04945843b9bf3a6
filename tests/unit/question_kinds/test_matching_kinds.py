from __future__ import annotations

import datetime as dt
import hashlib

from enablekit.config.project import Config
from enablekit.extend.item_making import item_id
from enablekit.extend.matching import Pair, matching
from enablekit.extend.siblings import Siblings
from enablekit.linking.library import link
from enablekit.model.asset import Asset
from enablekit.model.audience import Audience
from enablekit.model.guidance import Guidance
from enablekit.model.guidance_entries import PainMet, UseWith
from enablekit.model.item import Item
from enablekit.model.library import Library
from enablekit.model.span import Span
from enablekit.model.vocabulary import Pain, Persona, Vocabulary
from enablekit.question_kinds import pain_matching, situation_matching

HERE = Span(path="a.md", line=7)
VOCABULARY = Vocabulary(
    personas=(
        Persona(id="cfo", span=HERE, name="Finance lead"),
        Persona(id="it", span=HERE, name="IT lead"),
        Persona(id="ops", span=HERE, name="Head of operations"),
        Persona(id="clerk", span=HERE, name="Clerk"),
    ),
    pains=(
        Pain(id="late", span=HERE, name="Late payments", says="We chase every customer by phone."),
        Pain(id="found", span=HERE, name="Surprises", says="Nobody tells us in time."),
        Pain(id="reps", span=HERE, name="Reps dragged in", says="Friday is lost on paperwork."),
        Pain(id="queue", span=HERE, name="Exceptions", says="The tool gave us more work."),
    ),
)


def library(*assets: Asset) -> Library:
    config = Config(vocabulary=VOCABULARY)
    return link(assets, config, Audience.INTERNAL, dt.date(2026, 11, 1))[0]


def piece(
    name: str,
    title: str,
    *,
    pains: tuple[tuple[str, str], ...] = (),
    uses: tuple[tuple[str, str], ...] = (),
) -> Asset:
    return Asset(
        id=name, path=f"{name}.md", title=title, span=HERE,
        guidance=Guidance(
            span=HERE,
            pains=tuple(PainMet(span=HERE, pain=pain, words=words) for pain, words in pains),
            use_with=tuple(UseWith(span=HERE, persona=who, when=when) for who, when in uses),
        ),
    )  # fmt: skip


def chosen(item: Item) -> dict[str, str]:
    return {
        prompt: item.options[place].text
        for prompt, place in zip(item.prompts, item.matches, strict=True)
    }


def decoys(item: Item) -> list[str]:
    return [option.text for option in item.options if not option.correct]


def assert_stable(item: Item) -> None:
    shown = [hashlib.sha256(f"{item.id}\n{one.text}".encode()).digest() for one in item.options]
    asked = [hashlib.sha256(f"{item.id}\n{one}".encode()).digest() for one in item.prompts]
    assert shown == sorted(shown)
    assert asked == sorted(asked)


PAINS = (
    piece("a", "The paper", pains=(
        ("late", "Monday is spent on the phone."), ("found", "We learn it at the end."),
        ("reps", "My people do the filing."),
    )),
    piece("b", "The card", pains=(("queue", "It moved the pile."),)),
)  # fmt: skip


def pains(*assets: Asset) -> list[Item]:
    shelf = library(*assets)
    return list(pain_matching.candidates(shelf.by_id["a"], shelf, Siblings(shelf)))


def test_what_its_buyers_say_is_matched_with_pains_and_one_of_another_piece_is_left() -> None:
    (item,) = pains(*PAINS)

    assert item.form == "matching"
    assert chosen(item) == {
        "Monday is spent on the phone.": "Late payments",
        "We learn it at the end.": "Surprises",
        "My people do the filing.": "Reps dragged in",
    }
    assert decoys(item) == ["Exceptions"]
    assert item.bloom == "apply"
    assert item.rationale == ("“The paper” is for “Late payments”: “Monday is spent on the phone.”")
    assert item.id == item_id("pain-matching", "a.md", "Monday is spent on the phone.")
    assert_stable(item)


def test_too_few_pains_of_its_own_are_not_matched() -> None:
    few = piece("a", "The paper", pains=(("late", "Monday is spent."), ("found", "At the end.")))

    assert pains(few, *PAINS[1:]) == []


def test_without_a_pain_of_another_piece_nothing_is_matched() -> None:
    assert pains(PAINS[0]) == []


def test_words_that_name_their_pain_are_not_asked() -> None:
    telling = piece("a", "The paper", pains=(
        ("late", "Payments are always late."), ("found", "We learn it at the end."),
        ("reps", "My people do the filing."),
    ))  # fmt: skip

    assert pains(telling, *PAINS[1:]) == []


SITUATIONS = (
    piece("a", "The paper", uses=(
        ("cfo", "Somebody else is blamed for it."), ("it", "A contract is read aloud."),
        ("ops", "A rival is mentioned."),
    )),
    piece("b", "The card", uses=(("clerk", "The month ended badly."),)),
)  # fmt: skip


def situations(*assets: Asset) -> list[Item]:
    shelf = library(*assets)
    return list(situation_matching.candidates(shelf.by_id["a"], shelf, Siblings(shelf)))


def test_situations_of_the_piece_are_matched_with_its_people() -> None:
    (item,) = situations(*SITUATIONS)

    assert item.stem == "With whom do you use “The paper” in which situation?"
    assert chosen(item) == {
        "Somebody else is blamed for it.": "Finance lead",
        "A contract is read aloud.": "IT lead",
        "A rival is mentioned.": "Head of operations",
    }
    assert decoys(item) == ["Clerk"]
    assert item.id == item_id("situation-matching", "a.md", "Somebody else is blamed for it.")
    assert_stable(item)


def test_a_piece_for_two_people_has_no_situations_to_match() -> None:
    two = piece("a", "The paper", uses=(("cfo", "Blamed."), ("it", "Read aloud.")))

    assert situations(two, *SITUATIONS[1:]) == []


def test_a_prompt_that_names_its_option_or_an_option_twice_makes_no_item() -> None:
    def item(*pairs: Pair, decoy: str = "Lead") -> Item | None:
        return matching(
            kind="k", bloom="apply", asset=PAINS[0], stem="?", pairs=pairs, decoy=decoy,
            rationale="", objective="", source=HERE,
        )  # fmt: skip

    first, second, third = Pair("One", "Iron"), Pair("Two", "Gold"), Pair("Three", "Zinc")

    assert item(first, second, third) is not None
    assert item(first, second) is None
    assert item(first, second, third, decoy="gold") is None
    assert item(first, second, Pair("Of zinc it is", "Zinc")) is None
    assert item(first, second, Pair("two", "Zinc")) is None
