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

HERE = Span(path="a.md", line=7)


def library(*assets: Asset) -> Library:
    return link(assets, Config(), Audience.INTERNAL, dt.date(2026, 11, 1))[0]


def piece(name: str, title: str, **guidance: object) -> Asset:
    return Asset(
        id=name, path=f"{name}.md", title=title, span=HERE,
        guidance=Guidance(**guidance),  # type: ignore[arg-type] # the tests say which fields they mean
    )  # fmt: skip


def objection(they_say: str, respond: str, never: str = "") -> Objection:
    return Objection(span=HERE, they_say=they_say, respond=respond, do_not_say=never)


ERP = objection(
    "Our ERP does that.", "Clean orders stay where they are.", "ERP functions are of no use."
)
PRICE = objection(
    "It is too expensive.",
    "Divide it by the disputes of last quarter.",
    "Nothing costs more than a tool.",
)
TIMING = objection(
    "Not before the year end.",
    "Three files and ten days tell enough.",
    "An ERP is too slow for it.",
)


ERP_AGAIN = objection(
    "Nothing beats our own tool.",
    "Clean orders stay where they are.",
    "Own tools are of no use at all.",
)


def key(item: Item) -> str:
    return next(option.text for option in item.options if option.correct)


def answers(*objections: Objection, others: tuple[Objection, ...] = ()) -> list[Item]:
    shelf = library(piece("a", "A", objections=objections), piece("b", "B", objections=others))
    return list(objection_response.candidates(shelf.by_id["a"], shelf, Siblings(shelf)))


def test_the_line_never_to_say_is_a_wrong_answer_to_its_objection() -> None:
    item, *_ = answers(ERP, PRICE, TIMING)

    assert key(item) == ERP.respond
    assert {option.text for option in item.options if not option.correct} == {
        ERP.do_not_say, TIMING.do_not_say,
    }  # fmt: skip
    assert item.stem == (
        "Talking about “A”, the buyer says: “Our ERP does that.” Which answer fits?"
    )
    assert item.source == HERE
    feedback = {option.text: option.feedback for option in item.options}
    assert feedback[ERP.do_not_say] == "The guide says never to say that."
    assert feedback[TIMING.do_not_say] == "The guide says never to say that."
    assert feedback[ERP.respond] == ""


def test_an_answer_that_shares_a_word_with_what_the_buyer_says_is_the_other_wrong_one() -> None:
    near = objection("We change nothing now.", "The ERP stays untouched for the first month.")

    item, *_ = answers(ERP, near, PRICE)

    feedback = {option.text: option.feedback for option in item.options}
    assert feedback[near.respond] == "That answers “We change nothing now.”"
    assert ERP.do_not_say in feedback


def test_an_objection_without_a_line_never_to_say_is_not_asked() -> None:
    silent = objection("Our ERP does that.", "Clean orders stay where they are.")

    stems = [item.stem for item in answers(silent, ERP_AGAIN, PRICE, TIMING)]

    assert stems
    assert all(silent.they_say not in stem for stem in stems)


def test_an_item_without_two_good_distractors_is_not_made() -> None:
    assert answers(ERP, others=(PRICE,)) == []


def test_an_answer_longer_than_all_others_is_cut_to_its_first_sentence() -> None:
    first = "Clean orders stay where they are."
    long = objection(ERP.they_say, f"{first} {'We take the exceptions over. ' * 4}", ERP.do_not_say)

    item, *_ = answers(long, PRICE, TIMING)

    assert key(item) == first
    assert f"The guide answers: “{long.respond}”" in item.rationale


@pytest.mark.parametrize("first", ["It can.", "The clean order hides errors."])
def test_an_answer_that_says_nothing_without_its_rest_is_not_cut(first: str) -> None:
    rest = "We take the exceptions over. " * 4
    long = objection(ERP.they_say, f"{first} {rest}", ERP.do_not_say)

    items = answers(long, PRICE, TIMING)

    assert all(long.they_say not in item.stem for item in items)


def test_an_answer_that_leans_on_what_was_said_is_not_asked() -> None:
    leaning = objection(
        "Our ERP does that.", "They stopped every order at first.", "ERP functions are of no use."
    )

    items = answers(leaning, PRICE, TIMING)

    assert leaning.respond not in {option.text for item in items for option in item.options}


def test_an_answer_that_takes_up_a_question_is_asked_with_the_question() -> None:
    asked = Objection(
        span=HERE, they_say="We are nothing like that.",
        clarify="Do you agree prices, ship in parts, and bill late?",
        respond="Two yeses out of three, so it may.",
        do_not_say="Every company has that problem.",
    )  # fmt: skip

    item, *others = answers(asked, PRICE, TIMING)

    assert "You ask: “Do you agree prices, ship in parts, and bill late?”" in item.stem
    assert all(asked.respond not in {one.text for one in other.options} for other in others)


def situation(
    name: str, title: str, pain: str, words: str, *, tldr: str = "", person: str = "cfo"
) -> Asset:
    asset = piece(
        name, title,
        tldr=Line(span=HERE, text=tldr or f"About {pain}."),
        pains=(PainMet(span=HERE, pain=pain, words=words),),
        use_with=(UseWith(span=HERE, persona=person, why="It is their concern."),),
        stages=("evaluation",),
    )  # fmt: skip
    return dataclasses.replace(asset, topics=("cash",))


SAYS = "Our money sits with customers who dispute the freight."
TIED = "Shows what a disputed freight costs in money that customers keep."
PAPER = situation("a", "The white paper", "late-payments", SAYS, tldr=TIED)
TOUR = situation("b", "The tour", "outages", "The server fails at night.")
SHEET = situation("c", "The leaflet", "audits", "The auditors ask for papers.")


def reached_for(*assets: Asset, vocabulary: Vocabulary | None = None) -> list[Item]:
    shelf = library(*assets)
    if vocabulary is not None:
        shelf = dataclasses.replace(shelf, vocabulary=vocabulary)
    return list(scenario_asset.candidates(shelf.by_id["a"], shelf, Siblings(shelf)))


def guided(asset: Asset, **fields: object) -> Asset:
    return dataclasses.replace(
        asset,
        guidance=dataclasses.replace(asset.guidance, **fields),  # type: ignore[arg-type] # as the tests say
    )


def test_the_buyer_of_a_piece_is_asked_for_among_buyers_with_other_pains() -> None:
    (item,) = reached_for(PAPER, TOUR, SHEET)

    assert key(item) == SAYS
    assert item.stem == (
        "Three buyers, and what each of them says. For which one is “The white paper”?"
    )
    assert item.rationale == "“The white paper” is for “Late payments”."
    assert {option.text: option.feedback for option in item.options} == {
        SAYS: "",
        "The server fails at night.": "“The tour” is for “Outages”.",
        "The auditors ask for papers.": "“The leaflet” is for “Audits”.",
    }


def test_words_that_lead_nowhere_in_the_guidance_are_not_asked() -> None:
    untied = guided(PAPER, tldr=Line(span=HERE, text="Four pages with charts."))

    assert reached_for(untied, TOUR, SHEET) == []


def test_weekdays_tie_a_sentence_to_no_piece() -> None:
    words = PainMet(span=HERE, pain="late-payments", words="My team spends Monday and Tuesday.")
    paper = guided(
        PAPER, pains=(words,), tldr=Line(span=HERE, text="A team spends Monday and Tuesday on it.")
    )

    assert reached_for(paper, TOUR, SHEET) == []


def test_a_sentence_that_leads_to_the_piece_as_much_is_no_wrong_one() -> None:
    words = "The money that customers keep for freight is disputed."
    as_near = guided(TOUR, pains=(PainMet(span=HERE, pain="outages", words=words),))

    assert reached_for(PAPER, as_near, SHEET) == []


def test_what_is_said_by_somebody_else_at_another_step_does_not_tempt() -> None:
    stranger = situation("b", "The tour", "outages", "The server fails.", person="it-lead")
    stranger = guided(stranger, stages=("onboarding",))

    assert reached_for(PAPER, stranger, SHEET) == []


@pytest.mark.parametrize(
    ("words", "kind", "title"),
    [
        ("Show me the freight that customers dispute.", "demo-video", "The clip"),
        ("Nobody gives customers a figure of the freight.", "roi-calculator", "The sheet"),
        ("A vendor review stops the freight of customers.", "security-pack", "The folder"),
        ("Tell customers on which days the freight comes.", "one-pager", "Freight: the plan"),
    ],
)
def test_a_sentence_that_asks_for_the_format_of_the_piece_is_not_asked(
    words: str, kind: str, title: str
) -> None:
    paper = guided(PAPER, pains=(PainMet(span=HERE, pain="late-payments", words=words),))
    plain = dataclasses.replace(paper, type="white-paper")

    assert len(reached_for(plain, TOUR, SHEET)) == 1
    assert reached_for(dataclasses.replace(paper, type=kind, title=title), TOUR, SHEET) == []


def test_a_piece_that_comes_next_is_no_wrong_one_for_what_a_buyer_says() -> None:
    leads = guided(PAPER, next=(NextAsset(span=HERE, asset="b"),))

    assert reached_for(leads, TOUR, SHEET) == []


def test_a_piece_for_the_same_pain_is_never_a_distractor() -> None:
    same = guided(TOUR, pains=(PainMet(span=HERE, pain="late-payments", words="It is late."),))

    assert reached_for(PAPER, same, SHEET) == []


def test_a_pain_that_the_piece_itself_speaks_of_is_no_wrong_one() -> None:
    text = "Whenever a server fails at night, nobody bills anything."
    body = Body(blocks=(Block(kind="paragraph", text=text, html="", span=HERE),))

    assert reached_for(dataclasses.replace(PAPER, body=body), TOUR, SHEET) == []


@pytest.mark.parametrize("kind", ["battlecard", "deck"])
def test_nobody_is_asked_to_reach_for_a_battlecard_or_a_deck(kind: str) -> None:
    assert reached_for(dataclasses.replace(PAPER, type=kind), TOUR, SHEET) == []


def test_a_piece_whose_guidance_holds_the_same_figure_is_no_distractor() -> None:
    shelf = library(
        message("a", "What disputes cost", "Disputes take 14 days."),
        message("b", "How matching works", "A dispute adds 14 days to payment."),
        message("c", "Why reps get dragged in", "Two hours a week are lost."),
    )

    assert list(message_asset.candidates(shelf.by_id["a"], shelf, Siblings(shelf))) == []


def lines(*texts: str) -> tuple[Line, ...]:
    return tuple(Line(span=HERE, text=text) for text in texts)


def said(when: str, persona: str = "cfo", why: str = "") -> UseWith:
    return UseWith(span=HERE, persona=persona, when=when, why=why)


STARTED = "A new finance lead started."
LEAVE = ("They automate already. It preaches.", "They are about to decide; it slows them.")


def sorted_ones(
    *use: UseWith,
    happens: tuple[str, ...] = (STARTED,),
    leave: tuple[str, ...] = LEAVE,
    title: str = "The deck",
) -> list[Item]:
    asset = piece("a", title, use_with=use, trigger=lines(*happens), do_not_use_when=lines(*leave))
    known = Vocabulary(personas=(Persona(id="cfo", span=HERE, name="Chief financial officer"),))
    shelf = dataclasses.replace(library(asset), vocabulary=known)
    return list(do_dont.candidates(shelf.by_id["a"], shelf, Siblings(shelf)))


def test_when_to_use_and_when_not_is_sorted_into_two_groups_without_the_advice() -> None:
    (item,) = sorted_ones(said("He names DSO. Bring the chart.", why="It is his goal."))

    assert item.form == "sorting"
    assert {option.text: option.feedback for option in item.options if option.correct} == {
        "He names DSO.": "It is his goal.",
        STARTED: "",
    }
    assert {option.text: option.feedback for option in item.options if not option.correct} == {
        "They automate already.": "They automate already. It preaches.",
        "They are about to decide.": "They are about to decide; it slows them.",
    }
    assert item.groups == ("Use it", "Leave it alone")
    assert "It preaches." in item.rationale


def test_the_stem_names_the_person_whom_he_or_she_stands_for() -> None:
    (item,) = sorted_ones(said("He names DSO."))
    (other,) = sorted_ones(said("Procurement asks for options.", persona="buyer"))

    question = "When do you use “The deck”, and when do you leave it alone?"
    assert item.stem == f"You are with a buyer (Chief financial officer). {question}"
    assert other.stem == f"You are with a buyer. {question}"
    assert not any("Chief financial officer" in option.text for option in item.options)


def test_what_is_said_by_another_person_is_not_sorted_under_the_name_of_one() -> None:
    asked = (said("He names DSO."), said("Procurement asks for options.", persona="buyer"))

    assert sorted_ones(*asked, happens=()) == []


def test_he_or_she_does_not_sort_the_situations() -> None:
    asked = (said("He names DSO."), said("He asks for a peer."))
    (item,) = sorted_ones(*asked)

    assert sum(option.text.startswith("He ") for option in item.options) == 1
    assert sorted_ones(*asked, happens=()) == []


@pytest.mark.parametrize(
    "leave",
    [
        ("They automate already.",),  # one is left over
        ("They automate already.", "Do not use it as a cold mail."),  # says its side
        ("They automate already.", "First contact. It is too early."),  # no sentence
        ("They automate already.", "Nobody has named the deck."),  # denies what the title names
        ("They automate already.", "They have asked you to stop."),  # then nothing is of use
        ("They automate already.", "Nobody has asked. It is too early."),  # asked for what?
    ],
)
def test_a_side_without_two_situations_makes_no_item(leave: tuple[str, ...]) -> None:
    assert sorted_ones(said("He names DSO."), leave=leave) == []


@pytest.mark.parametrize(
    "when",
    [
        "She keeps her automation in a spreadsheet.",  # which of the two sides decides?
        "She asks for the ledger.",  # the title says it
        "A shortlist, or a request for proposal.",  # no sentence
        "She has never counted.",  # says its side
    ],
)
def test_a_situation_that_tells_its_side_or_has_none_is_left_out(when: str) -> None:
    leave = ("They start an automation.", "They are about to decide.")

    assert sorted_ones(said(when), leave=leave, title="Your ledger") == []


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
