from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.unit.parsing.evidence.conftest import DrawFrom


@pytest.mark.parametrize(
    ("sentence", "value", "unit"),
    [
        ("Suppliers lose 37% of their disputed invoices.", "37", "%"),
        ("Suppliers lost $1.2 million on disputes with customers.", "1200000", "$"),
        ("Over 1,250 suppliers match invoices with Meridian.", "1250", "suppliers"),
        ("Disputes hold back 11 days of a supplier's money.", "11", "days"),
        ("The ledger costs suppliers $27.65 per clerk per month.", "27.65", "$"),
        ("Disputes cost every supplier twenty-five days of waiting.", "25", "days"),
        ("Suppliers match invoices three times faster with a ledger.", "3", "x"),
        ("Learning the ledger pays the supplier back tenfold.", "10", "x"),
        ("Suppliers answer claims within a five (5) day term.", "5", "day"),
        ("Disputes take suppliers 10–15 minutes of clerical work.", "", "minutes"),
        ("Suppliers save 25%–40% of their clerical work.", "", "%"),
    ],
)
def test_a_figure_is_read_as_a_number_and_its_unit(
    draw_from: DrawFrom, sentence: str, value: str, unit: str
) -> None:
    (found,) = draw_from(f"{sentence}\n").statistics
    assert (found.value, found.unit) == (value, unit)
    assert found.figure in found.text


@pytest.mark.parametrize(
    ("sentence", "direction"),
    [
        ("Suppliers reduced disputed invoices by 37% with a ledger.", "down"),
        ("Sales of the ledger grew by 37% among suppliers.", "up"),
        ("Suppliers saw a 37% reduction of disputed invoices.", "down"),
        ("Suppliers are paid 37% faster with a ledger.", "up"),
        ("Suppliers lose 37% of their disputed invoices.", ""),
        ("Suppliers cut the cost and raised the margin by 37% at once.", ""),
    ],
)
def test_a_direction_is_given_only_where_the_words_agree(
    draw_from: DrawFrom, sentence: str, direction: str
) -> None:
    (found,) = draw_from(f"{sentence}\n").statistics
    assert found.direction == direction


def test_what_changed_from_one_number_to_another_keeps_both(draw_from: DrawFrom) -> None:
    found = draw_from("Suppliers cut disputes from 14 days to 3 days with a ledger.\n")
    (one,) = found.statistics
    assert (one.before, one.value, one.unit, one.direction) == ("14", "3", "days", "down")
    assert [each.text for each in found.contrasts] == [one.text]


def test_a_range_of_prices_is_no_change(draw_from: DrawFrom) -> None:
    (one,) = draw_from("Ledgers of Meridian cost from $5 to $20 per month.\n").statistics
    assert (one.value, one.before, one.direction, one.unit) == ("", "", "", "$")


@pytest.mark.parametrize(
    ("sentence", "period"),
    [
        ("The ledger costs suppliers $27 per clerk per month.", "per month"),
        ("Suppliers lost 37% of disputed invoices in 2023.", "in 2023"),
        ("Suppliers won back 37% of the money within two weeks.", "within two weeks"),
        ("Suppliers are paid within 11 days of the delivery.", ""),
        ("Suppliers lose 37% in 2022 and nothing at all in 2023.", ""),
    ],
)
def test_the_time_frame_is_the_only_one_as_written(
    draw_from: DrawFrom, sentence: str, period: str
) -> None:
    (found,) = draw_from(f"{sentence}\n").statistics
    assert found.period == period


@pytest.mark.parametrize(
    "sentence",
    [
        "Previously, finding an order number took suppliers 12 minutes.",
        "Today, Meridian has upwards of 300,000 users in the north.",
    ],
)
def test_an_opener_does_not_keep_a_whole_figure_out(draw_from: DrawFrom, sentence: str) -> None:
    found = draw_from(f"{sentence}\n")
    assert [one.text for one in found.statistics] == [sentence]
    assert found.key_sentences == ()


@pytest.mark.parametrize(
    "item",
    ["Total yearly benefit: $200k–$1m", "Clerical work saved: 25%", "List price of $1440 / clerk"],
)
def test_an_item_with_a_label_is_a_statistic(draw_from: DrawFrom, item: str) -> None:
    found = draw_from(f"- {item}\n- Nothing else\n").statistics
    assert [one.text for one in found] == [item]
