from __future__ import annotations

import pytest

from enablekit.extend.answers import canonical, content_stems, numbers


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("12k invoices", "12,000 Invoices."),
        ("Thirty days", "30 days"),
        ("twenty-five percent", "25 %"),
        ("€1.2m", "€1.2 million"),
        ("10-15%", "10–15 per cent"),
        ("The CFO", "cfo"),
        ("a follow-up call", "Follow up call"),
        ("5.0 days", "5 days"),
    ],
)
def test_answers_that_say_the_same_are_equal(one: str, other: str) -> None:
    assert canonical(one) == canonical(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("C++", "C#"),
        ("> 80%", "< 80%"),
        ("€50", "$50"),
        ("4.10", "4.1"),
        ("12.000 Rechnungen", "12 Rechnungen"),
        ("-5%", "5%"),
        ("before sending", "after sending"),
    ],
)
def test_answers_that_differ_by_a_sign_or_a_word_stay_apart(one: str, other: str) -> None:
    assert canonical(one) != canonical(other)


def test_numbers_are_found_in_digits_and_in_words() -> None:
    assert numbers("Fourteen days, 2,500 invoices and €3m") == {"14", "2500", "3000000"}


def test_forms_of_a_word_share_a_stem_and_small_words_have_none() -> None:
    assert content_stems("checked checks checking").keys() == content_stems("check").keys()
    assert content_stems("what should they have") == {}
