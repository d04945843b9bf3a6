from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enablekit.encoding.slug import collision_key, slug


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The cost of a disputed invoice", "the-cost-of-a-disputed-invoice"),
        ("What's new in 2.0?", "whats-new-in-20"),
        ("Find & fix", "find--fix"),
        ("snake_case", "snake_case"),
        ("Straße", "straße"),
        ("Über uns", "über-uns"),
        ("ﬁt", "fit"),
        ("हिन्दी भाषा", "हिन्दी-भाषा"),
        ("日本語の見出し", "日本語の見出し"),
        ("a\tb\nc", "a-b-c"),
        ("🚀 Launch", "launch"),
    ],
)
def test_a_heading_is_spelled_as_on_github_without_hyphens_at_its_ends(
    text: str, expected: str
) -> None:
    assert slug(text) == expected


@pytest.mark.parametrize("text", ["", " ", "?!", "...", "..", "../..", "🚀", "---"])
def test_what_leaves_nothing_is_untitled(text: str) -> None:
    assert slug(text) == "untitled"


@pytest.mark.parametrize("text", ["CON", "aux", "Nul", "com1", "LPT9", "\uff23\uff2f\uff2e"])
def test_names_that_windows_keeps_for_itself_are_changed(text: str) -> None:
    assert slug(text).endswith("_")


@pytest.mark.parametrize(
    "text", ["../etc/passwd", "C:\\x", "a\0b", "\uff0e\uff0e\uff0fx", "a%2f..", "℀"]
)
def test_a_slug_is_no_path(text: str) -> None:
    assert not set(slug(text)) & set("/\\:.%\0")


@given(st.text())
def test_a_slug_is_its_own_slug_fits_in_a_file_name_and_is_never_empty(text: str) -> None:
    made = slug(text)

    assert made
    assert slug(made) == made
    assert len(made.encode()) <= 181
    assert made == made.lower() == unicodedata.normalize("NFKC", made)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Café", "Cafe\u0301"),
        ("STRASSE", "Straße"),
        ("README", "readme"),
        ("ﬁt", "fit"),
        ("a/\uff22\uff23", "A/bc"),
        ("\u017f", "S"),
        ("İ", "i\u0307"),
    ],
)
def test_paths_that_are_one_file_somewhere_have_one_key(one: str, other: str) -> None:
    assert collision_key(one) == collision_key(other)


def test_paths_that_differ_everywhere_have_different_keys() -> None:
    assert collision_key("a/b") != collision_key("a/c")
    assert collision_key("a/b") != collision_key("ab")


@given(st.text())
def test_a_key_is_its_own_key(path: str) -> None:
    assert collision_key(collision_key(path)) == collision_key(path)
