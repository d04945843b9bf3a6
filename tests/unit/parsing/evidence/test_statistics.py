from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.unit.parsing.evidence.conftest import DrawFrom, WordsAt


def test_a_statistic_carries_its_figure_source_and_place(
    draw_from: DrawFrom, words_at: WordsAt
) -> None:
    text = (
        "# Disputes\n\n## The survey\n\nSuppliers answered in March. Disputed invoices were paid\n"
        "**14 days** later, says [the survey](https://research.example/2026).\n"
    )
    (found,) = draw_from(text).statistics
    assert found.figure == "14 days"
    assert found.source == "https://research.example/2026"
    assert found.anchor == "the-survey"
    assert (found.span.line, found.span.column, found.span.end_line) == (5, 30, 6)
    assert words_at(text, found.span) == found.text.split()


def test_a_link_of_another_sentence_is_no_source(draw_from: DrawFrom) -> None:
    text = "Disputed invoices cost 14 days. Read [the survey](https://research.example) soon.\n"
    (found,) = draw_from(text).statistics
    assert found.source == ""


def test_the_figure_that_says_most_is_taken(draw_from: DrawFrom) -> None:
    text = "Among 214 finance leads, 37% lose more than $500 to late invoices.\n"
    (found,) = draw_from(text).statistics
    assert found.figure == "37%"


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Harbor cut the wait from 48 hours to just 6 hours.", "from 48 hours to just 6 hours"),
        ("The suppliers earn between €50m and €500m a year.", "between €50m and €500m a year"),
        ("Disputes fell from 8.6% to 3.4% of all invoices.", "8.6% to 3.4%"),
    ],
)
def test_from_one_figure_to_another_is_one_figure(
    draw_from: DrawFrom, text: str, figure: str
) -> None:
    (found,) = draw_from(f"{text}\n").statistics
    assert found.figure == figure


def test_a_time_says_more_than_a_count(draw_from: DrawFrom) -> None:
    text = "The study of 12 customers had a median of 7 weeks.\n"
    (found,) = draw_from(text).statistics
    assert found.figure == "7 weeks"


def test_an_item_of_a_list_needs_no_full_stop(draw_from: DrawFrom) -> None:
    text = "- Meridian saves a clerk 30 minutes per day of chasing\n- Half an hour (45 mins)\n"
    (found,) = draw_from(text).statistics
    assert found.figure == "30 minutes per day"


@pytest.mark.parametrize(
    "text",
    [
        "## 37% of invoices come back late every month\n",
        "Do 37% of your invoices come back late?\n",
        "If 37% of your invoices come back, call.\n",
        "Suppose that 37% of your invoices come back late.\n",
        "It cut the number of disputes by 37%.\n",
        "That made those teams 37% faster at work.\n",
        "Set the limit for late invoices to 37%.\n",
        "I have used Meridian for 5 years now.\n",
        "Matching got faster for everyone at Harbor (by 37%).\n",
        "Plans cost $10 (Starter), $20 (Team) or $30 (Scale) a month.\n",
        "Paid plans start at $40 per month for everyone.\n",
        "> Disputed invoices were paid 14 days later.\n",
        '"We did it before. Disputes fell by 37% here at Harbor. We like it," said Ana.\n',
        "Either of the parties may cancel with 30 days of notice.\n",
        "The 11 days apply to the invoices that were held.\n",
        'The claim "live in 14 days" is gone from the page.\n',
        "Customers that pay 14 days late and more.\n",
        "- Connects Meridian to 30 ledgers in one go\n",
        "Everything else shares the remaining 32% of all cases.\n",
    ],
)
def test_what_is_no_statement_of_the_text_is_no_statistic(draw_from: DrawFrom, text: str) -> None:
    assert draw_from(text).statistics == ()


def test_under_a_heading_that_repeats_a_figure_must_name_its_subject(draw_from: DrawFrom) -> None:
    text = (
        "## Ledgerline\n\n### Cost\n\nThe first seat costs $30 and support costs extra.\n\n"
        "## Meridian\n\n### Cost\n\nMeridian costs $20 and support costs nothing.\n"
    )
    (found,) = draw_from(text, title="Two ledgers").statistics
    assert found.text.startswith("Meridian")


def test_another_language_gives_figures_with_symbols_only(draw_from: DrawFrom) -> None:
    text = "Reklamationen sinken um 37 % im Jahr. Das dauert 14 Tage.\n"
    (found,) = draw_from(text, language="de").statistics
    assert found.figure == "37 %"
