from __future__ import annotations

import pytest

from enablekit.parsing.evidence.sentences import split


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in split(text)]


def test_a_terminator_and_a_capital_end_a_sentence() -> None:
    assert sentences("We match invoices. Nobody calls! Who pays? You do.") == [
        "We match invoices.",
        "Nobody calls!",
        "Who pays?",
        "You do.",
    ]


def test_white_space_around_sentences_belongs_to_none() -> None:
    text = "  One thing.\n  Another thing.  "
    assert split(text) == [(2, 12), (15, 29)]


@pytest.mark.parametrize(
    "text",
    [
        "Use a ledger, e.g. Meridian, for it.",
        "Ask Dr. Ruiz or Mr. Okafor about it.",
        "It beats the old way, i.e. Monday phone calls.",
        "Ledgerline vs. Meridian is a common question.",
        "It takes approx. 14 days.",
        "See No. 7 of the list.",
        "Release 2.4 shortens it to 1.5 days.",
        "The U.S. Treasury asked J. R. Smith.",
        "Harbor Inc. Europe signed it.",
        "1. Open the list.",
        "It ends... or so they say.",
    ],
)
def test_an_abbreviation_an_initial_a_decimal_or_a_list_number_ends_none(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "We sell to Harbor Inc. They pay late.",
        "Most live in the U.S. The rest do not.",
        "It was the year 2023. Sales grew.",
        "Is it in stock? No. Order it.",
        "So do I. You will, too.",
    ],
)
def test_what_may_be_an_abbreviation_ends_a_sentence_before_a_word_that_opens_one(
    text: str,
) -> None:
    assert len(sentences(text)) > 1


def test_closing_marks_stay_with_the_sentence_they_close() -> None:
    assert sentences('He said "never." (It was late.) Then he left.') == [
        'He said "never."',
        "(It was late.)",
        "Then he left.",
    ]


def test_an_ideographic_full_stop_needs_no_space() -> None:
    assert sentences("請求書を照合します。電話は要りません。") == [
        "請求書を照合します。",
        "電話は要りません。",
    ]


def test_a_text_without_a_terminator_is_one_sentence() -> None:
    assert sentences("No full stop") == ["No full stop"]
    assert sentences(" \n ") == []
