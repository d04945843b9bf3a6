from __future__ import annotations

import pytest

from enablekit.extend.claimed_figures import claimed
from enablekit.extend.stated_figures import Figures, figures


def is_held(claim: str, evidence: str) -> bool:
    known = Figures(evidence)
    found = list(figures(claim))
    assert found
    return all(known.hold(one) for one in found)


@pytest.mark.parametrize(
    ("claim", "evidence"),
    [
        ("1200", "1,200"),
        ("1.2k", "1,200"),
        ("thirty", "30"),
        ("30 percent", "30 %"),
        ("30%", "thirty per cent"),
        ("eight point six", "8.6"),
        ("one hundred and twenty", "120"),
        ("twenty twenty-six", "2026"),
        ("eleven forty", "€11.40"),
        ("$3m", "3 million dollars"),
        ("1.200", "1,200"),
        ("9,4 %", "9.4%"),
        ("40%", "39.7%"),
        ("50%", "cut in half"),
        ("tenfold", "10x"),
    ],
)
def test_the_same_number_is_found_however_it_is_written(claim: str, evidence: str) -> None:
    assert is_held(claim, evidence)


@pytest.mark.parametrize(
    ("claim", "evidence"),
    [
        ("30%", "30 days"),
        ("1,200", "1,300"),
        ("14", "2026-09-14"),
        ("9.4", "9.6"),
        ("12", "see https://example.com/12"),
        ("sixteen", "fifteen"),
    ],
)
def test_another_number_is_not_found(claim: str, evidence: str) -> None:
    assert not is_held(claim, evidence)


@pytest.mark.parametrize(
    "text",
    [
        "Give me 15 minutes, or a 45s pitch.",
        "Do 40% of your reviews wait?",
        "If you have 500 engineers, call me.",
        "See step 14, slide 22 and line 18.",
        "It runs on Windows 11 and meets ISO 27001.",
        "Ask for a B2B story about GPT-4 and 3D.",
        "We are here 24/7, call at 10:30.",
        "There are 3 reasons and two questions.",
        "Next 2 weeks are full; put it in your 2027 budget.",
        "Two thirds, a hundred times.",
    ],
)
def test_what_claims_nothing_is_left_out(text: str) -> None:
    assert [text[one.start : one.end] for one in claimed(text)] == []


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Invoices were paid 11 days sooner.", "11"),
        ("Of 31 tests most went well.", "31"),
        ("It fell to 3.4% in a year.", "3.4%"),
        ("It costs €5.", "€5"),
        ("They hold sixteen percent.", "sixteen percent"),
        ("In March 2025 it began.", "2025"),
    ],
)
def test_what_can_be_looked_up_is_kept(text: str, figure: str) -> None:
    assert [text[one.start : one.end].strip() for one in claimed(text)] == [figure]
