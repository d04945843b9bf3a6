from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.unit.parsing.evidence.conftest import DrawFrom, WordsAt


@pytest.mark.parametrize(
    ("heading", "sentence"),
    [
        ("What is a dispute?", "A dispute is an invoice that the customer refuses to pay."),
        ("Disputes", "Disputes are invoices that the customer refuses to pay."),
        ("Basics", "Days sales outstanding (DSO) is the time until an invoice is paid."),
        ("Basics", "Meridian Ledger is a matching service for invoices and orders."),
        ("Matching", "Matching means comparing an invoice with its order before sending."),
        ("Disputes", "Disputes are software records capable of holding back an invoice."),
        ("Disputes", "Disputes are used to hold back the payment of an invoice."),
        ("What to choose", "Ledgerline is an accounting company that matches invoices and orders."),
        ("Look-back test", "A look-back test refers to matching the invoices of last year."),
    ],
)
def test_a_sentence_that_says_what_a_term_is_defines_it(
    draw_from: DrawFrom, words_at: WordsAt, heading: str, sentence: str
) -> None:
    text = f"## {heading}\n\n{sentence}\n"
    (found,) = draw_from(text).definitions
    assert found.text == sentence
    assert words_at(text, found.span) == sentence.split()


@pytest.mark.parametrize(
    "sentence",
    [
        "A dispute is a great way to lose the trust of a customer.",
        "A dispute is the most common reason for a late payment.",
        "A dispute is one of the many things that clerks dislike.",
        "A dispute is often settled by a call to the customer.",
        "Disputes are totally normal and can even be a good sign.",
        "The goal is a ledger that matches invoices and orders.",
        "Waiting is a habit that many suppliers have taken on.",
        "If a dispute is an accident, it should not happen twice.",
        "Disputes and returns are two kinds of the same thing.",
        "A dispute is a slightly different take on an old problem.",
        "Marit is a clerk who matches the invoices with their orders.",
        "Marit is the only person that compares an invoice with its order.",
    ],
)
def test_praise_rank_and_what_is_not_the_subject_define_nothing(
    draw_from: DrawFrom, sentence: str
) -> None:
    assert draw_from(f"## What is a dispute?\n\n{sentence}\n").definitions == ()


def test_a_definition_comes_early_and_once(draw_from: DrawFrom) -> None:
    line = "A dispute is an invoice that the customer refuses to pay."
    late = "Suppliers wait for money. Clerks call all day. Nobody pays. "
    assert draw_from(f"## Dispute\n\n{late}{line}\n").definitions == ()
    assert len(draw_from(f"## Dispute\n\n{line}\n\n## Dispute\n\n{line}\n").definitions) == 1


def test_another_language_gives_none(draw_from: DrawFrom) -> None:
    text = "## Dispute\n\nA dispute is an invoice that the customer refuses to pay.\n"
    assert draw_from(text, language="nl").definitions == ()


def test_the_entries_of_a_glossary_define_their_terms(
    draw_from: DrawFrom, words_at: WordsAt
) -> None:
    items = (
        "- **Dispute** - An invoice held back. Nobody likes it.\n- **Match**: Two papers agree\n"
    )
    text = f"## Definitions\n\n{items}- Ledger: This is the book of it.\n- Nothing more here\n"
    found = draw_from(text).definitions
    assert [one.text for one in found] == [
        "Dispute - An invoice held back.",
        "Match: Two papers agree",
    ]
    assert words_at(text, found[0].span) == found[0].text.split()
    assert draw_from(f"## Team\n\n{items}").definitions == ()


@pytest.mark.parametrize(
    ("sentence", "term", "gloss"),
    [
        (
            "A dispute is an invoice that the customer refuses to pay.",
            "dispute",
            "an invoice that the customer refuses to pay",
        ),
        (
            "Disputes are used to hold back the payment of an invoice.",
            "Disputes",
            "used to hold back the payment of an invoice",
        ),
        (
            "In Meridian, a dispute is an invoice that the customer refuses.",
            "dispute",
            "an invoice that the customer refuses",
        ),
        (
            "Ledgerline bills itself as a matching service for invoices.",
            "Ledgerline",
            "a matching service for invoices",
        ),
        (
            "Ledgerline is a popular accounting platform for small suppliers.",
            "Ledgerline",
            "a popular accounting platform for small suppliers",
        ),
    ],
)
def test_a_definition_knows_its_term_and_what_it_is_said_to_be(
    draw_from: DrawFrom, sentence: str, term: str, gloss: str
) -> None:
    (found,) = draw_from(f"## Disputes\n\n{sentence}\n").definitions
    assert (found.text, found.term, found.gloss) == (sentence, term, gloss)


def test_bare_praise_defines_nothing(draw_from: DrawFrom) -> None:
    text = "## Ledgers\n\nLedgerline is a hugely popular platform, thanks to its low price.\n"
    assert draw_from(text).definitions == ()


def test_a_list_that_names_kinds_behind_its_labels_defines_them(draw_from: DrawFrom) -> None:
    text = (
        "## Parts of a claim\n\n- **Order** - The paper that a customer signs first.\n"
        "- **Invoice**: A paper that asks for money.\n"
        "- **Receipt** – papers that a driver brings back.\n"
    )
    found = draw_from(text).definitions
    assert [(one.term, one.gloss) for one in found] == [
        ("Order", "The paper that a customer signs first"),
        ("Invoice", "A paper that asks for money"),
        ("Receipt", "papers that a driver brings back"),
    ]


@pytest.mark.parametrize(
    "items",
    [
        "- **Price** - It costs little.\n- **Speed** - It is fast.\n- **Size** - It is small.\n",
        (
            "- **Price** - Suppliers pay the clerk.\n- **Speed** - Clerks match the whole day.\n"
            "- **Size** - Harbor has many clerks.\n"
        ),
        "- **Order** - The paper that a customer signs.\n- **Size** - How much is it?\n",
        (
            "- **Price and size** - The paper that says it.\n"
            "- **Speed** - For a fast match of papers.\n"
            "- **Size** - Link to the paper of sizes.\n"
        ),
    ],
)
def test_a_list_of_features_defines_nothing(draw_from: DrawFrom, items: str) -> None:
    assert draw_from(f"## Why Meridian\n\n{items}").definitions == ()
