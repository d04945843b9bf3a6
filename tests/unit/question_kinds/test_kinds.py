from __future__ import annotations

import dataclasses
import datetime as dt
import hashlib

from enablekit.config.project import Config
from enablekit.extend.siblings import Siblings
from enablekit.linking.library import link
from enablekit.model.asset import Asset
from enablekit.model.audience import Audience
from enablekit.model.evidence import Evidence, Statistic
from enablekit.model.guidance import Guidance
from enablekit.model.guidance_entries import (
    Line,
    MustKnow,
    Objection,
    PainMet,
    UseWith,
)
from enablekit.model.item import Item
from enablekit.model.library import Library
from enablekit.model.span import Span
from enablekit.question_kinds import do_dont, message_asset, objection_response, scenario_asset

HERE = Span(path="a.md", line=7)


def library(*assets: Asset) -> Library:
    return link(assets, Config(), Audience.INTERNAL, dt.date(2026, 11, 1))[0]


def piece(name: str, title: str, **guidance: object) -> Asset:
    return Asset(
        id=name, path=f"{name}.md", title=title, span=HERE,
        guidance=Guidance(**guidance),  # type: ignore[arg-type] # the tests say which fields they mean
    )  # fmt: skip


def objection(they_say: str, respond: str) -> Objection:
    return Objection(span=HERE, they_say=they_say, respond=respond)


ERP = objection("Our ERP does that.", "It keeps the clean orders; we take the exceptions over.")
PRICE = objection("It is too expensive.", "Divide it by the disputes you had last quarter alone.")
TIMING = objection("Not before the year end.", "Three files and ten days tell you if it can wait.")
SAME = objection(
    "Our ERP does that already.", "The ERP sees the order and never the delivery note."
)


def key(item: Item) -> str:
    return next(option.text for option in item.options if option.correct)


def test_an_objection_is_asked_with_answers_to_other_objections() -> None:
    shelf = library(piece("a", "A", objections=(ERP,)), piece("b", "B", objections=(PRICE, TIMING)))

    (item,) = objection_response.candidates(shelf.by_id["a"], shelf, Siblings(shelf))

    assert key(item) == ERP.respond
    assert {option.text for option in item.options} == {ERP.respond, PRICE.respond, TIMING.respond}
    assert "Our ERP does that." in item.stem
    assert item.source == HERE
    feedback = {option.text: option.feedback for option in item.options}
    assert feedback[PRICE.respond] == "That answers “It is too expensive.”"
    assert feedback[ERP.respond] == ""


def test_the_answer_to_nearly_the_same_objection_is_no_distractor() -> None:
    shelf = library(
        piece("a", "A", objections=(ERP,)), piece("b", "B", objections=(SAME, PRICE, TIMING))
    )

    (item,) = objection_response.candidates(shelf.by_id["a"], shelf, Siblings(shelf))

    assert SAME.respond not in {option.text for option in item.options}


def test_an_item_without_two_good_distractors_is_not_made() -> None:
    shelf = library(piece("a", "A", objections=(ERP,)), piece("b", "B", objections=(PRICE,)))

    assert list(objection_response.candidates(shelf.by_id["a"], shelf, Siblings(shelf))) == []


def test_an_answer_of_another_length_gives_nothing_away_because_it_is_not_offered() -> None:
    long = objection("We are happy.", "Of course. " * 30)
    shelf = library(piece("a", "A", objections=(ERP,)), piece("b", "B", objections=(PRICE, long)))

    assert list(objection_response.candidates(shelf.by_id["a"], shelf, Siblings(shelf))) == []


def situation(name: str, title: str, pain: str, persona: str, stage: str) -> Asset:
    return piece(
        name, title,
        pains=(PainMet(span=HERE, pain=pain, words=f"We suffer from {pain}."),),
        use_with=(UseWith(span=HERE, persona=persona, why="It is their money."),),
        stages=(stage,),
    )  # fmt: skip


def test_what_a_buyer_says_is_asked_with_pieces_for_other_pains() -> None:
    shelf = library(
        situation("a", "The white paper", "late-payments", "cfo", "evaluation"),
        situation("b", "The deck", "outages", "it-lead", "evaluation"),
        situation("c", "The datasheet", "outages", "cfo", "evaluation"),
    )

    (item,) = scenario_asset.candidates(shelf.by_id["a"], shelf, Siblings(shelf))

    assert key(item) == "The white paper"
    assert item.stem.startswith("A buyer says: “We suffer from late-payments.”")
    assert item.rationale == "“The white paper” is for “Late payments”."
    assert {option.text: option.feedback for option in item.options} == {
        "The white paper": "",
        "The deck": "“The deck” is for “Outages”.",
        "The datasheet": "“The datasheet” is for “Outages”.",
    }


def test_a_piece_for_the_same_pain_is_never_a_distractor() -> None:
    shelf = library(
        situation("a", "The white paper", "late-payments", "cfo", "evaluation"),
        situation("b", "The deck", "late-payments", "it-lead", "awareness"),
        situation("c", "The datasheet", "outages", "cfo", "evaluation"),
    )

    assert list(scenario_asset.candidates(shelf.by_id["a"], shelf, Siblings(shelf))) == []


def test_nobody_is_asked_to_reach_for_a_battlecard() -> None:
    card = dataclasses.replace(
        situation("a", "The card", "late-payments", "cfo", "evaluation"), type="battlecard"
    )
    shelf = library(
        card,
        situation("b", "The deck", "outages", "cfo", "evaluation"),
        situation("c", "The datasheet", "outages", "it-lead", "evaluation"),
    )

    assert list(scenario_asset.candidates(shelf.by_id["a"], shelf, Siblings(shelf))) == []


def test_advice_behind_a_situation_and_words_that_tell_the_side_are_left_out() -> None:
    asset = piece(
        "a", "The deck",
        use_with=(UseWith(span=HERE, persona="cfo", when="He names DSO. Bring the chart."),),
        trigger=(Line(span=HERE, text="A new finance lead started."),),
        do_not_use_when=(
            Line(span=HERE, text="They automate already. Do not bring it up."),
            Line(span=HERE, text="Do not use it as a cold mail."),
        ),
    )  # fmt: skip
    shelf = library(asset)

    (item,) = do_dont.candidates(shelf.by_id["a"], shelf, Siblings(shelf))

    assert sorted(option.text for option in item.options) == [
        "A new finance lead started.",
        "He names DSO.",
        "They automate already.",
    ]
    assert "Do not bring it up." in item.rationale
    feedback = {option.text: option.feedback for option in item.options}
    assert feedback["They automate already."] == "They automate already. Do not bring it up."


def test_what_follows_a_semicolon_is_advice_too() -> None:
    asset = piece(
        "a", "The deck",
        use_with=(UseWith(span=HERE, persona="cfo", when="He names DSO.", why="It is his goal."),),
        trigger=(Line(span=HERE, text="A new finance lead started."),),
        do_not_use_when=(Line(span=HERE, text="They are about to decide; a deck slows them."),),
    )  # fmt: skip
    shelf = library(asset)

    (item,) = do_dont.candidates(shelf.by_id["a"], shelf, Siblings(shelf))

    assert {option.text: option.feedback for option in item.options} == {
        "He names DSO.": "It is his goal.",
        "A new finance lead started.": "",
        "They are about to decide.": "They are about to decide; a deck slows them.",
    }


def test_a_piece_whose_guidance_holds_the_same_figure_is_no_distractor() -> None:
    shelf = library(
        message("a", "What disputes cost", "Disputes take 14 days."),
        message("b", "How matching works", "A dispute adds 14 days to payment."),
        message("c", "Why reps get dragged in", "Two hours a week are lost."),
    )

    assert list(message_asset.candidates(shelf.by_id["a"], shelf, Siblings(shelf))) == []


def test_when_to_use_and_when_not_is_sorted_into_two_groups() -> None:
    asset = piece(
        "a", "The deck",
        use_with=(UseWith(span=HERE, persona="cfo", when="He names DSO."),),
        trigger=(Line(span=HERE, text="A new finance lead started."),),
        do_not_use_when=(Line(span=HERE, text="They automate already."),),
    )  # fmt: skip
    shelf = library(asset)

    (item,) = do_dont.candidates(shelf.by_id["a"], shelf, Siblings(shelf))

    assert item.form == "sorting"
    assert {option.text: option.correct for option in item.options} == {
        "He names DSO.": True,
        "A new finance lead started.": True,
        "They automate already.": False,
    }
    assert item.groups == ("Use it", "Leave it alone")


def message(name: str, title: str, *statements: str) -> Asset:
    return piece(
        name, title,
        must_know=tuple(
            MustKnow(span=HERE, id=f"mk-{number}", statement=one)
            for number, one in enumerate(statements, 1)
        ),
    )  # fmt: skip


def test_a_message_that_names_its_own_title_is_passed_over_for_the_next() -> None:
    shelf = library(
        message("a", "What disputes cost", "Disputes take 14 days.", "Most causes are visible."),
        message("b", "How matching works", "Three files are enough."),
        message("c", "Why reps get dragged in", "Two hours a week are lost."),
    )

    (item,) = message_asset.candidates(shelf.by_id["a"], shelf, Siblings(shelf))

    assert "Most causes are visible." in item.stem
    assert key(item) == "What disputes cost"
    assert item.tests == "mk-2"


def test_each_message_is_asked_and_wrong_pieces_say_what_they_say_instead() -> None:
    shelf = library(
        message("a", "The paper", "Disputes take 14 days.", "Most causes are visible."),
        message("b", "How matching works", "Three files are enough."),
        message("c", "Why reps get dragged in", "Two hours a week are lost."),
    )

    items = list(message_asset.candidates(shelf.by_id["a"], shelf, Siblings(shelf)))

    assert [item.tests for item in items] == ["mk-1", "mk-2"]
    feedback = {option.text: option.feedback for option in items[0].options}
    assert feedback["The paper"] == ""
    assert feedback["How matching works"] == (
        "The guide to “How matching works” says: “Three files are enough.”"
    )


def test_a_piece_whose_text_gives_the_same_figure_is_no_distractor() -> None:
    same = Statistic(text="After 14 days it is paid.", figure="14 days", span=HERE)
    shelf = library(
        message("a", "The paper", "Disputes take 14 days."),
        dataclasses.replace(
            message("b", "How matching works", "Three files are enough."),
            evidence=Evidence(statistics=(same,)),
        ),
        message("c", "Why reps get dragged in", "Two hours a week are lost."),
    )

    assert list(message_asset.candidates(shelf.by_id["a"], shelf, Siblings(shelf))) == []


def test_ids_and_the_order_of_options_are_the_same_on_every_machine() -> None:
    shelf = library(piece("a", "A", objections=(ERP,)), piece("b", "B", objections=(PRICE, TIMING)))

    (item,) = objection_response.candidates(shelf.by_id["a"], shelf, Siblings(shelf))

    fact = "objection-response\na.md\nour erp does that"
    assert item.id == hashlib.sha256(fact.encode()).hexdigest()[:12]
    digests = [
        hashlib.sha256(f"{item.id}\n{option.text}".encode()).digest() for option in item.options
    ]
    assert digests == sorted(digests)
