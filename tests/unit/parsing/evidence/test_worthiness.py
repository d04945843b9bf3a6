from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.unit.parsing.evidence.conftest import DrawFrom, WordsAt


@pytest.mark.parametrize(
    "sentence",
    [
        "It shortens the wait for every supplier.",
        "This shortens the wait for every supplier.",
        "They shorten the wait for every supplier.",
        "However, suppliers wait for their money.",
        "For example, suppliers wait for their money.",
        "As we saw, suppliers wait for their money.",
        "On top of this, suppliers wait for their money.",
        "The problem is that suppliers wait for money.",
        "As a result suppliers wait for their money.",
        "Currently limited to suppliers who wait for money.",
        "Uses a ledger so that suppliers wait less.",
        "As previously mentioned, suppliers wait for their money.",
        "The list of waiting suppliers can be found in the ledger.",
        "We are thrilled that suppliers wait for their money.",
        "When they call, it costs a clerk an hour.",
        "Suppliers dislike this kind of waiting a lot.",
        "Let's look at how suppliers wait for money.",
        "In this section we show how suppliers wait.",
        "We'll explain how suppliers wait for their money.",
        "The table below shows how suppliers wait for money.",
        "Check out how other suppliers wait for money.",
        "Read our guide on how suppliers wait for money.",
        "Subscribe to hear how suppliers wait for money.",
        "We use cookies to make waiting nicer for you.",
        "All rights reserved by the makers of this page.",
        "The customer shall pay every invoice within the term.",
        "11.2 Both sides pay what they owe in time.",
        "Click the button and wait for the money.",
        "Waiting for the money of every single customer.",
        "To wait for the money of every customer.",
        "With the customer for approval since October.",
        "Suppliers that wait for their money all year.",
        "On time, that is what suppliers want from us.",
        "Suppliers wait for money, see https://example.com for more.",
        "Suppliers wait (for their money all year long.",
        "Suppliers wait for {{ customer }} all year long.",
        "Suppliers wait for [name of customer] all year.",
        "Do suppliers wait for their money all year?",
        "Suppliers wait for one of these reasons:",
        "suppliers wait for their money all year long.",
        "Suppliers wait long.",
        "Suppliers wait for their money all year long",
    ],
)
def test_what_leans_leads_or_is_broken_is_never_evidence(
    draw_from: DrawFrom, sentence: str
) -> None:
    found = draw_from(f"## Waiting\n\n{sentence}\n")
    assert found.opening is None
    assert found.key_sentences == ()
    assert found.definitions == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "We cut the wait of every supplier in half.",
        "Suppliers wait for their money all year long.",
        "When invoices match, suppliers get their money in time.",
        "IT teams wait for budget, and they wait long.",
        "Test results arrive every morning before breakfast.",
        "Most suppliers in the survey wait for money.",
        "Late means after the due date.",
        "As a supplier to Harbor, Meridian waits for its money.",
    ],
)
def test_a_statement_that_stands_alone_is_evidence(draw_from: DrawFrom, sentence: str) -> None:
    found = draw_from(f"## Waiting\n\n{sentence}\n").opening
    assert found is not None
    assert found.text == sentence


def test_the_opening_is_the_first_worthy_sentence_of_the_running_text(
    draw_from: DrawFrom, words_at: WordsAt
) -> None:
    text = (
        "# Waiting\n\n- [Why suppliers wait](#why)\n- [How suppliers wait](#how)\n\n"
        "Welcome to the page! Suppliers wait *two months*\nfor their money. It hurts them.\n"
    )
    found = draw_from(text).opening
    assert found is not None
    assert found.text == "Suppliers wait two months for their money."
    assert found.anchor == "waiting"
    assert words_at(text, found.span) == found.text.split()


def test_words_in_quotation_marks_are_not_the_authors_over_paragraphs(
    draw_from: DrawFrom,
) -> None:
    text = (
        '"Our goal was to send fewer reminders. Our suppliers waited far too long.\n\n'
        'With Meridian our clerks go home in time.\n\nOur suppliers like us again."\n\n'
        "Harbor is a wholesaler in the north of Norway.\n"
    )
    found = draw_from(text)
    assert found.opening is not None
    assert found.opening.text == "Harbor is a wholesaler in the north of Norway."
    assert not any("suppliers" in one.text for one in found.key_sentences)


def test_headings_code_tables_and_quotes_give_no_sentences(draw_from: DrawFrom) -> None:
    text = (
        "# Suppliers wait for their money all year.\n\n```\nSuppliers wait for money all year.\n"
        "```\n\n> Suppliers wait for money all year long.\n\n| Who | Waits |\n|---|---|\n"
        "| Suppliers wait for money all year. | long |\n"
    )
    found = draw_from(text)
    assert found.opening is None
    assert found.key_sentences == ()
