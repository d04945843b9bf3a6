from __future__ import annotations

import re
from pathlib import Path

import pytest

from enablekit.config.project import Config
from enablekit.encoding.pace import counted, counts_characters, length, read_a_minute, said_a_minute
from enablekit.encoding.wording import Wording
from enablekit.extend.speaking_time import spoken_seconds, words_in
from enablekit.model.source import SourceFile
from enablekit.parsing.asset import parse

JAPANESE = "請求書の九割は期日どおりに支払われます。"  # 19 characters and a full stop


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("Nine in ten – on time.", 6),  # as ever: what stands between blanks
        ("Neun von zehn, pünktlich", 4),
        (JAPANESE, 19),
        ("「平均」、ラーメン・ショー。", 9),  # nobody says marks and brackets
        ("2026年11月", 8),
        ("Meridian Matchは誤りを止めます", 10),  # two words beside eight characters
        ("发票有争议", 5),
        ("ใบแจ้งหนี้", 10),  # signs above and below a letter are characters as well
        ("송장의 9%가 문제입니다", 3),  # Korean has blanks between words
        ("فاتورة متنازع عليها", 3),
    ],
)
def test_words_are_counted_by_blanks_and_by_characters_where_there_are_none(
    text: str, count: int
) -> None:
    assert length(text) == len(counted(text)) == count
    places = [one.span() for one in counted(text)]
    assert places == sorted(places)


def test_stage_directions_are_not_characters() -> None:
    assert words_in(f"{JAPANESE} [pause 5s]") == 19


@pytest.mark.parametrize(
    ("language", "said", "read"),
    [
        ("en", 130, 238), ("en-GB", 130, 238), ("de-AT", 102, 187), ("fr", 111, 204),
        ("es", 124, 228), ("ar", 79, 144), ("fi", 92, 168), ("ja", 204, 373), ("zh-Hant", 145, 266),
        ("yue", 145, 266), ("th", 503, 921), ("da", 105, 192), ("", 105, 192),
    ],
)  # fmt: skip
def test_each_language_has_its_pace_and_one_that_nobody_measured_the_mean(
    language: str, said: int, read: int
) -> None:
    assert (said_a_minute(language), read_a_minute(language)) == (said, read)


def test_the_same_message_takes_about_as_long_in_every_language() -> None:
    told = {  # 130 English words' worth, at the words that each language had for the same texts
        "en": "word " * 130,
        "de": "Wort " * 102,
        "ja": "語" * 204,
    }
    assert {name: spoken_seconds([text], 0, name) for name, text in told.items()} == {
        "en": 60,
        "de": 60,
        "ja": 60,
    }


def test_the_length_of_a_text_without_blanks_is_told_in_characters() -> None:
    wording = Wording()
    assert wording.length(1, "en") == "1 word"
    assert wording.length(1200, "ja-JP") == "1,200 characters"
    assert [one for one in ("ja", "zh", "th", "ko", "ar", "de") if counts_characters(one)] == [
        "ja",
        "zh",
        "th",
    ]


@pytest.mark.parametrize(("language", "minutes"), [("ja", 2), ("zh", 3)])
def test_a_text_without_blanks_takes_its_time_to_read(language: str, minutes: int) -> None:
    text = f"---\ntitle: 題\nlanguage: {language}\n---\n# 題\n\n{'語' * 372 * 2}\n"
    asset, _ = parse(SourceFile(path="a.md", data=text.encode()), Config())
    assert asset is not None
    assert (asset.body.words, asset.body.minutes) == (745, minutes)


def test_the_page_about_rates_has_those_that_are_used() -> None:
    page = Path(__file__).parents[3] / "docs/reference/speaking-rates.md"
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in page.read_text("utf-8").splitlines()
        if re.match(r"\| .*\| \d", line)
    ]
    assert len(rows) == 19
    for name, unit, said, quick, fast, read, _ in rows:
        for language in re.findall(r"`(\w+)`", name) or ["da"]:
            assert (said, read) == (str(said_a_minute(language)), str(read_a_minute(language)))
            assert unit == ("characters" if counts_characters(language) else "words")
            assert quick == str(round(said_a_minute(language) * 160 / 130))
            assert fast == str(round(said_a_minute(language) * 183 / 130))
