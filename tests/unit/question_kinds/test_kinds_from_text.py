from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from enablekit.compilers.comprehension import compile_check
from enablekit.config.project import Config
from enablekit.extend.siblings import Siblings
from enablekit.linking.library import link
from enablekit.model.asset import Asset
from enablekit.model.audience import Audience
from enablekit.model.body import Block, Body, Section
from enablekit.model.evidence import Definition, Drawn, Evidence, Statistic, Steps
from enablekit.model.guidance import Guidance
from enablekit.model.guidance_entries import MustKnow
from enablekit.model.item import Item
from enablekit.model.library import Library
from enablekit.model.span import Span
from enablekit.question_kinds import (
    KINDS,
    definition_match,
    numeric_choice,
    procedure_ordering,
    supported_claim,
)


def at(line: int) -> Span:
    return Span(path="a.md", line=line)


def piece(
    name: str,
    title: str,
    *,
    text: str = "",
    topics: tuple[str, ...] = ("settling",),
    **evidence: object,
) -> Asset:
    blocks = (Block(kind="paragraph", text=one, html="", span=at(1)) for one in text.split("\n"))
    return Asset(
        id=name, path=f"{name}.md", title=title, span=at(1), topics=topics,
        body=Body(blocks=tuple(blocks)),
        evidence=Evidence(**evidence),  # type: ignore[arg-type] # as the tests say
    )  # fmt: skip


def with_text(asset: Asset) -> Asset:
    """Return an asset whose text holds its figures: what does not stand there is not asked."""
    blocks = [
        Block(kind="paragraph", text=one.text, html="", span=one.span)
        for one in asset.evidence.statistics
    ]
    return replace(asset, body=Body(blocks=tuple(blocks)))


def statistic(text: str, figure: str, value: str, unit: str, line: int = 3) -> Statistic:
    return Statistic(text=text, figure=figure, value=value, unit=unit, span=at(line))


def library(*assets: Asset) -> Library:
    return link(assets, Config(), Audience.INTERNAL, dt.date(2026, 11, 1))[0]


DAYS = statistic("Every claim is answered within 14 days.", "14 days", "14", "days")
FEWER = statistic("Teams answer within 9 days of the claim.", "9 days", "9", "days", 4)
MORE = statistic("An audit keeps the team busy for 30 days.", "30 days", "30", "days", 5)
FAR = statistic("The archive reaches back 9,000 days.", "9,000 days", "9000", "days", 6)
SHARE = statistic("Of all disputes, 31% are about the price.", "31%", "31", "%", 7)


def promising(asset: Asset, *statements: str) -> Asset:
    """Return an asset whose guidance says that everyone must know these statements."""
    known = tuple(
        MustKnow(span=at(20), id=f"mk-{number}", statement=one, source="#here")
        for number, one in enumerate(statements, 1)
    )
    return replace(asset, guidance=Guidance(must_know=known))


def numbers(*own: Statistic, others: tuple[Statistic, ...] = ()) -> list[Item]:
    mine = promising(piece("a", "Costs", statistics=own), *(one.text for one in own))
    shelf = library(mine, piece("b", "Audits", statistics=others))
    return list(numeric_choice.candidates(shelf.by_id["a"], shelf, Siblings(shelf)))


def test_a_figure_is_asked_among_figures_of_the_same_unit_by_size() -> None:
    (item,) = numbers(DAYS, others=(MORE, SHARE, FEWER))

    assert "“Every claim is answered within ____.”" in item.stem
    assert [option.text for option in item.options] == ["9 days", "14 days", "30 days"]
    assert [option.correct for option in item.options] == [False, True, False]
    assert item.drawn
    assert item.in_order
    assert item.tests == "mk-1"
    assert item.rationale == "“Costs” says: “Every claim is answered within 14 days.”"
    assert item.source == DAYS.span
    assert [option.feedback for option in item.options] == [
        "“Audits” says: “Teams answer within 9 days of the claim.”",
        "",
        "“Audits” says: “An audit keeps the team busy for 30 days.”",
    ]


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("Every claim is answered within 14 days.", ()),  # nobody confirmed it
        ("A dispute takes 14 days to settle.", ("A dispute takes 14 days to settle.",)),  # no limit
        ("The median claim closes within 14 days.", ("The median claim closes within 14 days.",)),
    ],
)
def test_a_figure_of_the_text_is_a_limit_that_guidance_confirms_or_is_not_asked(
    text: str, known: tuple[str, ...]
) -> None:
    own = piece("a", "Costs", statistics=(statistic(text, "14 days", "14", "days"),))
    shelf = library(promising(own, *known), piece("b", "Audits", statistics=(MORE, FEWER)))

    assert list(numeric_choice.candidates(shelf.by_id["a"], shelf, Siblings(shelf))) == []


def test_a_figure_far_from_the_right_one_is_not_offered() -> None:
    assert numbers(DAYS, others=(MORE, FAR)) == []


def test_a_figure_in_words_or_beside_another_number_is_not_asked() -> None:
    words = statistic("It takes two days to settle.", "two days", "2", "days")
    beside = statistic("In 2024 it took 14 days to settle.", "14 days", "14", "days")

    assert numbers(words, others=(MORE, FEWER)) == []
    assert numbers(beside, others=(MORE, FEWER)) == []


def test_figures_that_are_nearly_the_same_are_not_offered_together() -> None:
    close = statistic("Answers take 15 days in winter.", "15 days", "15", "days", 8)

    assert numbers(DAYS, others=(MORE, close)) == []


def test_a_sentence_that_leans_on_the_one_before_it_is_not_asked() -> None:
    leaning = statistic("It takes 14 days to settle a dispute.", "14 days", "14", "days")

    assert numbers(leaning, others=(MORE, FEWER)) == []


@pytest.mark.parametrize(
    "text",
    [
        "CSV and images, at any time and for 14 days after the contract ends.",
        "In 4 the buyer waited for all 14 days.",
        "The figure across all customers is 14 days.",
        "Within a week, the wait was 14 days for teams.",
    ],
)
def test_what_is_cut_from_its_context_is_not_asked(text: str) -> None:
    assert numbers(statistic(text, "14 days", "14", "days"), others=(MORE, FEWER)) == []


def test_a_heading_is_quoted_that_may_say_for_whom_a_rule_holds() -> None:
    asset = replace(
        promising(piece("a", "Costs", statistics=(replace(DAYS, anchor="rules"),)), DAYS.text),
        body=Body(
            sections=(
                Section(title="Resellers", anchor="r", level=2, span=at(1), words=1),
                Section(title="Rules:", anchor="rules", level=3, span=at(2), words=1),
            )
        ),
    )
    shelf = library(asset, piece("b", "Audits", statistics=(MORE, FEWER)))

    (item,) = numeric_choice.candidates(shelf.by_id["a"], shelf, Siblings(shelf))

    assert item.stem.startswith("According to “Costs”, under “Resellers: Rules”, which figure")


@pytest.mark.parametrize("whole", ["100", "140"])
def test_a_share_is_never_asked_beside_all_of_it(whole: str) -> None:
    all_of_it = statistic(f"{whole}% agree.", f"{whole}%", whole, "%")
    half = statistic("50% wait.", "50%", "50", "%")

    assert numbers(SHARE, others=(all_of_it, half)) == []


def definition(term: str, gloss: str, line: int = 3) -> Definition:
    return Definition(text=f"{term} is {gloss}.", term=term, gloss=gloss, span=at(line))


NOTE = definition("Credit note", "a document that corrects an invoice")
LEDGER = definition("Ledger", "a document that holds what was paid", 4)
AUDIT = definition("Audit", "a document that praises the books", 5)
CIRCLE = definition("Order matching", "a document matching every order to an invoice", 6)
TOOL = definition("Scanner", "a device that reads an invoice at once", 7)
ALIKE = definition("Debit note", "a document that corrects an invoice twice", 8)


def definitions(*own: Definition, title: str = "Credit note", known: str = NOTE.text) -> list[Item]:
    mine = promising(piece("a", title, definitions=own), known)
    shelf = library(mine, piece("b", "Other", definitions=(AUDIT,)))
    return list(definition_match.candidates(shelf.by_id["a"], shelf, Siblings(shelf)))


def test_the_term_a_page_is_about_is_asked_with_the_meanings_of_other_terms() -> None:
    (item,) = definitions(NOTE, LEDGER)

    assert item.stem == "How does “Credit note” explain “Credit note”?"
    assert {option.text: option.feedback for option in item.options} == {
        NOTE.gloss: "",
        LEDGER.gloss: "That is “Ledger”.",
        AUDIT.gloss: "That is “Audit”.",
    }
    assert next(option.text for option in item.options if option.correct) == NOTE.gloss


@pytest.mark.parametrize("known", ["", "A credit note comes late."])
def test_a_term_that_guidance_does_not_explain_is_not_asked(known: str) -> None:
    assert definitions(NOTE, LEDGER, known=known) == []


def test_what_a_page_explains_by_the_way_is_not_asked() -> None:
    assert definitions(NOTE, LEDGER, title="How we pay") == []


@pytest.mark.parametrize(
    "other", [TOOL, ALIKE, CIRCLE], ids=["genus", "same meaning", "in circles"]
)
def test_another_genus_or_nearly_the_same_meaning_is_no_wrong_answer(other: Definition) -> None:
    assert definitions(NOTE, other) == []


def test_what_every_piece_explains_is_not_offered() -> None:
    again = definition("Ledger", "a document that lists whom somebody owes", 8)
    shelf = library(
        promising(piece("a", "Credit note", definitions=(NOTE, LEDGER)), NOTE.text),
        piece("b", "Other", definitions=(AUDIT, again)),
        piece("c", "Third", definitions=(again,)),
    )

    items = definition_match.candidates(shelf.by_id["a"], shelf, Siblings(shelf))

    assert list(items) == []


def procedure(
    *steps: str, heading: str = "Settling in three steps:", known: str = ""
) -> list[Item]:
    steps_drawn = Steps(text=heading, steps=steps, span=at(9))
    mine = piece("a", "The plan", procedures=(steps_drawn,))
    shelf = library(promising(mine, known or " ".join(steps)))
    return list(procedure_ordering.candidates(shelf.by_id["a"], shelf, Siblings(shelf)))


def test_steps_are_mixed_and_their_order_is_kept() -> None:
    steps = ("Collect the papers.", "Compare the prices.", "Write to the buyer.")

    (item,) = procedure(*steps)

    shown = [option.text for option in item.options]
    assert shown != list(steps)
    assert [shown[place] for place in item.order] == list(steps)
    assert item.stem == (
        "“Settling in three steps”: in which order does “The plan” take these steps?"
    )


def test_steps_that_guidance_does_not_tell_of_are_not_asked() -> None:
    steps = ("Collect the papers.", "Compare the prices.", "Write to the buyer.")

    assert procedure(*steps, known="Collect the papers, and compare the prices.") == []


@pytest.mark.parametrize("heading", ["Week 2", "Tasks of the first day", "Tips"])
def test_a_list_that_is_not_called_steps_is_not_asked(heading: str) -> None:
    steps = ("Collect the papers.", "Compare the prices.", "Write to the buyer.")

    assert procedure(*steps, heading=heading) == []


def test_where_to_click_is_not_asked() -> None:
    assert procedure("Click the button.", "Compare the prices.", "Write to the buyer.") == []


@pytest.mark.parametrize(
    "steps",
    [
        ("Collect the papers.", "Then compare.", "Write to the buyer."),
        ("Step 1: collect.", "Compare the prices.", "Write to the buyer."),
        ("Collect the papers.", "Collect the papers", "Write to the buyer."),
        ("Collect the papers.", "Write to the buyer."),
    ],
)
def test_steps_that_say_their_own_place_are_not_asked(steps: tuple[str, ...]) -> None:
    assert procedure(*steps) == []


def claim(text: str, line: int = 3) -> Drawn:
    return Drawn(text=text, span=at(line))


OWN = claim("Every second dispute is about a price that nobody had agreed upon.")
TEXT = f"{OWN.text}\nWarehouses settle.\nDrivers are early.\nThe north lacks goods."
OTHERS = (
    claim("Warehouses in the north were told of the price in every dispute."),
    claim("Drivers in the north have goods at a price early in a dispute."),
)


def confirmed(asset: Asset) -> Asset:
    """Return an asset whose guidance says what its key sentences say."""
    known = tuple(
        MustKnow(span=at(20), id="mk", statement=one.text, source="#here")
        for one in asset.evidence.key_sentences
    )
    return replace(asset, type="case-study", guidance=Guidance(must_know=known))


def claims(*elsewhere: Drawn, text: str = TEXT) -> list[Item]:
    shelf = library(
        confirmed(piece("a", "Quarrels", text=text, key_sentences=(OWN,))),
        confirmed(piece("b", "Docks", key_sentences=elsewhere)),
    )
    return list(supported_claim.candidates(shelf.by_id["a"], shelf, Siblings(shelf)))


def test_a_claim_is_asked_beside_claims_of_other_pieces() -> None:
    (item,) = claims(*OTHERS)

    assert item.stem == "You are telling the story “Quarrels”. Which of these belongs to it?"
    assert sorted(option.feedback for option in item.options) == ["", *["“Docks” says so."] * 2]
    assert next(option.text for option in item.options if option.correct) == OWN.text


def test_what_is_said_outside_a_story_may_be_said_with_any_piece_and_is_not_asked() -> None:
    paper = replace(
        confirmed(piece("a", "Quarrels", text=TEXT, key_sentences=(OWN,))), type="white-paper"
    )
    shelf = library(paper, confirmed(piece("b", "Docks", key_sentences=OTHERS)))

    assert list(supported_claim.candidates(shelf.by_id["a"], shelf, Siblings(shelf))) == []


def test_what_nobody_confirmed_is_not_asked() -> None:
    shelf = library(
        piece("a", "Quarrels", text=TEXT, key_sentences=(OWN,)),
        confirmed(piece("b", "Docks", key_sentences=OTHERS)),
    )

    found = supported_claim.candidates(shelf.by_id["a"], shelf, Siblings(shelf))

    assert list(found) == []


def test_what_has_nothing_to_do_with_the_piece_is_no_wrong_answer() -> None:
    far = claim("Whales in the south lose one pound of their body fat each winter week.")

    assert claims(OTHERS[0], far) == []


def test_a_piece_on_another_topic_lends_no_wrong_answer() -> None:
    shelf = library(
        confirmed(piece("a", "Quarrels", text=TEXT, key_sentences=(OWN,))),
        confirmed(piece("b", "Docks", topics=("docks",), key_sentences=OTHERS)),
    )

    found = supported_claim.candidates(shelf.by_id["a"], shelf, Siblings(shelf))

    assert list(found) == []


def test_what_other_pieces_say_too_is_not_asked() -> None:
    assert claims(*OTHERS, OWN) == []


def test_a_claim_about_somebody_the_piece_never_names_is_no_wrong_answer() -> None:
    named = claim("Warehouses in the north dispute every second pallet from Ledgerline now.")

    assert claims(OTHERS[1], named) == []


def test_what_the_piece_may_say_itself_is_no_wrong_answer() -> None:
    assert claims(*OTHERS, text=f"{TEXT}\n{OTHERS[0].text}") == []


OFFER = statistic("Every offer holds for up to 12 days.", "12 days", "12", "days", 9)


def test_what_was_drawn_only_fills_a_check_up_and_one_place_is_asked_about_once() -> None:
    shelf = library(
        promising(
            with_text(piece("a", "Costs", statistics=(DAYS, FEWER, MORE, OFFER))),
            # With two figures it is no gap to type; the sentence of the text can be asked.
            "Every offer holds for up to 12 days, in all 3 regions.",
        ),
        piece("b", "Docks", key_sentences=OTHERS),
    )

    check = compile_check(shelf.by_id["a"], shelf, Siblings(shelf), KINDS)

    assert all(item.drawn for item in check.items)
    places = [item.source.line for item in check.items]
    assert len(places) == len(set(places)) > 0
    assert len(check.items) <= 4
