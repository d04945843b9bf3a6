"""Text from content can do nothing to a terminal but be printed."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enablekit.encoding.terminal import line, plain


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("a\tb\nc", "a b\nc"),
        ("\x1b[31mred\x1b[0m", "␛[31mred␛[0m"),
        ("\x1b]0;title\x07", "␛]0;title␇"),
        ("\x9b31m", "<U+009B>31m"),
        ("over\rwritten\x08", "over␍written␈"),
        ("\x00\x7f", "␀␡"),
        ("abc\u202egpj.exe", "abc<U+202E>gpj.exe"),
        ("\u2066x\u2069\u200e\u200f\u061c", "<U+2066>x<U+2069><U+200E><U+200F><U+061C>"),
        ("zero\u200bwidth\ufeff", "zero<U+200B>width<U+FEFF>"),
        ("a\u2028b\u2029c\x85d", "a<U+2028>b<U+2029>c<U+0085>d"),
        ("hid\u00adden\U000e0041", "hid<U+00AD>den<U+E0041>"),
        ("\udce9", "<U+DCE9>"),
    ],
)
def test_what_could_act_is_shown_instead(text: str, shown: str) -> None:
    assert plain(text) == shown


@pytest.mark.parametrize(
    "text", ["[red]x[/red]", "[/]", "Ünïcödé", "日本語", "עברית", "👍🏽", "a\u00a0b", "❤\ufe0f"]
)
def test_what_can_only_be_seen_stays_as_it_is(text: str) -> None:
    assert plain(text) == text


def test_a_line_stays_one_line() -> None:
    assert line("title\nerror: all is well") == "title␊error: all is well"


@given(st.text(st.characters(codec=None)))
def test_nothing_is_left_that_a_terminal_obeys(text: str) -> None:
    shown = plain(text)
    bidi = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
    for character in shown:
        assert character == "\n" or unicodedata.category(character) not in {"Cc", "Cs", "Zl", "Zp"}
        assert unicodedata.bidirectional(character) not in bidi


@given(st.text())
def test_shown_text_is_shown_the_same_again(text: str) -> None:
    assert plain(plain(text)) == plain(text)
