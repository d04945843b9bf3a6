"""The ranking of the command line, held against the table."""

from __future__ import annotations

from typing import Any

import pytest
from find_cases import CASES, DAY, library
from hypothesis import given
from hypothesis import strategies as st

from enablekit.ranking.catalogue import Catalogue
from enablekit.ranking.rank import Answer, rank
from enablekit.ranking.situation import Situation, read
from enablekit.ranking.suggestion import corrected, slips
from enablekit.ranking.words import singular, tokens

KNOWN = library()


@pytest.mark.parametrize("case", CASES, ids=[one["name"] for one in CASES])
def test_the_answer_is_that_of_the_table(case: dict[str, Any]) -> None:
    asked = read(case.get("sentence", ""), Situation(**case.get("asked", {})), KNOWN)
    answer = rank(KNOWN, asked, case.get("today", DAY))
    for name, value in case.get("understood", {}).items():
        found = getattr(asked, name)
        assert (list(found) if isinstance(found, tuple) else found) == value, name
    assert [[one.entry.id, one.points] for one in answer.fits] == case.get("fits", [])
    assert [[one.entry.id, one.missing[0].name] for one in answer.near] == case.get("near", [])
    assert [[one.entry.id, one.rule] for one in answer.blocked] == case.get("blocked", [])
    if "suggests" in case:
        assert corrected(case["sentence"], answer.unknown, KNOWN) == case["suggests"]
    states = {one.entry.id: one.state for one in answer.fits}
    assert states | case.get("states", {}) == states


def test_an_empty_library_has_nothing() -> None:
    assert rank(Catalogue(entries=()), Situation(words=("invoice",)), DAY) == Answer(
        unknown=("invoice",)
    )


@pytest.mark.parametrize(
    ("word", "one"),
    [
        ("queries", "query"), ("invoices", "invoice"), ("payments", "payment"), ("bus", "bus"),
        ("loss", "loss"), ("status", "status"), ("goes", "goes"), ("gas", "gas"),
    ],
)  # fmt: skip
def test_a_plural_loses_its_ending(word: str, one: str) -> None:
    assert singular(word) == one


def test_words_are_small_bare_and_longer_than_a_letter() -> None:
    assert tokens("Don’t CHASE: 3 naïve clients’ 9.4% — ﬁne!") == [
        "don", "chase", "3", "naive", "client", "9", "4", "fine",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("word", "other", "number"),
    [
        ("", "", 0), ("late", "late", 0), ("late", "lat", 1), ("late", "latte", 1),
        ("late", "lake", 1), ("late", "alte", 1), ("late", "aelt", 4), ("invoces", "invoices", 1),
        ("ca", "abc", 3), ("recieve", "receive", 1), ("abcd", "dcba", 3),
    ],
)  # fmt: skip
def test_slips_are_counted_letter_by_letter(word: str, other: str, number: int) -> None:
    assert slips(word, other) == slips(other, word) == number


@given(text=st.text("abcde", max_size=8), at=st.integers(0, 7), letter=st.sampled_from("abcdez"))
def test_one_slip_is_one_slip(text: str, at: int, letter: str) -> None:
    at = min(at, len(text))
    assert slips(text, text[:at] + letter + text[at:]) == 1
    assert slips(text, text[:at] + letter + text[at + 1 :]) <= 1
    assert slips(text, text[:at] + text[at : at + 2][::-1] + text[at + 2 :]) <= 1
