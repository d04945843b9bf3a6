from __future__ import annotations

import dataclasses
import datetime as dt
import hashlib

import pytest

from enablekit.config.project import Config
from enablekit.extend.siblings import Siblings
from enablekit.linking.library import link
from enablekit.model.asset import Asset
from enablekit.model.audience import Audience
from enablekit.model.body import Block, Body
from enablekit.model.evidence import Evidence, Statistic
from enablekit.model.guidance import Guidance
from enablekit.model.guidance_entries import (
    Line,
    MustKnow,
    NextAsset,
    Objection,
    PainMet,
    UseWith,
)
from enablekit.model.item import Item
from enablekit.model.library import Library
from enablekit.model.span import Span
from enablekit.model.vocabulary import Persona, Vocabulary
from enablekit.question_kinds import do_dont, message_asset, objection_response, scenario_asset
from enablekit.usecases.share import without_text

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


ERP = objection(
    "Our ERP does that.", "Clean orders stay where they are; we take the exceptions over."
)
PRICE = objection("It is too expensive.", "Divide it by the disputes you had last quarter alone.")
TIMING = objection("Not before the year end.", "Three files and ten days tell you if it can wait.")
SAME = objection(
    "Our ERP does that already.", "The ERP sees the order and never the delivery note."
)


def key(item: Item) -> str:
    return next(option.text for option in item.options if option.correct)


def test_an_objection_is_asked_with_answers_to_other_objections() -> None:
    shelf = library(piece("a", "A", objections=(ERP, PRICE, TIMING)))

    item, *_ = objection_response.candidates(shelf.by_id["a"], shelf, Siblings(shelf))

    assert key(item) == ERP.respond
    assert {option.text for option in item.options} == {ERP.respond, PRICE.respond, TIMING.respond}
    assert item.stem == (
        "Talking about “A”, the buyer says: “Our ERP does that.” Which answer fits?"
    )
    assert item.source == HERE
    feedback = {option.text: option.feedback for option in item.options}
    assert feedback[PRICE.respond] == "That answers “It is too expensive.”"
    assert feedback[ERP.respond] == ""


def test_the_answer_to_nearly_the_same_objection_is_no_distractor() -> None:
    shelf = library(piece("a", "A", objections=(ERP, SAME, PRICE, TIMING)))

    item, *_ = objection_response.candidates(shelf.by_id["a"], shelf, Siblings(shelf))

    assert SAME.respond not in {option.text for option in item.options}


def test_an_item_without_two_good_distractors_is_not_made() -> None:
    shelf = library(piece("a", "A", objections=(ERP,)), piece("b", "B", objections=(PRICE,)))

    assert list(objection_response.candidates(shelf.by_id["a"], shelf, Siblings(shelf))) == []


def test_an_answer_of_another_length_gives_nothing_away_because_it_is_not_offered() -> None:
    long = objection("We are happy.", "Of course. " * 30)
    shelf = library(piece("a", "A", objections=(ERP,)), piece("b", "B", objections=(PRICE, long)))

    assert list(objection_response.candidates(shelf.by_id["a"], shelf, Siblings(shelf))) == []


def test_answers_of_other_pieces_alone_do_not_stand_beside_the_right_one() -> None:
    shelf = library(piece("a", "A", objections=(ERP,)), piece("b", "B", objections=(PRICE, TIMING)))

    assert list(objection_response.candidates(shelf.by_id["a"], shelf, Siblings(shelf))) == []


def test_an_answer_that_leans_on_what_was_said_is_not_asked() -> None:
    leaning = objection(
        "Our ERP does that.", "With no tolerance they stopped every order at first."
    )
    shelf = library(piece("a", "A", objections=(leaning, PRICE, TIMING)))

    items = list(objection_response.candidates(shelf.by_id["a"], shelf, Siblings(shelf)))

    assert leaning.respond not in {option.text for item in items for option in item.options}


def test_an_answer_that_takes_up_a_question_is_asked_with_the_question() -> None:
    asked = Objection(
        span=HERE, they_say="We are nothing like them.",
        clarify="Do you agree prices, ship in parts, and bill late?",
        respond="Two yeses out of three, and the same mistakes arise here.",
    )  # fmt: skip
    shelf = library(piece("a", "A", objections=(asked, PRICE, TIMING)))

    item, *others = objection_response.candidates(shelf.by_id["a"], shelf, Siblings(shelf))

    assert "You ask: “Do you agree prices, ship in parts, and bill late?”" in item.stem
    assert all(asked.respond not in {one.text for one in other.options} for other in others)


def situation(name: str, title: str, pain: str, persona: str, stage: str) -> Asset:
    return piece(
        name, title,
        pains=(PainMet(span=HERE, pain=pain, words=f"We suffer from {pain}."),),
        use_with=(UseWith(span=HERE, persona=persona, why="It is their money."),),
        stages=(stage,),
    )  # fmt: skip


def test_a_piece_that_comes_next_is_no_wrong_one_for_what_a_buyer_says() -> None:
    paper = situation("a", "The white paper", "late-payments", "cfo", "evaluation")
    deck = situation("b", "The deck", "outages", "it-lead", "evaluation")
    sheet = situation("c", "The datasheet", "outages", "cfo", "evaluation")
    leads = dataclasses.replace(
        paper, guidance=dataclasses.replace(paper.guidance, next=(NextAsset(span=HERE, asset="b"),))
    )
    alone, led = library(paper, deck, sheet), library(leads, deck, sheet)

    assert len(list(scenario_asset.candidates(alone.by_id["a"], alone, Siblings(alone)))) == 1
    assert list(scenario_asset.candidates(led.by_id["a"], led, Siblings(led))) == []


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


def test_a_piece_whose_text_says_the_same_pain_is_never_a_distractor() -> None:
    telling = "Many teams suffer from payments that come late."
    spoken = situation("b", "The deck", "outages", "it-lead", "evaluation")
    text = Body(blocks=(Block(kind="paragraph", text=telling, html="", span=HERE),))
    words = "We suffer from late payments every month."
    asked = situation("a", "The white paper", "late-payments", "cfo", "evaluation")
    met = (PainMet(span=HERE, pain="late-payments", words=words),)
    asked = dataclasses.replace(asked, guidance=dataclasses.replace(asked.guidance, pains=met))
    other = situation("c", "The datasheet", "outages", "cfo", "evaluation")

    silent = library(asked, spoken, other)
    says_so = library(
        asked, without_text(dataclasses.replace(spoken, body=text, has_guidance=True)), other
    )

    assert len(list(scenario_asset.candidates(silent.by_id["a"], silent, Siblings(silent)))) == 1
    assert list(scenario_asset.candidates(says_so.by_id["a"], says_so, Siblings(says_so))) == []


@pytest.mark.parametrize("kind", ["battlecard", "deck"])
def test_nobody_is_asked_to_reach_for_a_battlecard_or_a_deck(kind: str) -> None:
    card = dataclasses.replace(
        situation("a", "The card", "late-payments", "cfo", "evaluation"), type=kind
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


def test_a_situation_that_says_he_or_she_names_the_person() -> None:
    asset = piece(
        "a", "The deck",
        use_with=(UseWith(span=HERE, persona="cfo", when="He names DSO. It is his goal."),),
        trigger=(Line(span=HERE, text="A new finance lead started."),),
        do_not_use_when=(Line(span=HERE, text="They automate already."),),
    )  # fmt: skip
    known = Vocabulary(personas=(Persona(id="cfo", span=HERE, name="Chief financial officer"),))
    shelf = dataclasses.replace(library(asset), vocabulary=known)

    (item,) = do_dont.candidates(shelf.by_id["a"], shelf, Siblings(shelf))

    assert "Chief financial officer: He names DSO." in [option.text for option in item.options]


def message(name: str, title: str, *statements: str) -> Asset:
    return piece(
        name, title,
        must_know=tuple(
            MustKnow(span=HERE, id=f"mk-{number}", statement=one, source="#here")
            for number, one in enumerate(statements, 1)
        ),
    )  # fmt: skip


POINT = "Causes of disputes are visible early in orders and invoices."
WORDS = ("Visible marks help invoices.", "Early orders win.")
MATCHING = message("b", "How matching works", "Causes of disputes fill three files.", *WORDS)
REPS = message("c", "Why reps get dragged in", "Causes of disputes take two hours.", *WORDS)


def test_a_message_that_names_its_own_title_is_passed_over_for_the_next() -> None:
    shelf = library(
        message("a", "What a claim costs", "Each claim takes 14 days.", POINT),
        MATCHING, REPS,
    )  # fmt: skip

    (item,) = message_asset.candidates(shelf.by_id["a"], shelf, Siblings(shelf))

    assert POINT in item.stem
    assert key(item) == "What a claim costs"
    assert item.tests == "mk-2"


def test_wrong_pieces_could_make_the_point_and_say_what_they_say_instead() -> None:
    shelf = library(message("a", "The paper", POINT), MATCHING, REPS)

    (item,) = message_asset.candidates(shelf.by_id["a"], shelf, Siblings(shelf))

    feedback = {option.text: option.feedback for option in item.options}
    assert feedback["The paper"] == ""
    assert feedback["How matching works"] == (
        "The guide to “How matching works” says: “Causes of disputes fill three files.”"
    )


@pytest.mark.parametrize(
    "statement",
    [
        "Causes of disputes visible early in orders must not be named.",
        "This page names causes of disputes visible early in orders.",
        "The battlecard has causes of disputes visible early in orders.",
    ],
)
def test_how_to_use_a_piece_is_no_point_it_makes(statement: str) -> None:
    shelf = library(message("a", "The paper", statement), MATCHING, REPS)

    assert list(message_asset.candidates(shelf.by_id["a"], shelf, Siblings(shelf))) == []


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
    shelf = library(piece("a", "A", objections=(ERP, PRICE, TIMING)))

    item, *_ = objection_response.candidates(shelf.by_id["a"], shelf, Siblings(shelf))

    fact = "objection-response\na.md\nour erp does that"
    assert item.id == hashlib.sha256(fact.encode()).hexdigest()[:12]
    digests = [
        hashlib.sha256(f"{item.id}\n{option.text}".encode()).digest() for option in item.options
    ]
    assert digests == sorted(digests)
