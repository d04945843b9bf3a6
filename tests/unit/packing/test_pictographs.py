"""Tests of leaving out pictographs, and never a letter."""

from __future__ import annotations

import pytest

from enablekit.packing.pictographs import pictographs, without


@pytest.mark.parametrize(
    ("lost", "expected"),
    [
        (["✅", "💡"], "✅💡"),
        (["👍🏽", "❤\ufe0f"], "❤🏽👍"),
        (["1", "\ufe0f", "\u20e3"], "\u20e3"),
        (["👩\u200d💻"], "👩💻"),
        (["✅", "ツ"], ""),
        (["\U00050000"], ""),
        (["é"], ""),
        (["㈱"], ""),
        (["\ufdfd"], ""),
        (["🇫", "🇷"], "🇫🇷"),
        ([], ""),
    ],
)
def test_only_pictographs_may_be_left_out(lost: list[str], expected: str) -> None:
    assert pictographs(lost) == expected


def test_words_stay_and_a_text_of_nothing_else_becomes_its_name() -> None:
    data = {
        "title": "💡",
        "rows": [{"text": "Say ✅ it 👍🏽, now", "n": 3}, ["1\ufe0f\u20e3 first"]],
    }

    assert without(data, "✅💡👍🏽\u20e3") == {
        "title": "[electric light bulb]",
        "rows": [{"text": "Say it, now", "n": 3}, ["1 first"]],
    }


def test_a_text_without_them_is_not_touched() -> None:
    assert without("two  blanks \ufe0f", "✅") == "two  blanks \ufe0f"
