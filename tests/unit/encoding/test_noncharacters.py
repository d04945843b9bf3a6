from __future__ import annotations

import pytest

from enablekit.encoding.html import escape
from enablekit.packing.page_words import page_words


@pytest.mark.parametrize(
    "sign", ["\ufdd0", "\ufdef", "\ufffe", "\uffff", "\U0001fffe", "\U0010ffff"]
)
def test_a_sign_that_unicode_keeps_for_nobody_reaches_no_page(sign: str) -> None:
    assert escape(f"a{sign}b") == "a\ufffdb"
    assert page_words(f"a{sign}b") == "ab"


@pytest.mark.parametrize("sign", ["\ufdcf", "\ufdf0", "\ufffd", "\U00010000", "\U0001f600"])
def test_its_neighbours_are_signs_like_others(sign: str) -> None:
    assert escape(sign) == page_words(sign) == sign
