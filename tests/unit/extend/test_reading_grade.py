from __future__ import annotations

import pytest

from enablekit.extend.reading_grade import grade, sentences_of, syllables_of

SYLLABLES = {
    "the": 1, "invoice": 2, "invoices": 3, "table": 2, "asked": 1, "wanted": 2, "media": 3,
    "created": 3, "people": 2, "business": 2, "evaluation": 5, "social": 2, "serious": 3,
    "completely": 3, "statement": 2, "science": 2, "buyer": 2, "supplier": 3, "employee": 3,
    "language": 2, "everything": 3, "CRM": 1, "2026": 1,
}  # fmt: skip


@pytest.mark.parametrize("word", SYLLABLES)
def test_the_syllables_of_common_words_are_counted(word: str) -> None:
    assert syllables_of(word) == SYLLABLES[word]


def test_the_grade_follows_the_formula_of_kincaid() -> None:
    result = grade(["The cat sat on the mat.", "It was a fat cat."])

    assert result.words == 11
    assert result.years == pytest.approx(0.39 * 11 / 2 + 11.8 * 11 / 11 - 15.59)


def test_a_text_without_words_has_no_grade() -> None:
    assert grade(["…", ""]) == (0, 0.0)


def test_abbreviations_and_decimals_end_no_sentence() -> None:
    assert len(sentences_of("Ask e.g. Mr. Laine. It rose by 1.6 days.")) == 2
