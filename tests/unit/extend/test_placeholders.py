from __future__ import annotations

import pytest

from enablekit.extend.confidential_words import marks, prices
from enablekit.extend.placeholders import forgotten, left_in_braces, to_fill_in


@pytest.mark.parametrize("text", ["Price TBD", "TODO: ask Ana", "See (TODO later)", "Lorem ipsum"])
def test_what_is_still_to_be_written_is_found(text: str) -> None:
    assert len([*forgotten(text)]) == 1


@pytest.mark.parametrize(
    "text", ["Find every TODO in code", "a to-do list", "“TBD” is no date", "TBDs", "ipsum"]
)
def test_words_about_placeholders_are_none(text: str) -> None:
    assert [*forgotten(text)] == []


@pytest.mark.parametrize(
    "text", ["[Company]", "[customer name]", "[Insert logo]", "[XX%]", "{{first_name}}"]
)
def test_gaps_for_names_are_found(text: str) -> None:
    assert [*to_fill_in(f"Dear {text},")] == [(5, 5 + len(text))]


@pytest.mark.parametrize(
    "text", ["[Company](https://example.com)", "[1]", "[pause]", "{{ Table.Price }}", "[x] done"]
)
def test_links_notes_and_bindings_are_no_gaps(text: str) -> None:
    assert [*to_fill_in(text)] == []


def test_braces_of_shortcodes_are_not_left_in() -> None:
    text = "{{< video >}} {{% note %}} {{ rival }}"
    assert [text[start:end] for start, end in left_in_braces(text)] == ["{{ rival }}"]


@pytest.mark.parametrize(
    "text",
    [
        "Internal use only",
        "Prices (internal only)",
        "CONFIDENTIAL: prices",
        "Not for external distribution.",
        "Please do not share with customers.",
    ],
)
def test_marks_of_confidence_are_found(text: str) -> None:
    assert len([*marks(text)]) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Build tools for internal use only in minutes.",
        "Keep confidential data safe.",
        "Do not share your password.",
        "Internal tools only you can see",
    ],
)
def test_what_a_product_does_is_no_mark(text: str) -> None:
    assert [*marks(text)] == []


def test_how_far_a_price_falls_is_found_and_the_customers_margin_is_not() -> None:
    assert len([*prices("Our margin is thin. The discount floor is 20 %.")]) == 2
    assert [*prices("Your gross margin grows; each discount costs you 2 %.")] == []
