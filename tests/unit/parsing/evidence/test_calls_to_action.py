from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.unit.parsing.evidence.conftest import DrawFrom, WordsAt


@pytest.mark.parametrize(
    ("text", "call"),
    [
        ("[Book a demo](https://meridian.example/demo)\n", "Book a demo"),
        ("**[Talk to sales to start.](/contact)**\n", "Talk to sales to start."),
        (
            "Want to see it? Request a [look-back test](https://meridian.example/test) today.\n",
            "Request a look-back test today.",
        ),
        ("For help, please [contact us](mailto:a@b.example).\n", "For help, please contact us."),
        ("- [Download the paper](/paper.pdf)\n", "Download the paper"),
    ],
)
def test_a_call_asks_for_something_and_links_to_it(
    draw_from: DrawFrom, words_at: WordsAt, text: str, call: str
) -> None:
    (found,) = draw_from(text).calls_to_action
    assert found.text == call
    assert words_at(text, found.span) == call.split()


@pytest.mark.parametrize(
    "text",
    [
        "Book a demo today.\n",
        "[Subscribe to the newsletter](https://meridian.example)\n",
        "Get started by accepting [cookies](https://meridian.example)\n",
        "Take a look at the [price list](https://meridian.example).\n",
        "[Learn more](https://meridian.example)\n",
        "[Download methods](methods.md)\n",
        "[Contact us](#contact)\n",
        "[Book a demo](https://meridian.example)?\n",
        "1. [Download the file](https://meridian.example/file)\n",
        "Request a demo. See [the docs](https://meridian.example) first.\n",
    ],
)
def test_what_links_nowhere_or_only_to_more_reading_is_no_call(
    draw_from: DrawFrom, text: str
) -> None:
    assert draw_from(text).calls_to_action == ()


def test_the_same_call_counts_once(draw_from: DrawFrom) -> None:
    text = "[Book a demo](/demo)\n\nDisputes cost money.\n\n[Book a demo](/demo)\n"
    (found,) = draw_from(text).calls_to_action
    assert found.span.line == 1
