from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enablekit.config.brand import DARK, LIGHT
from enablekit.encoding.colour import colour, contrast, is_readable, nearest_readable

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


def test_black_on_white_has_the_highest_contrast() -> None:
    assert round(contrast("#000000", "#ffffff"), 2) == 21


def test_a_published_pair_has_its_published_contrast() -> None:
    # WCAG's own example: #777777 on white just misses 4.5 : 1.
    assert round(contrast("#777777", "#ffffff"), 2) == 4.48


@pytest.mark.parametrize(
    ("text", "found"),
    [("#0A5B4B", "#0a5b4b"), (" #abc ", "#aabbcc"), ("green", ""), ("#12345", ""), ("", "")],
)
def test_a_colour_is_read(text: str, found: str) -> None:
    assert colour(text) == found


@given(wanted=COLOURS, grounds=st.sampled_from([LIGHT, DARK]))
def test_the_nearest_colour_can_be_read(wanted: str, grounds: tuple[str, ...]) -> None:
    found = nearest_readable(wanted, grounds)
    assert is_readable(found, grounds)
    if is_readable(wanted, grounds):
        assert contrast(found, wanted) < 1.02
