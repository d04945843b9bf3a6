"""That what measures growth tells a square from what is in proportion."""

from __future__ import annotations

import pytest
from growth import assert_in_proportion

pytestmark = pytest.mark.alone


def test_what_is_in_proportion_passes() -> None:
    def of_all(numbers: range) -> int:
        return sum(numbers)

    assert_in_proportion(range, 800_000, of_all)


def test_a_square_does_not() -> None:
    def of_each(numbers: range) -> int:
        return sum(number in list(numbers) for number in numbers)

    with pytest.raises(AssertionError, match="8 times as long"):
        assert_in_proportion(range, 3_000, of_each)
