"""Typed answers in a real browser: graded as the command line grades them."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

import pytest
from grading_cases import NUMERIC, SHORT
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from enablekit.extend.grading import is_number_right, is_short_right
from enablekit.model.item import Number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

_TYPED = st.text(
    st.one_of(
        st.characters(max_codepoint=0x24F),
        st.sampled_from(
            "0123456789.,' -−%€$kg٣٫٬٪߀१𝟗½²（）１，。？’“ßẞſﬁςΣİıéガｶﾞ\u0301\u0307\u200d\u00ad\u2028"  # noqa: RUF001 - signs that look like others are the point
        ),
    ),
    max_size=30,
)
_NUMBER = st.text("0123456789.,' -+%€", max_size=14)
_VALUE = st.decimals(-2000, 2000, places=2).map(str)


@pytest.fixture(scope="module")
def grader(browser: Browser, templates: dict[str, str]) -> Iterator[Page]:
    """Open an empty page with the script."""
    page = browser.new_page()
    page.add_script_tag(content=templates["grade.js"])
    yield page
    page.close()


def _numeric(page: Page, typed: str, number: dict[str, str]) -> bool:
    asked = "([typed, number]) => enablekitGrade.numeric(typed, number)"
    found: bool = page.evaluate(asked, [typed, number])
    return found


def _short(page: Page, typed: str, accepted: list[str]) -> bool:
    asked = "([typed, accepted]) => enablekitGrade.short(typed, accepted)"
    found: bool = page.evaluate(asked, [typed, accepted])
    return found


def test_the_script_is_small_and_has_no_words(templates: dict[str, str]) -> None:
    assert len(gzip.compress(templates["grade.js"].encode())) < 1_250


def test_the_script_grades_numbers_as_the_table_says(grader: Page) -> None:
    wrong = [case for case in NUMERIC if _numeric(grader, case[0], case[1]) is not case[2]]
    assert wrong == []


def test_the_script_grades_short_answers_as_the_table_says(grader: Page) -> None:
    wrong = [case for case in SHORT if _short(grader, case[0], case[1]) is not case[2]]
    assert wrong == []


@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    typed=_TYPED | _NUMBER, value=_VALUE, unit=st.sampled_from(["", "%", "kg", "€", "k€", "p.a."])
)
def test_any_text_is_the_same_number_in_both_programs(
    grader: Page, typed: str, value: str, unit: str
) -> None:
    for tolerance in ("0", "0.5", "5000"):  # the last tells whether it is a number at all
        number = Number(value=value, tolerance=tolerance, unit=unit)
        asked = {"value": value, "tolerance": tolerance, "unit": unit}
        assert _numeric(grader, typed, asked) is is_number_right(typed, number)


@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
@given(typed=_TYPED, accepted=_TYPED)
def test_any_text_is_the_same_answer_in_both_programs(
    grader: Page, typed: str, accepted: str
) -> None:
    offered = [accepted, typed.swapcase(), f"“{typed.upper()}.”"]
    for some in ([one] for one in offered):
        assert _short(grader, typed, some) is is_short_right(typed, some)
