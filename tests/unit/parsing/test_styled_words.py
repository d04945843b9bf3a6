"""Tests of the marks with which a deck gives words a look."""

from __future__ import annotations

import pytest
from growth import assert_in_proportion
from hypothesis import given
from hypothesis import strategies as st

from enablekit.parsing import body, styled_words
from enablekit.parsing.deck_dialect import PANDOC, REMARK
from enablekit.parsing.outline import Outline, outline
from enablekit.parsing.places import Places

SURE = "\n\n---\n\n# End\n\n???\nBye\n"


def without(text: str, dialect: str = REMARK) -> str:
    return styled_words.without(text, outline(Places("talk.md", text)), dialect)


def shown(text: str) -> list[tuple[str, str]]:
    slides = body.read("talk.md", text + SURE, is_deck=True)[0].slides
    return [(slide.title, slide.text) for slide in slides][:-1]


@pytest.mark.parametrize(
    ("text", "title", "words"),
    [
        ("# .large[A **clean** start]", "A clean start", ""),
        ("# .small[.red.bold[Less] is] more", "Less is more", ""),
        (".left-column[\n### Why\n\n- one\n- two\n]", "Why", "one\ntwo"),
        (".red[Late]\n\n- .small[a]\n- .big[b]", "Late", "Late\na\nb"),
        (".left[See [the list](x.html)]\n.right[![a picture](x.png)]", "See the list", None),
    ],
)
def test_only_the_words_in_a_class_are_left(text: str, title: str, words: str | None) -> None:
    ((found, below),) = shown(text)

    assert found == title
    assert words is None or below == words


@pytest.mark.parametrize(
    "text",
    ["a `.red[b]` c", "```\n.red[b]\n```\n", r"\.red[b]", ".red[b", "b]", "[b]", "e.g. [b](x)",
     "<!-- .red[b] -->", "Version 1.2[b]"],
)  # fmt: skip
def test_what_is_no_class_stays(text: str) -> None:
    assert without(text) == text


@pytest.mark.parametrize(
    ("text", "title", "words"),
    [
        ("# A [**clean**]{.alert} start", "A clean start", ""),
        ("# a\n\n[[b]{.x} c]{.y #z}\n\n- [d]{}\n- [e]{.x}", "a", "b c\nd\ne"),
        ("# a\n\n[See](x.html){target=_blank} it, `now`{.sh}\n", "a", "See it, now"),
        ("# a\n\n![The office](x.png){width=50%}\n", "a", "The office"),
    ],
)
def test_only_the_words_in_a_span_are_left(text: str, title: str, words: str) -> None:
    deck = body.read("talk.md", f"{text}\n\n::: incremental\n- x\n:::\n", is_deck=True)[0]

    assert deck.slides[0].title == title
    assert deck.slides[0].text.removesuffix("x").rstrip("\n") == words


@pytest.mark.parametrize(
    "text",
    ["a {b} c", "`[b]{.x}`", "```\n[b]{.x}\n```", r"\[b\]{.x}", "b]{.x}", "[b](x)", "[b] {.x}",
     "[b]{.x", "[b]{.x\n}"],
)  # fmt: skip
def test_what_is_no_span_stays(text: str) -> None:
    assert without(text, PANDOC) == text


def test_a_deck_of_another_tool_keeps_its_words() -> None:
    assert without(".a[b] [c]{.d}", "marp") == ".a[b] [c]{.d}"


@pytest.mark.parametrize("dialect", [REMARK, PANDOC])
@given(text=st.text(st.sampled_from(".ab-[]{}()\\ \n`x"), max_size=60))
def test_every_character_stays_where_it_was(dialect: str, text: str) -> None:
    found = styled_words.without(text, Outline(code=(), html=(), comments=()), dialect)

    assert len(found) == len(text)
    assert [at for at, one in enumerate(found) if one == "\n"] == [
        at for at, one in enumerate(text) if one == "\n"
    ]


@pytest.mark.alone
@pytest.mark.parametrize("dialect", [REMARK, PANDOC])
@pytest.mark.parametrize(
    "piece", [".a[", "]", ".a[b]", ".a.b", "[", "\\.", "[a]{.b}", "]{", "`{", "[b]{.x} "]
)
def test_any_number_of_them_is_read_in_little_time(piece: str, dialect: str) -> None:
    assert_in_proportion(lambda times: piece * times, 100_000, lambda text: without(text, dialect))


def test_properties_of_a_slide_have_any_name_and_an_address_is_none() -> None:
    assert shown("title: A talk\nclass: center\nlayout-author: Ana\n\n# a\n\nhttps://x.org") == [
        ("a", "https://x.org")
    ]
    assert shown("Größe: 5") == [("Größe: 5", "Größe: 5")]
    assert shown("Price: $5") == [("Price: $5", "Price: $5")]
    assert shown("https://x.org is ours") == [("https://x.org is ours", "https://x.org is ours")]
