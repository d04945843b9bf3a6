from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.unit.parsing.evidence.conftest import DrawFrom, WordsAt

PAPER = """\
# The cost of a disputed invoice

Disputed invoices cost suppliers two weeks of waiting. Nobody likes waiting for
money. Clerks answer the phone all Monday long.

## Where disputes come from

Most disputes come from prices because the order and the invoice differ. Some come from amounts
of goods. The rest came from **damaged goods** on the way. Drivers sign for whole pallets at noon.

## What a match changes

A match before sending reduces the cost of disputes to almost nothing. Clerks see the
difference before the customer does. Harbor grew tomatoes near the sea in spring. Dogs
bark at night near the harbor.
"""


def test_key_sentences_are_few_in_reading_order_with_their_places(
    draw_from: DrawFrom, words_at: WordsAt
) -> None:
    found = draw_from(PAPER, title="The cost of a disputed invoice").key_sentences
    assert 3 <= len(found) <= 7
    assert [one.span for one in found] == sorted(one.span for one in found)
    for one in found:
        assert words_at(PAPER, one.span) == one.text.split()
    assert found[0].text == "Disputed invoices cost suppliers two weeks of waiting."
    assert found[-1].anchor == "what-a-match-changes"


def test_what_the_title_and_the_headings_name_comes_before_chatter(draw_from: DrawFrom) -> None:
    found = [
        one.text for one in draw_from(PAPER, title="The cost of a disputed invoice").key_sentences
    ]
    assert "Most disputes come from prices because the order and the invoice differ." in found
    assert "A match before sending reduces the cost of disputes to almost nothing." in found
    assert "Dogs bark at night near the harbor." not in found


def test_a_section_gives_at_most_two(draw_from: DrawFrom) -> None:
    text = "## Disputes\n\n" + "".join(
        f"Disputes of kind {word} reduce the margin of {word} suppliers.\n\n"
        for word in ("amber", "birch", "cedar", "dogwood", "elm", "fir")
    )
    assert len(draw_from(text).key_sentences) <= 2


def test_the_same_thing_in_other_words_is_said_once(draw_from: DrawFrom) -> None:
    text = "".join(
        f"## {heading}\n\nThe Meridian ledger avoids disputes of orders and invoices {when}.\n\n"
        for heading, when in (("One", "daily"), ("Two", "nightly"), ("Three", "weekly"))
    )
    assert len(draw_from(text).key_sentences) == 1


def test_an_item_that_explains_its_label_is_no_key_sentence(draw_from: DrawFrom) -> None:
    text = "## Plans\n\n- Team plan: The plan for everyone in a small team.\n"
    assert draw_from(text).key_sentences == ()


def test_in_another_language_place_and_shared_words_count(draw_from: DrawFrom) -> None:
    text = (
        "# Rechnungen\n\nStrittige Rechnungen kosten jeden Lieferanten zwei Wochen Zeit. "
        "Niemand wartet gern auf sein Geld am Monatsende.\n\n## Ursachen\n\n"
        "Die Ursachen liegen meist im vereinbarten Preis der Ware. Warum ist das so?\n"
    )
    found = draw_from(text, title="Rechnungen", language="de").key_sentences
    assert [one.text for one in found] == [
        "Strittige Rechnungen kosten jeden Lieferanten zwei Wochen Zeit.",
        "Die Ursachen liegen meist im vereinbarten Preis der Ware.",
    ]


FULL = "Disputes reduce the margin of every supplier that ships goods abroad."


@pytest.mark.parametrize(
    "sentence",
    [
        "Disputes reduce the supplier margin.",
        "Disputes that suppliers see with customers are a little more complex.",
        "Disputes with suppliers are everywhere - nobody at all can count them.",
        "Disputes of a supplier with customers always have two components.",
        "Disputes with a supplier vary greatly from one ledger to another.",
        "Naturally, disputes reduce the margin of every supplier that ships goods.",
        "The way in which disputes reach a supplier has changed.",
        "Different disputes reduce the margin of different suppliers that ship goods.",
        "Harbor plans to settle disputes of every supplier in the ledger.",
        "In disputes we also want to show the supplier where the goods are.",
        "If you see disputes with a supplier, the ledger holds the goods.",
        "Like Harbor, suppliers with disputes reduce the price of goods.",
        "As previously mentioned, disputes reduce the margin of a supplier.",
        "Disputes with suppliers are so many that one couldn't possibly count them.",
        "For general information on disputes suppliers have a ledger of goods.",
    ],
)
def test_a_sentence_that_only_announces_is_no_key_sentence(
    draw_from: DrawFrom, sentence: str
) -> None:
    text = f"## Disputes of a supplier\n\n{sentence}\n\n"
    found = [one.text for one in draw_from(text, title="Disputes").key_sentences]
    assert sentence not in found


@pytest.mark.parametrize(
    "sentence",
    [
        "Harbor and its suppliers talk to many clerks in the ledger room of the north.",
        "Often, a dispute of a supplier ties up the clerks of Harbor and the goods.",
        "Dispute handling for a supplier is a rather difficult matter.",
        "Disputes are becoming more and more prominent for every supplier that ships goods.",
        "A dispute with a supplier is one of the most common causes of lost goods.",
        "The clerk assigned to the disputes of a supplier that ships more goods.",
        "The clerks of the supplier discovered disputes and began to look for a ledger of goods.",
    ],
)
def test_a_remark_a_story_or_a_phrase_is_no_key_sentence(
    draw_from: DrawFrom, sentence: str
) -> None:
    assert draw_from(f"## Harvest\n\n{sentence}\n\n", title="Harvest").key_sentences == ()


def test_a_step_of_a_numbered_list_is_no_key_sentence(draw_from: DrawFrom) -> None:
    assert draw_from(f"## Disputes\n\n1. {FULL}\n", title="Disputes").key_sentences == ()


@pytest.mark.parametrize(
    "sentence",
    [
        FULL,
        "Disputes reduce the margins by 14%.",
        "Disputes want a supplier that keeps the order beside the invoice because prices change.",
        "As a supplier to 9 countries, Harbor settles disputes in its ledger.",
    ],
)
def test_a_sentence_that_says_it_in_full_is_a_key_sentence(
    draw_from: DrawFrom, sentence: str
) -> None:
    (found,) = draw_from(f"## Disputes\n\n{sentence}\n", title="Disputes").key_sentences
    assert found.text == sentence
