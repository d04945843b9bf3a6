"""Words for dates, times and keywords."""

from __future__ import annotations

import datetime as dt

import pytest

from enablekit.encoding import wording
from enablekit.encoding.counted import counted
from enablekit.encoding.wording import Wording


def test_a_date_reads_the_same_on_every_machine() -> None:
    assert Wording().day(dt.date(2026, 3, 1)) == "1 March 2026"


@pytest.mark.parametrize(
    ("seconds", "words"), [(0, "0 s"), (59, "59 s"), (60, "1 min"), (89, "1 min"), (90, "2 min")]
)
def test_a_duration_is_rounded_to_what_a_person_says(seconds: int, words: str) -> None:
    assert Wording().duration(seconds) == words


def test_a_clock_shows_minutes_and_seconds() -> None:
    assert wording.clock(65) == "1:05"


def test_a_count_agrees_with_its_noun() -> None:
    assert counted(1, "guide") == "1 guide"
    assert counted(2400, "guide") == "2,400 guides"
    assert counted(2, "entry", "entries") == "2 entries"


def test_a_keyword_nobody_knows_is_shown_as_it_is() -> None:
    assert Wording().label("rfp", wording.CHANNELS) == "Request for proposal"
    assert Wording().label("carrier-pigeon", wording.CHANNELS) == "Carrier pigeon"


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ("“Monday is phone day.”", "Monday is phone day."),
        ('"No budget."', "No budget."),
        ("He said “no” and “never”", "He said “no” and “never”"),
        ("“No”, he said, “never”", "“No”, he said, “never”"),
        ("", ""),
    ],
)
def test_quotation_marks_around_speech_are_left_to_the_page(written: str, spoken: str) -> None:
    assert wording.speech(written) == spoken


def test_a_language_knows_its_direction() -> None:
    assert wording.direction("ar-EG") == "rtl"
    assert wording.direction("en") == "ltr"
