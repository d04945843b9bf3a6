from __future__ import annotations

import pytest

from enablekit.parsing.evidence.figures import (
    figures,
    figures_in_symbols,
    figures_in_words,
)


def in_digits(text: str) -> list[str]:
    return [text[one.start : one.end] for one in figures(text)]


def in_words(text: str) -> list[str]:
    return [text[one.start : one.end] for one in figures_in_words(text)]


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Disputes fell by 37% in a year.", "37%"),
        ("Between 10–20% of them pay late.", "10–20%"),
        ("Some 12.5 percent never pay.", "12.5 percent"),
        ("A dispute costs $214 on average.", "$214"),
        ("They lost €2.5m–€4m to it.", "€2.5m–€4m"),
        ("It saves US$3 million.", "US$3 million"),
        ("It costs 12,000 euros.", "12,000 euros"),
        ("A seat costs $30 per user per month.", "$30 per user per month"),
        ("Matching is 3x faster.", "3x"),
        ("It is 2.5 times as fast.", "2.5 times"),
        ("Invoices were paid 11 days sooner.", "11 days"),
        ("We asked 214 finance leads.", "214 finance leads"),
        ("It saves 30–60 minutes per day.", "30–60 minutes per day"),
        ("More than 1,200 customers trust it.", "1,200 customers"),
        ("It runs on 4 GB.", "4 GB"),
        ("Over 22+ million tons were saved.", "22+ million tons"),
    ],
)
def test_a_figure_is_the_number_with_its_unit_as_written(text: str, figure: str) -> None:
    assert in_digits(text) == [figure]


@pytest.mark.parametrize(
    "text",
    [
        "It began in 2019 and ended on 3 May 2021.",
        "In 2024 customers asked for more.",
        "It is ISO 27001 certified and SOC 2 compliant.",
        "Support answers 24/7.",
        "Step 3 comes before step 4.",
        "Version 2.4.1 changed it.",
        "Section 4.2 says so.",
        "Call +49 30 1234567 now.",
        "It holds 5 reasons and 7 steps.",
        "Sales grew over the last 12 months.",
        "They met 3 years ago.",
        "14 days later they met.",
        "The meeting is at 9:30.",
        "Microsoft 365 users know it.",
        "GPT-4 wrote it.",
        "The picture is 16x9.",
        "0 days are left.",
    ],
)
def test_a_year_a_name_a_label_a_period_or_a_list_length_is_no_figure(text: str) -> None:
    assert in_digits(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It takes two hours.", ["two hours"]),
        ("Matching is three times faster.", ["three times"]),
        ("They pay twice as much.", ["twice"]),
        ("One of the two teams left.", []),
        ("Two years ago it was new.", []),
        ("We name three reasons.", []),
        ("He did it twice.", []),
    ],
)
def test_a_number_in_words_counts_time_or_times(text: str, found: list[str]) -> None:
    assert in_words(text) == found


def test_percent_and_currency_signs_are_read_in_any_language() -> None:
    text = "Das spart 37 % der Zeit, also 1.200 € oder 5 GB."
    found = [text[one.start : one.end] for one in figures_in_symbols(text)]
    assert found == ["37 %", "1.200 €", "5 GB"]
