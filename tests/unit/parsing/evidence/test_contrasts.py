from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.unit.parsing.evidence.conftest import DrawFrom


@pytest.mark.parametrize(
    "sentence",
    [
        "Unlike a spreadsheet, the ledger keeps every claim beside its order.",
        "Clerks match invoices in the ledger instead of calling customers.",
        "Suppliers no longer wait two months for their money.",
        "Clerks once wrote claims by hand, and now a ledger fills them in.",
        "A ledger matches on its own, whereas a spreadsheet waits for a clerk.",
    ],
)
def test_one_thing_against_another_is_a_contrast(draw_from: DrawFrom, sentence: str) -> None:
    assert [one.text for one in draw_from(f"{sentence}\n").contrasts] == [sentence]


@pytest.mark.parametrize(
    "sentence",
    [
        "Clerks match invoices in the ledger every single morning.",
        "You should match invoices instead of calling every customer.",
        "The ledger is slow compared to some other ledgers of suppliers.",
        "Unlike this, the ledger keeps every claim beside its order.",
    ],
)
def test_what_names_no_second_thing_is_no_contrast(draw_from: DrawFrom, sentence: str) -> None:
    assert draw_from(f"{sentence}\n").contrasts == ()


def test_contrasts_are_drawn_from_english_only_and_at_most_seven(draw_from: DrawFrom) -> None:
    text = "Clerks match invoices in the ledger instead of calling customers.\n\n" * 9
    assert len(draw_from(text).contrasts) == 7
    assert draw_from(text, language="fr").contrasts == ()
