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
        "> Disputed invoices were paid 14 days later.\n>\n> — Ana Ruiz, CFO\n",
        "> “Disputed invoices were paid 14 days later.”\n",
        "> I saw that disputed invoices were paid 14 days later.\n",
        "When 37% of the invoices come back, the ledger tells.\n",
        "Harbor pays suppliers soon, assuming that 37% of invoices match.\n",
        "Meridian offers 50 templates for a ledger.\n",
        "Paid plans hold the invoices of 20 suppliers.\n",
        "- Dispute rate = a share of invoices\n",
        "- See the margin = 30%\n",
        "- x = 30%\n",
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


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Once the ledger is filled, an invoice is matched in 5 minutes.", "5 minutes"),
        ("Meridian offers 50+ templates for a ledger.", "50+ templates"),
        ("Harbor has 500+ Suppliers that send an invoice.", "500+ Suppliers"),
        (
            "Suppliers lose hundreds of millions of dollars to late invoices.",
            "hundreds of millions of dollars",
        ),
        ("Harbor pays 10% of each invoice, assuming that it matches.", "10%"),
        ("Pricing is valid for 9 months from the first invoice.", "9 months"),
    ],
)
def test_a_figure_is_read_however_it_is_written(
    draw_from: DrawFrom, text: str, figure: str
) -> None:
    (found,) = draw_from(f"{text}\n").statistics
    assert found.figure == figure


@pytest.mark.parametrize(
    ("item", "figure"),
    [
        ("Partner margin = 30%", "30%"),
        ("Lowest price for partners = $420 / year", "$420 / year"),
        ("Minimum 50 users", "50 users"),
        ("Average of 14 days", "14 days"),
    ],
)
def test_a_terse_item_that_names_what_it_counts_is_a_statistic(
    draw_from: DrawFrom, words_at: WordsAt, item: str, figure: str
) -> None:
    text = f"1. Meridian pays at once\n2. {item}\n"
    (found,) = draw_from(text).statistics
    assert (found.text, found.figure) == (item, figure)
    assert words_at(text, found.span) == item.split()


def test_a_frame_around_words_of_the_author_gives_its_statistics(
    draw_from: DrawFrom, words_at: WordsAt
) -> None:
    text = (
        "## What to answer\n\n> Meridian takes little time. A ledger is\n> filled in 14 days.\n\n"
        "Suppliers save 37% of the time.\n"
    )
    found = draw_from(text).statistics
    assert [one.figure for one in found] == ["14 days", "37%"]
    assert found[0].anchor == "what-to-answer"
    assert words_at(text, found[0].span) == found[0].text.split()
