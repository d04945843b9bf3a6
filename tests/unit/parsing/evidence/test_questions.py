from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.unit.parsing.evidence.conftest import DrawFrom, WordsAt


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("## What is a dispute?\n", "What is a dispute?"),
        ("### 3. How long does a test take?\n", "How long does a test take?"),
        ("- Does Meridian work with our ERP?\n", "Does Meridian work with our ERP?"),
        ("## What is IT operations?\n", "What is IT operations?"),
        ("Can a supplier test old invoices?\n", "Can a supplier test old invoices?"),
        ("- What does it mean to dispute?\n", "What does it mean to dispute?"),
    ],
)
def test_a_question_in_a_heading_an_item_or_a_paragraph_of_its_own_counts(
    draw_from: DrawFrom, words_at: WordsAt, text: str, question: str
) -> None:
    (found,) = draw_from(text).questions
    assert found.text == question
    assert words_at(text, found.span) == question.split()


@pytest.mark.parametrize(
    "text",
    [
        "## Ready to start?\n",
        "## Sound familiar?\n",
        "## What's next?\n",
        "## Why wait?\n",
        "## Do you have any questions?\n",
        "## Are you ready to match invoices?\n",
        "## What do we mean here?\n",
        "## Disputes\n",
        "Suppliers wait. Why do suppliers wait? Nobody knows.\n",
        "But what does that mean for suppliers?\n",
        "How do we stop disputes from piling up?\n",
        "- Has the clerk counted the disputes?\n",
        "- Is it for a new ledger?\n",
        "- [What is a dispute?](#what-is-a-dispute)\n",
        "## Can I match an invoice with…?\n",
        "## What is {{ product }}?\n",
    ],
)
def test_rhetoric_navigation_and_checklists_are_no_questions(
    draw_from: DrawFrom, text: str
) -> None:
    assert draw_from(text).questions == ()


def test_a_question_is_asked_once_where_it_is_answered(draw_from: DrawFrom) -> None:
    text = (
        "- [What is a dispute?](#what-is-a-dispute)\n\n## What is a dispute?\n\nAn invoice.\n\n"
        "## What is a Dispute?\n"
    )
    (found,) = draw_from(text).questions
    assert found.span.line == 3
    assert found.anchor == "what-is-a-dispute"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "## Was kostet ein Streit?\n"),
        ("ja", "## 請求書とは何ですか\uff1f\n"),
        ("ar", "## ما هي الفاتورة\u061f\n"),
    ],
)
def test_other_languages_ask_by_their_question_marks(
    draw_from: DrawFrom, language: str, text: str
) -> None:
    (found,) = draw_from(text, language=language).questions
    assert found.text == text.removeprefix("## ").strip()
