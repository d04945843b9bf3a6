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
from enablekit.model.vocabulary import Pain, Persona, Stage, Vocabulary
from enablekit.question_kinds import pain_matching, situation_matching, stage_matching

HERE = Span(path="a.md", line=7)
VOCABULARY = Vocabulary(
    personas=(
        Persona(id="cfo", span=HERE, name="Finance lead"),
        Persona(id="it", span=HERE, name="IT lead"),
    ),
    stages=tuple(
        Stage(id=name.lower(), span=HERE, name=name, means=f"They are at {number}.")
        for number, name in enumerate(("Early", "Middle", "Late", "After"), 1)
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


def piece(  # noqa: PLR0913 - the parts of a piece that tests vary
    name: str,
    title: str,
    *,
    pain: str = "",
    words: str = "",
    stage: str = "",
    job: str = "",
    persona: str = "cfo",
    when: str = "",
) -> Asset:
    return Asset(
        id=name, path=f"{name}.md", title=title, span=HERE,
        guidance=Guidance(
            span=HERE,
            pains=(PainMet(span=HERE, pain=pain, words=words),) if pain else (),
            stages=(stage,) if stage else (),
            job=job,
            use_with=(UseWith(span=HERE, persona=persona, when=when),) if when else (),
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
    piece("a", "The paper", pain="late", words="Monday is spent on the phone."),
    piece("b", "The deck", pain="found", words="We learn it at the end."),
    piece("c", "The sheet", pain="reps", words="My people do the filing."),
    piece("d", "The card", pain="queue", words="It moved the pile."),
)


def pains(*assets: Asset) -> list[Item]:
    shelf = library(*assets)
    return list(pain_matching.candidates(shelf.by_id["a"], shelf, Siblings(shelf)))


def test_what_buyers_say_is_matched_with_pains_and_one_pain_is_left() -> None:
    (item,) = pains(*PAINS)

    assert item.form == "matching"
    assert chosen(item) == {
        "Monday is spent on the phone.": "Late payments",
        "Nobody tells us in time.": "Surprises",
        "Friday is lost on paperwork.": "Reps dragged in",
    }
    assert decoys(item) == ["Exceptions"]
    assert item.bloom == "apply"
    assert item.rationale == ("“The paper” is for “Late payments”: “Monday is spent on the phone.”")
    assert item.id == item_id("pain-matching", "a.md", "Monday is spent on the phone.")
    assert_stable(item)


def test_too_few_pains_are_not_matched() -> None:
    assert pains(*PAINS[:3]) == []


def test_words_that_stand_under_two_pains_are_not_asked() -> None:
    same = piece("e", "The mail", pain="reps", words="Monday is spent on the phone.")

    (item,) = pains(*PAINS, same)

    assert "Monday is spent on the phone." not in item.prompts
    assert chosen(item)["We chase every customer by phone."] == "Late payments"


def test_words_that_name_their_pain_are_not_asked() -> None:
    telling = piece("a", "The paper", pain="late", words="Payments are always late.")

    (item,) = pains(telling, *PAINS[1:])

    assert "Payments are always late." not in item.prompts


STAGES = tuple(
    piece(name, f"Piece {name}", stage=stage, job=job)
    for name, stage, job in (
        ("a", "early", "open"),
        ("b", "middle", "prove"),
        ("c", "late", "justify"),
        ("d", "after", "expand"),
    )
)


def stages(*assets: Asset) -> list[Item]:
    shelf = library(*assets)
    return list(stage_matching.candidates(shelf.by_id["a"], shelf, Siblings(shelf)))


def test_each_stage_has_one_piece_and_one_piece_is_left() -> None:
    (item,) = stages(*STAGES)

    assert chosen(item) == {
        "Early: They are at 1.": "Piece a",
        "Middle: They are at 2.": "Piece b",
        "Late: They are at 3.": "Piece c",
    }
    assert decoys(item) == ["Piece d"]
    assert item.id == item_id("stage-matching", "a.md", "Early: They are at 1.")
    assert_stable(item)


def test_a_piece_for_two_stages_is_not_matched() -> None:
    shelf = library(
        Asset(
            id="a", path="a.md", title="Piece a", span=HERE,
            guidance=Guidance(span=HERE, stages=("early", "middle")),
        ),
        *STAGES[1:],
    )  # fmt: skip

    assert list(stage_matching.candidates(shelf.by_id["a"], shelf, Siblings(shelf))) == []


def test_too_few_stages_are_not_matched() -> None:
    assert stages(*STAGES[:3]) == []


SITUATIONS = (
    piece("a", "The paper", pain="late", when="He blames his customers for it."),
    piece("b", "The deck", pain="found", when="The month ended badly again."),
    piece("c", "The sheet", pain="reps", persona="it", when="She reads contracts herself."),
    piece("d", "The card", pain="queue", when="Somebody mentions a rival."),
)


def situations(*assets: Asset) -> list[Item]:
    shelf = library(*assets)
    return list(situation_matching.candidates(shelf.by_id["a"], shelf, Siblings(shelf)))


def test_a_person_in_a_situation_is_matched_with_the_piece() -> None:
    (item,) = situations(*SITUATIONS)

    assert chosen(item) == {
        "Finance lead: He blames his customers for it.": "The paper",
        "Finance lead: The month ended badly again.": "The deck",
        "IT lead: She reads contracts herself.": "The sheet",
    }
    assert decoys(item) == ["The card"]
    assert_stable(item)


def test_pieces_for_the_same_pain_are_not_offered_together() -> None:
    same = piece("d", "The card", pain="late", when="Somebody mentions a rival.")

    assert situations(*SITUATIONS[:3], same) == []


def test_situations_told_in_the_same_words_are_not_asked() -> None:
    alike = piece("d", "The card", pain="queue", when="He blames his customers and his bank.")

    assert situations(*SITUATIONS[:3], alike) == []


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
